import { shortDate } from '../calendar/wording.ts';
import type { QuestionEntry } from '../store/store.ts';
import { type Caller, callersOf } from './caller.ts';
import { type Card, questionCard } from './card.ts';
import type { Edition } from './edition.ts';
import { type Fact, knownFacts } from './link.ts';
import { dated, departmentLink, fieldLink, linked } from './names.ts';

/** How many other answers a page names. */
const RELATED = 5;

/** An answered question as its page shows it. */
export interface QuestionPage {
  card: Card;
  facts: Fact[];
  callers: Caller[];
  /** Set once the day of review has passed: the reader should ask before relying on it. */
  outdated?: string;
  /** Other answers of the same fields, newest first. */
  related: readonly Card[];
}

/** The page of an answered question. */
export function questionPage(edition: Edition, entry: QuestionEntry): QuestionPage {
  const { store, asOf } = edition;
  const { received, date, department, channel, fields, reviewBy } = entry.data;
  return {
    card: questionCard(entry),
    facts: knownFacts([
      { term: 'Đơn vị trả lời', values: [linked(departmentLink(store, department))] },
      { term: 'Nhận ngày', values: received ? [dated(received)] : [] },
      { term: 'Trả lời ngày', values: [dated(date)] },
      { term: 'Hỏi qua', values: channel ? [{ text: channel }] : [] },
      { term: 'Lĩnh vực', values: fields.map((field) => linked(fieldLink(field))) },
      { term: 'Rà soát lại trước ngày', values: reviewBy ? [dated(reviewBy)] : [] },
    ]),
    callers: callersOf(store, department),
    ...(reviewBy &&
      reviewBy < asOf && {
        outdated: `Câu trả lời này đã quá hạn rà soát ngày ${shortDate(reviewBy)}. Hãy hỏi lại đơn vị trả lời trước khi làm theo.`,
      }),
    related: edition.questions
      .filter(({ id, data }) => id !== entry.id && data.fields.some((one) => fields.includes(one)))
      .slice(0, RELATED)
      .map(questionCard),
  };
}
