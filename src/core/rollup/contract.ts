import { z } from 'zod';
import { isDay } from '../calendar/day.ts';
import { type Period, parsePeriod } from '../calendar/period.ts';
import { RULE_PERIODS } from '../schema/quota.ts';
import {
  ACTIVITY_KINDS,
  CHANNELS,
  keysOf,
  LEVELS,
  MEASURES,
  STATUSES,
} from '../schema/vocabulary.ts';

/**
 * `chi-tieu.json` as other programs may rely on it. Whatever a later version adds is let
 * through; what this version promises must be there and hang together.
 */

/** The version of the file that this program reads. */
export const CONTRACT_VERSION = 1;

/** Texts come from elsewhere and go to a terminal and a page: no control characters. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is kept out
    .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/);
const id = text(200).min(1);

/** The same few hundred days and periods stand in every file; each is looked at once. */
const days = new Map<string, boolean>();
const periods = new Map<string, Period | undefined>();

const day = z.string().refine((value) => {
  const known = days.get(value) ?? isDay(value);
  days.set(value, known);
  return known;
});

const whole = z.number().int().min(0);

const rule = z.object({
  id,
  plan: id,
  quote: text(5000),
  measure: z.enum(keysOf(MEASURES)),
  channels: z.array(z.enum(keysOf(CHANNELS))),
  period: z.enum(keysOf(RULE_PERIODS)),
  level: z.enum(keysOf(LEVELS)),
  conditions: z.object({ activityKinds: z.array(z.enum(keysOf(ACTIVITY_KINDS))).optional() }),
});

const tally = z
  .object({
    rule: id,
    subject: id,
    period: id,
    from: day,
    to: day,
    required: whole.nullable(),
    actual: whole,
    status: z.enum(keysOf(STATUSES)),
    closed: z.boolean(),
    live: whole.nullable(),
    counted: z.array(z.object({ id, title: text(1000), url: text(1000).nullable(), date: day })),
  })
  .refine(({ actual, counted }) => actual === counted.length, { path: ['actual'] })
  .refine((one) => spanMatches(one), { path: ['period'] });

/** A published file. */
export const contract = z
  .object({
    version: z.literal(CONTRACT_VERSION),
    ward: z.object({ id, name: text(200).min(1) }),
    asOf: day,
    sample: z.boolean(),
    departments: z.array(z.object({ id, name: text(300) })),
    rules: z.array(rule),
    tallies: z.array(tally),
  })
  .refine(({ rules, tallies }) => namesRules(rules, tallies), { path: ['tallies'] })
  .refine(({ tallies }) => countsOnce(tallies), { path: ['tallies'] });

export type PublishedResult = z.infer<typeof contract>;

/** A period's days must be those that its label names. */
function spanMatches({ period, from, to }: { period: string; from: string; to: string }): boolean {
  if (!periods.has(period)) periods.set(period, parsePeriod(period));
  const span = periods.get(period);
  return span !== undefined && span.from === from && span.to === to;
}

function namesRules(rules: readonly { id: string }[], tallies: readonly { rule: string }[]) {
  const known = new Set(rules.map((one) => one.id));
  return tallies.every((one) => known.has(one.rule));
}

function countsOnce(tallies: readonly { rule: string; subject: string; period: string }[]) {
  const keys = new Set(tallies.map((one) => `${one.rule} ${one.subject} ${one.period}`));
  return keys.size === tallies.length;
}
