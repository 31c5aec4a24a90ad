import { addresses } from '../address.ts';
import { heldOn } from '../schema/activity.ts';
import { ACTIVITY_KINDS } from '../schema/vocabulary.ts';
import type { ActivityEntry } from '../store/store.ts';
import { activityCard, type Card, firstDay } from './card.ts';
import { cardsOfKind, type Edition } from './edition.ts';
import { type Fact, knownFacts } from './link.ts';
import { dated, departmentLink, fieldLink, linked } from './names.ts';
import { amountText } from './practice.ts';
import { taskValues } from './task-link.ts';

/** What an activity is called before its first day. */
export const ANNOUNCED = 'Sắp diễn ra';

/** The list of activities. */
export interface ActivityList {
  /** Soonest first. */
  announced: Card[];
  /** Newest first. */
  begun: Card[];
}

/** The activities that are announced, and those that have begun. */
export function activityList(edition: Edition): ActivityList {
  return {
    announced: edition.announced.map((entry) => activityCard(entry, edition.asOf)),
    begun: cardsOfKind(edition.cards, 'activities'),
  };
}

/** An activity as its page shows it. */
export interface ActivityPage {
  card: Card;
  /** `Sắp diễn ra` or `Đang diễn ra`, until its last day has come. */
  state?: string;
  /** Address of its calendar; absent once it is over. */
  calendar?: string;
  facts: Fact[];
  /** What came of it, once it has begun. */
  result?: string;
}

/** The page of an activity. */
export function activityPage(edition: Edition, entry: ActivityEntry): ActivityPage {
  const { store, asOf } = edition;
  const { data } = entry;
  const card = activityCard(entry, asOf);
  const begun = firstDay(entry) <= asOf;
  return {
    card,
    ...(heldOn(data) > asOf && { state: begun ? 'Đang diễn ra' : ANNOUNCED }),
    ...(begun && { result: data.result }),
    ...(heldOn(data) >= asOf && { calendar: addresses.activityCalendar(entry.id) }),
    facts: knownFacts([
      {
        term: 'Thời gian',
        values: data.window ? [{ text: card.dateText }] : [dated(card.date)],
      },
      { term: 'Địa điểm', values: data.place ? [{ text: data.place }] : [] },
      { term: 'Loại hoạt động', values: [{ text: ACTIVITY_KINDS[data.kind] }] },
      { term: 'Đơn vị', values: [linked(departmentLink(store, data.department))] },
      {
        term: 'Phối hợp',
        values: data.coordinators.map((id) => linked(departmentLink(store, id))),
      },
      {
        term: 'Số người dự',
        values:
          begun && data.participants !== undefined ? [{ text: amountText(data.participants) }] : [],
      },
      { term: 'Lĩnh vực', values: data.fields.map((field) => linked(fieldLink(field))) },
      { term: 'Theo kế hoạch', values: taskValues(edition, data.tasks) },
    ]),
  };
}
