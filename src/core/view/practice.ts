import { PRACTICE_STAGES } from '../schema/vocabulary.ts';
import type { PracticeEntry } from '../store/store.ts';
import { citationTail } from './citation.ts';
import type { Edition } from './edition.ts';
import { type Fact, knownFacts } from './link.ts';
import { dated, departmentLink, fieldLink, linked } from './names.ts';
import { taskValues } from './task-link.ts';

/** One result as numbers before and after, in words; a side that is not known is absent. */
export interface PracticeResult {
  measure: string;
  before?: string;
  after?: string;
}

/** A practice as its page shows it. */
export interface PracticePage {
  stage: string;
  facts: Fact[];
  results: PracticeResult[];
  /** The decision that recognised it, in one line. */
  recognition?: { text: string; url?: string };
}

/** The page of a practice. */
export function practicePage(edition: Edition, { data }: PracticeEntry): PracticePage {
  const { recognition } = data;
  return {
    stage: PRACTICE_STAGES[data.stage],
    facts: knownFacts([
      {
        term: 'Đơn vị thực hiện',
        values: data.departments.map((id) => linked(departmentLink(edition.store, id))),
      },
      { term: 'Bắt đầu từ', values: [dated(data.start)] },
      { term: 'Giai đoạn', values: [{ text: PRACTICE_STAGES[data.stage] }] },
      { term: 'Lĩnh vực', values: data.fields.map((field) => linked(fieldLink(field))) },
      { term: 'Liên hệ', values: data.contact ? [{ text: data.contact }] : [] },
      { term: 'Đăng ngày', values: [dated(data.date)] },
      { term: 'Theo kế hoạch', values: taskValues(edition, data.tasks) },
    ]),
    results: data.results.map(({ measure, before, after, unit }) => ({
      measure,
      ...(before !== undefined && { before: amountText(before, unit) }),
      ...(after !== undefined && { after: amountText(after, unit) }),
    })),
    ...(recognition && {
      recognition: {
        text: recognition.title + citationTail(recognition),
        ...(recognition.url && { url: recognition.url }),
      },
    }),
  };
}

/** A number with its unit, written as in Vietnamese: `27%`, `7,5 phút`. */
export function amountText(value: number, unit = ''): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const number = decimals ? `${grouped},${decimals}` : grouped;
  return unit === '%' ? `${number}%` : `${number} ${unit}`.trim();
}
