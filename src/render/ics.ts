import ical, { ICalEventTransparency } from 'ical-generator';
import type { CalendarEvent, CalendarView } from '../core/view/calendar.ts';

/** Who made the file, as RFC 5545 wants every calendar to say. */
const PRODUCT = { company: 'CCHC', product: 'Chuyên mục cải cách hành chính', language: 'VI' };
/** How often programs should look for changes: the section is built anew every day. */
const REFRESH_SECONDS = 24 * 60 * 60;

/**
 * A calendar as an iCalendar file. The same calendar gives the same bytes: the stamp of the
 * events is the date they were computed for, never the clock, and their ids are the view's.
 */
export function icsFile(
  { name, description, asOf, sample, events }: CalendarView,
  link: (address: string) => string | undefined,
): string {
  const mark = sample ? ' (SỐ LIỆU MẪU)' : '';
  const calendar = ical({
    prodId: PRODUCT,
    name: escaped(`${name}${mark}`),
    description: escaped(`${description}${mark}`),
    ttl: REFRESH_SECONDS,
  });
  for (const event of events) {
    const url = link(event.address);
    calendar.createEvent({
      id: event.uid,
      stamp: `${asOf}T00:00:00Z`,
      start: Temporal.PlainDate.from(event.from),
      end: dayAfter(event),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${sample ? '[MẪU] ' : ''}${event.title}`,
      description: [
        ...event.lines,
        ...(sample ? ['SỐ LIỆU MẪU, không phải thông tin chính thức.'] : []),
      ].join('\n'),
      ...(event.place && { location: { title: event.place } }),
      ...(url && { url }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** In iCalendar the end of an event of whole days is the day after its last one. */
function dayAfter({ to }: CalendarEvent) {
  return Temporal.PlainDate.from(to).add({ days: 1 });
}

/** The library escapes the texts of events, not those of the calendar itself. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&');
}
