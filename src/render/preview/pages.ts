import type { Element } from 'hast';
import { shortDate } from '../../core/calendar/wording.ts';
import type {
  ActivityEntry,
  ArticleEntry,
  PageEntry,
  PracticeEntry,
  QuestionEntry,
} from '../../core/store/store.ts';
import { activityPage } from '../../core/view/activity.ts';
import { articlePage } from '../../core/view/article.ts';
import type { Edition } from '../../core/view/edition.ts';
import { departmentLink, lowerFirst } from '../../core/view/names.ts';
import { practicePage } from '../../core/view/practice.ts';
import { questionPage } from '../../core/view/question.ts';
import { type Child, el } from './element.ts';
import {
  citations,
  figure,
  files,
  kicker,
  pageHead,
  paragraphs,
  section,
  spread,
  table,
} from './parts.ts';

/** An article as its page shows it. */
export function articlePreview(edition: Edition, entry: ArticleEntry, body: Child): Element {
  const { data } = entry;
  const { card, corrections, facts, elsewhere } = articlePage(edition, entry);
  const unit = departmentLink(edition.store, data.department).label;
  return spread(
    pageHead(kicker(`${card.label}, ${shortDate(data.date)}, ${unit}`), data.title, data.summary),
    [...facts, ...elsewhere],
    [
      figure(data.image),
      corrections.map(({ date, text }) =>
        el(
          'section',
          { className: ['callout'] },
          el('h2', {}, `Đính chính ngày ${shortDate(date)}`),
          el('p', {}, text),
        ),
      ),
      body,
      files('Tệp đính kèm', data.attachments),
      citations('Nguồn tham khảo', data.sources),
    ],
  );
}

/** An activity as its page shows it. */
export function activityPreview(edition: Edition, entry: ActivityEntry, body: Child): Element {
  const { data } = entry;
  const { card, facts } = activityPage(edition, entry);
  return spread(
    pageHead(kicker(`${card.label}, ${card.dateText}`), data.title, data.summary),
    facts,
    [
      figure(data.image),
      body,
      section('Kết quả', data.result && paragraphs(data.result)),
      files('Minh chứng', data.evidence),
    ],
  );
}

/** A practice as its page shows it. */
export function practicePreview(edition: Edition, entry: PracticeEntry, body: Child): Element {
  const { data } = entry;
  const { stage, facts, results, recognition } = practicePage(edition, entry);
  const rows = results.map(({ measure, before, after }) => ({
    head: measure,
    cells: [before ?? 'Không có số liệu', after ?? 'Không có số liệu'],
  }));
  return spread(
    pageHead(kicker(`Mô hình hay, ${lowerFirst(stage)}`), data.title, data.summary),
    facts,
    [
      figure(data.image),
      section('Vấn đề', paragraphs(data.problem)),
      section('Cách làm', paragraphs(data.solution)),
      section('Kết quả', rows.length > 0 && table('table-results', RESULT_HEADS, rows)),
      body,
      section('Khả năng nhân rộng', data.replicability && paragraphs(data.replicability)),
      section('Công nhận', recognition && el('p', {}, recognition.text)),
    ],
  );
}

const RESULT_HEADS = ['Nội dung đo', 'Trước', 'Sau'];

/** An answered question as its page shows it. */
export function questionPreview(edition: Edition, entry: QuestionEntry, body: Child): Element {
  const { data } = entry;
  const { facts, outdated } = questionPage(edition, entry);
  return spread(pageHead(kicker('Hỏi đáp'), data.title, data.summary), facts, [
    outdated && el('p', { className: ['callout', 'callout-alert'] }, outdated),
    section('Nội dung hỏi', data.detail && paragraphs(data.detail)),
    section('Trả lời', body),
    citations('Căn cứ trả lời', data.sources),
  ]);
}

/** An evergreen page; its components are named, for only the site can fill them in. */
export function evergreenPreview(_: Edition, { data }: PageEntry, body: Child): Element {
  return spread(pageHead(undefined, data.title, data.summary), [], [body]);
}
