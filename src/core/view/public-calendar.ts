import { addresses } from '../address.ts';
import { shortDate } from '../calendar/wording.ts';
import { heldOn } from '../schema/activity.ts';
import { ACTIVITY_KINDS } from '../schema/vocabulary.ts';
import { type ActivityEntry, hasSamples } from '../store/store.ts';
import type { CalendarEvent, CalendarView } from './calendar.ts';
import { firstDay } from './card.ts';
import { activityPages, type Edition } from './edition.ts';
import { wardInSentence } from './names.ts';
import { decisionText, effectiveLabel, procedureAnchor } from './procedure-register.ts';
import { type Change, changesOf } from './procedure-state.ts';

/** The calendar of a ward's activities: those that are announced as well as those that were. */
export function activitiesCalendar(edition: Edition): CalendarView {
  const { store } = edition;
  return {
    ...calendarOf(edition),
    name: `Hoạt động CCHC ${wardInSentence(store.ward)}`,
    description: `Hoạt động tuyên truyền cải cách hành chính của ${store.ward.name}.`,
    events: activityPages(edition).map((entry) => activityEvent(edition, entry)),
  };
}

/** One activity as a calendar of its own, to be added by hand. */
export function activityCalendar(edition: Edition, entry: ActivityEntry): CalendarView {
  return {
    ...calendarOf(edition),
    name: entry.data.title,
    description: `Hoạt động của ${edition.store.ward.name}.`,
    events: [activityEvent(edition, entry)],
  };
}

/** The days on which changes of procedures take effect, or cease to hold. */
export function procedureCalendar(edition: Edition): CalendarView {
  const { store, asOf, procedureChanges } = edition;
  return {
    ...calendarOf(edition),
    name: `Thay đổi thủ tục ${wardInSentence(store.ward)}`,
    description: `Ngày các thay đổi thủ tục hành chính có hiệu lực, hết hiệu lực, do ${store.ward.name} đăng lại từ quyết định công bố.`,
    events: changesOf(procedureChanges, asOf).flatMap((change) => changeEvents(edition, change)),
  };
}

function calendarOf({ store, asOf }: Edition) {
  return { asOf, sample: hasSamples(store) };
}

function activityEvent({ store }: Edition, entry: ActivityEntry): CalendarEvent {
  const { id, data } = entry;
  return {
    uid: `hoat-dong.${id}@${store.ward.id}.cchc`,
    from: firstDay(entry),
    to: heldOn(data),
    title: data.title,
    lines: [ACTIVITY_KINDS[data.kind], ...(data.summary ? [data.summary] : [])],
    ...(data.place && { place: data.place }),
    address: addresses.activity(id),
  };
}

/** One event on the first day, and one on the last where the announcement itself sets it. */
function changeEvents({ store }: Edition, { entry, procedure, until }: Change): CalendarEvent[] {
  const { code, name, effective, expires } = procedure;
  const shared = {
    lines: [`Mã thủ tục ${code}.`, `${decisionText(entry)}.`],
    address: `${addresses.procedureChange(entry.id)}#${procedureAnchor(code)}`,
  };
  const uid = (what: string) => `thu-tuc.${entry.id}.${code}.${what}@${store.ward.id}.cchc`;
  return [
    {
      ...shared,
      uid: uid('hieu-luc'),
      from: effective,
      to: effective,
      title: `${effectiveLabel(procedure)} ${shortDate(effective)}: ${name}`,
    },
    // Another announcement may have ended it earlier; that one has an event of its own.
    ...(expires && expires === until
      ? [
          {
            ...shared,
            uid: uid('het-hieu-luc'),
            from: expires,
            to: expires,
            title: `Ngày cuối còn hiệu lực: ${name}`,
          },
        ]
      : []),
  ];
}
