import type { Element } from 'hast';
import { shortDate } from '../../core/calendar/wording.ts';
import type { ProcedureChangeEntry } from '../../core/store/store.ts';
import type { Edition } from '../../core/view/edition.ts';
import { noticePage, type ProcedureNotice } from '../../core/view/procedure-notice.ts';
import type { KindTag } from '../../core/view/procedure-register.ts';
import { type Child, el } from './element.ts';
import { citations, pageHead, spread, table, values } from './parts.ts';

/** The notice of a procedure change as its page shows it. */
export function procedureChangePreview(
  edition: Edition,
  entry: ProcedureChangeEntry,
  body: Child,
): Element {
  const { data } = entry;
  const { notice, facts, procedures } = noticePage(edition, entry);
  const more = el('p', { className: ['notice-decision'] }, notice.decision);
  return spread(pageHead(kindTags(notice.tags), data.title, data.summary, more), facts, [
    body,
    procedures.map(procedure),
    citations('Căn cứ pháp lý', data.legalBasis),
  ]);
}

function kindTags(tags: readonly KindTag[]): Element {
  const spans = tags.map(({ kind, text }) =>
    el('span', { className: ['tag', `tag-${kind}`] }, text),
  );
  return el('p', { className: ['tags'] }, spans);
}

function procedure(notice: ProcedureNotice): Element {
  const { tag, name, code, effective, effectiveLabel, state, stateText } = notice;
  const force = `${effectiveLabel} ${shortDate(effective)}`;
  return el(
    'section',
    { className: ['procedure'] },
    kindTags([tag]),
    el('h2', {}, name),
    el('p', { className: ['code'] }, `Mã thủ tục ${code}`),
    el(
      'p',
      { className: ['procedure-force'] },
      el('strong', {}, force),
      ' ',
      el('span', { className: ['state', `state-${state}`] }, stateText),
    ),
    comparison(notice),
    el(
      'dl',
      { className: ['pairs'] },
      notice.facts.map((fact) =>
        el('div', {}, el('dt', {}, fact.term), el('dd', {}, values(fact.values))),
      ),
    ),
  );
}

function comparison({ comparisons, showBefore, afterHeading }: ProcedureNotice): Child {
  if (comparisons.length === 0) return undefined;
  const heads = ['Nội dung', ...(showBefore ? ['Trước'] : []), afterHeading];
  const rows = comparisons.map(({ aspect, before, after }) => ({
    head: aspect,
    cells: [...(showBefore ? [before ?? 'Không có'] : []), after ?? 'Không còn'],
  }));
  return table('compare', heads, rows);
}
