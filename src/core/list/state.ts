import type { Day } from '../calendar/day.ts';
import type { EntryFacts } from './facts.ts';

/** How an entry may stand: the word on the left is what addresses hold. Several may be true. */
export const ENTRY_STATES = {
  'ban-nhap': 'Bản nháp',
  'cho-duyet': 'Chờ duyệt',
  'san-sang': 'Sẵn sàng',
  'da-len-lich': 'Đã lên lịch',
  'qua-han': 'Quá hạn rà soát',
  'da-dang': 'Đã đăng',
  'khong-dang': 'Không đăng trên trang',
  'da-go': 'Đã gỡ',
  mau: 'Nội dung mẫu',
} as const;

export type EntryState = keyof typeof ENTRY_STATES;

/** How far a draft has come, in the words of the editors' tool. */
export const DRAFT_STATES = {
  draft: 'ban-nhap',
  pending_review: 'cho-duyet',
  pending_publish: 'san-sang',
} as const satisfies Record<string, EntryState>;

/** An entry of a list: what is published of it, what somebody works on, or both. */
export interface ListedEntry {
  id: string;
  published?: EntryFacts;
  draft?: ListedDraft;
}

/** A draft that the reader of the list may see. */
export interface ListedDraft {
  facts: EntryFacts;
  status: keyof typeof DRAFT_STATES;
  /** Name of who changed it last, and the date in the ward. */
  by: string;
  day: Day;
}

/** Everything that is true of an entry on a date, what is still to be done first. */
export function statesOf({ published, draft }: ListedEntry, asOf: Day): EntryState[] {
  const states: EntryState[] = draft ? [DRAFT_STATES[draft.status]] : [];
  if (published) states.push(...publishedStates(published, asOf));
  if (factsOf({ published, draft }).sample) states.push('mau');
  return states;
}

/** What a list shows of an entry: the draft, for that is what opens. */
export function factsOf({ published, draft }: Omit<ListedEntry, 'id'>): EntryFacts {
  const facts = draft?.facts ?? published;
  if (!facts) throw new RangeError('A listed entry is published, a draft, or both');
  return facts;
}

function publishedStates(facts: EntryFacts, asOf: Day): EntryState[] {
  if (facts.withdrawn) return ['da-go'];
  if (facts.day > asOf && facts.day.length === asOf.length) return ['da-len-lich'];
  const overdue: EntryState[] = facts.reviewBy !== '' && facts.reviewBy < asOf ? ['qua-han'] : [];
  return [...overdue, facts.web ? 'da-dang' : 'khong-dang'];
}
