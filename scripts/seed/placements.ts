import { addDays, type Day } from '../../src/core/calendar/day.ts';
import type { Rule } from '../../src/core/schema/quota.ts';
import type { Channel } from '../../src/core/schema/vocabulary.ts';
import { membershipsOf } from '../../src/core/store/membership.ts';
import type { PlanEntry, Store } from '../../src/core/store/store.ts';

interface Dealt {
  date: Day;
  department: string;
  /** Place in the whole deal; decides which of the variations a text shows. */
  at: number;
}

/** How a text is placed on a channel; the number picks what went well and what did not. */
const PLACED: Partial<Record<Channel, (dealt: Dealt) => string[]>> = {
  loudspeaker: ({ date, at }) => {
    if (at % 11 === 9) return [`    sent: ${date}`];
    const airings = [2, 9, ...(at % 3 === 1 ? [] : [16, 23])].map(
      (days) =>
        `      - { date: ${addDays(date, days)}, time: "${at % 2 ? '17:00' : '05:30'}", minutes: ${3 + (at % 3)} }`,
    );
    return [`    sent: ${date}`, '    airings:', ...airings];
  },
  'upper-portal': ({ date, at }) =>
    at % 5 === 2
      ? [`    sent: ${addDays(date, 4)}`]
      : [`    sent: ${date}`, `    published: ${addDays(date, 3)}`],
  facebook: ({ date }) => [`    published: ${addDays(date, 1)}`],
  zalo: ({ date }) => [`    published: ${addDays(date, 1)}`],
};

/** The `placements` of a dealt text, as lines of its front matter. */
export function placementLines(store: Store, plan: PlanEntry, dealt: Dealt): string[] {
  const channels = new Set(
    plan.data.quotas
      .filter((rule) => rule.measure !== 'activity' && answersFor(store, rule, dealt.department))
      .flatMap(({ channels: named }) => named),
  );
  const lines = [...channels].flatMap((channel) => {
    const place = PLACED[channel];
    // Some texts stay on the section only, so that a rule about another channel leaves them out.
    if (!place || dealt.at % 17 === 4) return [];
    return [`  - channel: ${channel}`, ...place(dealt)];
  });
  return lines.length > 0 ? ['placements:', ...lines] : [];
}

function answersFor(store: Store, rule: Rule, department: string): boolean {
  const { departments, lead } = rule.subject;
  return membershipsOf(store, [...departments, ...(lead ? [lead] : [])]).some(
    (member) => member.department === department,
  );
}
