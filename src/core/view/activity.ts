import { heldOn } from '../schema/activity.ts';
import { ACTIVITY_KINDS } from '../schema/vocabulary.ts';
import type { ActivityEntry } from '../store/store.ts';
import { activityCard, type Card } from './card.ts';
import type { Edition } from './edition.ts';
import { type Fact, knownFacts } from './link.ts';
import { dated, departmentLink, fieldLink, linked } from './names.ts';
import { amountText } from './practice.ts';
import { taskValues } from './task-link.ts';

/** An activity as its page shows it. */
export interface ActivityPage {
  card: Card;
  /** Whether its last day is still to come. */
  running: boolean;
  facts: Fact[];
}

/** The page of an activity. */
export function activityPage(edition: Edition, entry: ActivityEntry): ActivityPage {
  const { store, asOf } = edition;
  const { data } = entry;
  const card = activityCard(entry, asOf);
  return {
    card,
    running: heldOn(data) > asOf,
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
        values: data.participants === undefined ? [] : [{ text: amountText(data.participants) }],
      },
      { term: 'Lĩnh vực', values: data.fields.map((field) => linked(fieldLink(field))) },
      { term: 'Theo kế hoạch', values: taskValues(edition, data.tasks) },
    ]),
  };
}
