import { z } from 'zod';
import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { activity, heldOn, span } from '../schema/activity.ts';
import { about, choice } from '../schema/field.ts';
import { firstDay } from '../view/card.ts';
import { activityPages, type Edition } from '../view/edition.ts';
import { dataFile, dataHead, fieldsOf, identity, picked, sampleFlag } from './parts.ts';

const OWN = ['title', 'kind', 'place', 'department', 'coordinators', 'fields', 'summary'] as const;
/** What can be known only once it has begun. */
const OUTCOME = ['participants', 'result'] as const;

const SPAN = ['from', 'to'] as const;
const STATES = {
  announced: 'Sắp diễn ra',
  running: 'Đang diễn ra',
  held: 'Đã diễn ra',
} as const;

/** `hoat-dong.json`: the activities, announced ones too. */
export const activityFile = dataFile({
  activities: about(
    z.array(
      z.strictObject({
        ...identity,
        ...fieldsOf(activity, OWN),
        ...fieldsOf(activity, OUTCOME),
        ...fieldsOf(span, SPAN),
        state: about(
          choice(STATES),
          'Trạng thái',
          'Tính đến ngày lập tệp',
          'How it stands on the date of the file; from its last day on it is held.',
        ),
        calendar: about(
          z.string().startsWith('/'),
          'Tệp lịch',
          'Địa chỉ tệp .ics',
          'Address of its calendar file.',
        ),
        sample: sampleFlag,
      }),
    ),
    'Hoạt động',
    'Mới nhất trước',
    'Activities by their last day, latest first.',
  ),
});

/** The activities of an edition. */
export function activityData(edition: Edition): z.infer<typeof activityFile> {
  const { asOf } = edition;
  return {
    ...dataHead(edition),
    activities: activityPages(edition)
      .map((entry) => {
        const [from, to] = [firstDay(entry), heldOn(entry.data)];
        return {
          id: entry.id,
          url: addresses.activity(entry.id),
          ...picked(entry.data, OWN),
          ...(from <= asOf && picked(entry.data, OUTCOME)),
          from,
          to,
          state: stateOf(from, to, asOf),
          calendar: addresses.activityCalendar(entry.id),
          sample: entry.data.sample,
        };
      })
      .sort((a, b) => (a.to === b.to ? (a.id < b.id ? -1 : 1) : a.to > b.to ? -1 : 1)),
  };
}

function stateOf(from: Day, to: Day, asOf: Day): keyof typeof STATES {
  if (from > asOf) return 'announced';
  return to > asOf ? 'running' : 'held';
}
