import type { Element } from 'hast';
import type { PlanEntry } from '../../core/store/store.ts';
import type { Edition } from '../../core/view/edition.ts';
import { planPage, type RuleRow, type TaskGroup } from '../../core/view/plan-page.ts';
import { el } from './element.ts';
import { citations, kicker, pageHead, section, spread, table, values } from './parts.ts';

const HEADS = ['Số', 'Nhiệm vụ', 'Ai làm', 'Thời hạn'];

/** A plan with its tasks and rules as its page shows them. */
export function planPreview(edition: Edition, entry: PlanEntry): Element {
  const { heading, facts, taskGroups, rules } = planPage(edition, entry);
  const { data } = entry;
  return spread(pageHead(kicker(heading.reference), data.title, data.summary), facts, [
    section('Nhiệm vụ', taskGroups.length > 0 && taskGroups.map(tasks)),
    section('Chỉ tiêu', rules.length > 0 && rules.map(rule)),
    citations('Căn cứ', data.legalBasis),
  ]);
}

function tasks({ where, rows, count }: TaskGroup): Element {
  const lines = rows.map(({ no, text, lead, coordinating, due }) => ({
    head: no,
    cells: [
      text,
      [
        el('p', {}, values(lead)),
        coordinating.length > 0 &&
          el('p', { className: ['note'] }, 'Phối hợp: ', values(coordinating)),
      ],
      [el('p', {}, due.text), due.computed && el('p', { className: ['note'] }, due.computed)],
    ],
  }));
  return el(
    'details',
    { className: ['part'], open: true },
    el('summary', {}, el('h3', {}, where), ` (${count})`),
    table('task-table', HEADS, lines),
  );
}

function rule({ id, judged, sentence, about, quote, where, interpretation }: RuleRow): Element {
  return el(
    'section',
    { className: ['rule'] },
    kicker(`Chỉ tiêu ${id}, ${judged ? 'bắt buộc' : 'chỉ theo dõi, không đánh giá'}`),
    el('h3', {}, sentence),
    about.length > 0 && el('p', {}, `Về một trong các nội dung: ${about.join('; ')}.`),
    el('blockquote', { className: ['words'] }, el('p', {}, `«${quote}»`), el('footer', {}, where)),
    interpretation && el('p', {}, el('strong', {}, 'Vì sao hiểu như vậy. '), interpretation),
  );
}
