import { addresses } from '../address.ts';
import { type Day, yearOf } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { heldOn } from '../schema/activity.ts';
import { ACTIVITY_KINDS, GENRES, type ReformField } from '../schema/vocabulary.ts';
import type {
  ActivityEntry,
  ArticleEntry,
  PracticeEntry,
  ProcedureChangeEntry,
  QuestionEntry,
} from '../store/store.ts';

/** The kinds of content that lists mix, with the names that search filters by them. */
export const CARD_KINDS = {
  articles: 'Tin, bài',
  practices: 'Mô hình hay',
  procedureChanges: 'Thay đổi thủ tục',
  activities: 'Hoạt động',
  questions: 'Hỏi đáp',
} as const;
export type CardKind = keyof typeof CARD_KINDS;

/** One entry as lists show it. */
export interface Card {
  id: string;
  kind: CardKind;
  /** What it is, more closely than its kind: `Tin`, `Tọa đàm, hội thảo` … */
  label: string;
  title: string;
  address: string;
  /** The day it is listed under. */
  date: Day;
  /** Words for the date where one day would not say it: `từ 01/6/2026 đến 30/6/2026`. */
  dateText: string;
  summary?: string;
  /** Ids of the departments on whose pages it stands; co-ordinators are not among them. */
  departments: readonly string[];
  fields: readonly ReformField[];
}

export function articleCard(entry: ArticleEntry): Card {
  const { title, date, genre, summary, department, fields } = entry.data;
  return {
    id: entry.id,
    kind: 'articles',
    label: GENRES[genre],
    title,
    address: addresses.article(entry),
    date,
    dateText: shortDate(date),
    summary,
    departments: [department],
    fields,
  };
}

export function practiceCard(entry: PracticeEntry): Card {
  const { title, date, summary, departments, fields } = entry.data;
  return {
    id: entry.id,
    kind: 'practices',
    label: 'Mô hình hay',
    title,
    address: addresses.practice(entry.id),
    date,
    dateText: shortDate(date),
    summary,
    departments,
    fields,
  };
}

export function procedureChangeCard(entry: ProcedureChangeEntry): Card {
  const { title, date, summary, department, fields } = entry.data;
  return {
    id: entry.id,
    kind: 'procedureChanges',
    label: 'Thay đổi thủ tục',
    title,
    address: addresses.procedureChange(entry.id),
    date,
    dateText: shortDate(date),
    summary,
    departments: [department],
    fields,
  };
}

export function questionCard(entry: QuestionEntry): Card {
  const { title, date, summary, department, fields } = entry.data;
  return {
    id: entry.id,
    kind: 'questions',
    label: 'Hỏi đáp',
    title,
    address: addresses.question(entry.id),
    date,
    dateText: shortDate(date),
    summary,
    departments: [department],
    fields,
  };
}

export function activityCard(entry: ActivityEntry, asOf: Day): Card {
  const { title, kind, window, summary, department, fields } = entry.data;
  const last = heldOn(entry.data);
  const first = firstDay(entry);
  return {
    id: entry.id,
    kind: 'activities',
    label: ACTIVITY_KINDS[kind],
    title,
    address: addresses.activity(entry.id),
    // Counted on its last day; until that day has come it is listed under its first.
    date: last <= asOf ? last : first,
    dateText: window ? spanText(window.from, window.to) : shortDate(last),
    summary,
    departments: [department],
    fields,
  };
}

/** The day an activity begins: from then on it is shown. */
export function firstDay({ data }: ActivityEntry): Day {
  return data.window?.from ?? data.date ?? '';
}

/** A run of days as short as it can be said: the year once where it is the same. */
export function spanText(from: Day, to: Day): string {
  if (from === to) return shortDate(from);
  const start = shortDate(from);
  return `${yearOf(from) === yearOf(to) ? start.slice(0, -5) : start} – ${shortDate(to)}`;
}
