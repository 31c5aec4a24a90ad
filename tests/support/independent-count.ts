/**
 * A second count of the quotas, written from `counting.md` alone and never from the engine, so
 * that a mistake has to be made twice before nobody sees it. It is slow and plain on purpose:
 * every day of every period, every subject, every entry. Do not make it clever, and do not bend
 * it towards the engine; where the two differ, `counting.md` decides.
 */
import type { Activity } from '../../src/core/schema/activity.ts';
import type { Article } from '../../src/core/schema/article.ts';
import type { Alternative, Rule } from '../../src/core/schema/quota.ts';
import type { ActivityEntry, ArticleEntry, PlanEntry, Store } from '../../src/core/store/store.ts';

/** One number of the independent count, with what it was made of. */
export interface IndependentTally {
  rule: string;
  /** Label of the alternative reading; null for the chosen one. */
  alternative: string | null;
  subject: string;
  period: string;
  from: string;
  to: string;
  required: number | null;
  actual: number;
  status: string;
  closed: boolean;
  live: number | null;
  /** Ids of what counted, sorted. */
  counted: string[];
}

/** A rule with everything an alternative may change already put in. */
interface Reading {
  rule: Rule;
  plan: PlanEntry;
  alternative: string | null;
  departments: readonly string[];
  mode: string;
  lead: string | undefined;
  measure: string;
  event: string;
  channels: readonly string[];
  min: number | undefined;
  period: Kind;
  from: string | undefined;
  to: string | undefined;
  conditions: Rule['conditions'];
}

type Kind = Rule['period'];

interface Span {
  label: string;
  from: string;
  to: string;
}

/** A day on which something could count, and the channel it happened on. */
interface Happening {
  day: string;
  channel: string;
}

interface Candidate {
  id: string;
  department: string;
  day: string;
}

/** Every tally of every rule of every plan that exists on `asOf`, chosen readings and others. */
export function independentTallies(store: Store, asOf: string): IndependentTally[] {
  const tallies: IndependentTally[] = [];
  for (const plan of store.plans) {
    if (firstDayOfIssue(plan) > asOf) continue;
    for (const rule of plan.data.quotas) {
      for (const reading of readingsOf(plan, rule)) {
        const live = talliesOf(store, asOf, reading);
        const isChosen = reading.alternative === null;
        tallies.push(...(isChosen ? closedOver(store, asOf, rule.id, live) : live));
      }
    }
  }
  return tallies;
}

/* Readings */

function readingsOf(plan: PlanEntry, rule: Rule): Reading[] {
  return [readingOf(plan, rule), ...rule.alternatives.map((other) => readingOf(plan, rule, other))];
}

function readingOf(plan: PlanEntry, rule: Rule, other?: Alternative): Reading {
  return {
    rule,
    plan,
    alternative: other?.label ?? null,
    departments: other?.departments ?? rule.subject.departments,
    mode: other?.mode ?? rule.subject.mode,
    lead: other?.lead ?? rule.subject.lead,
    measure: other?.measure ?? rule.measure,
    event: other?.event ?? rule.event,
    channels: other?.channels ?? rule.channels,
    min: other?.min ?? rule.min,
    period: other?.period ?? rule.period,
    from: other?.from ?? rule.from,
    to: other?.to ?? rule.to,
    conditions: other?.conditions ?? rule.conditions,
  };
}

function talliesOf(store: Store, asOf: string, reading: Reading): IndependentTally[] {
  const begin = beginOf(reading);
  const end = endOf(store, asOf, reading);
  const candidates = candidatesOf(store, asOf, reading, begin);
  const tallies: IndependentTally[] = [];
  for (const period of periodsOf(reading, begin, end)) {
    for (const subject of subjectsOf(store, reading, period)) {
      const counted: string[] = [];
      for (const found of candidates) {
        if (found.day < period.from || found.day > period.to) continue;
        if (countsFor(store, reading, subject, found)) counted.push(found.id);
      }
      const actual = counted.length;
      tallies.push({
        rule: reading.rule.id,
        alternative: reading.alternative,
        subject,
        period: period.label,
        from: period.from,
        to: period.to,
        required: requiredOf(reading),
        actual,
        status: statusOf(store, asOf, reading, { period, subject, begin, actual }),
        closed: false,
        live: null,
        counted: counted.sort(),
      });
    }
  }
  return tallies;
}

function requiredOf({ rule, min }: Reading): number | null {
  return rule.level === 'tracked' ? null : (min ?? null);
}

/* Status */

interface Judged {
  period: Span;
  subject: string;
  begin: string;
  actual: number;
}

function statusOf(store: Store, asOf: string, reading: Reading, judged: Judged): string {
  const { period, actual } = judged;
  if (reading.rule.level === 'tracked') return 'tracked';
  if (!isJudged(store, reading, judged)) return 'not-counted';
  if (period.from > asOf) return 'upcoming';
  if (actual >= (reading.min ?? 0)) return 'met';
  if (period.to >= asOf) return 'open';
  return 'short';
}

function isJudged(store: Store, reading: Reading, judged: Judged): boolean {
  const { period, begin, subject } = judged;
  if (period.to < begin) return false;
  // Weeks, months and quarters are judged whole or not at all; longer ones as far as they go.
  if (isShort(reading.period) && period.from < begin) return false;
  if (reading.mode !== 'each') return true;
  return daysOf(period).every((day) => isMember(store, reading.departments, subject, day));
}

/* When a rule runs */

function isShort(kind: Kind): boolean {
  return kind === 'week' || kind === 'month' || kind === 'quarter';
}

function firstDayOfIssue({ data }: PlanEntry): string {
  return data.date ?? firstDay(data.issuedMonth ?? '');
}

function lastDayOfIssue({ data }: PlanEntry): string {
  return data.date ?? lastDay(data.issuedMonth ?? '');
}

/** The first day on which something counts for a reading. */
function beginOf(reading: Reading): string {
  if (reading.from !== undefined) return firstDay(reading.from);
  const spans = calendar(reading.period, yearOf(firstDayOfIssue(reading.plan)));
  const first = isShort(reading.period)
    ? spans.find((span) => span.from > lastDayOfIssue(reading.plan))
    : spans.find((span) => span.to >= firstDayOfIssue(reading.plan));
  if (!first) throw new Error(`No period of ${reading.rule.id} after the plan`);
  // A plan issued in December for the next year promises nothing for a year that is ending.
  const year = `${reading.plan.data.year}-01-01`;
  return !isShort(reading.period) && first.from < year ? year : first.from;
}

/** The day that ends a reading: the last period is the last one that has begun by then. */
function endOf(store: Store, asOf: string, reading: Reading): string {
  let end = reading.to === undefined ? yearEnd(reading) : lastDay(reading.to);
  for (const other of store.plans) {
    if (other.data.replaces !== reading.plan.id || firstDayOfIssue(other) > asOf) continue;
    const before = plusDays(takeover(other, reading.period), -1);
    if (before < end) end = before;
  }
  return end;
}

/**
 * The day on which a replacing plan begins for rules of one kind of period. `counting.md` says
 * «the day before its own begin» and not which of several rules: here those of the same kind,
 * else those that start with a whole period, else any, but then not before the plan is issued.
 */
function takeover(plan: PlanEntry, kind: Kind): string {
  const begins = (wanted: (period: Kind) => boolean) =>
    earliest(
      plan.data.quotas
        .filter(({ period }) => wanted(period))
        .map((rule) => beginOf(readingOf(plan, rule))),
    );
  const whole = begins((period) => period === kind) ?? begins(isShort);
  if (whole !== undefined) return whole;
  const issue = firstDayOfIssue(plan);
  const any = begins(() => true);
  return any !== undefined && any > issue ? any : issue;
}

/** The end of the plan's year: its last Sunday for weeks, as 2026-W53 belongs to 2026. */
function yearEnd({ period, plan }: Reading): string {
  const { year } = plan.data;
  if (period !== 'week') return `${year}-12-31`;
  const weeks = calendar('week', year).filter(({ label }) => label.startsWith(`${year}-W`));
  return weeks.at(-1)?.to ?? '';
}

/** Every period from the plan's issue, or from the rule's start where that is earlier. */
function periodsOf(reading: Reading, begin: string, end: string): Span[] {
  if (reading.period === 'window') {
    const from = firstDay(reading.from ?? '');
    const to = end;
    return from <= end ? [{ label: `${from}..${to}`, from, to }] : [];
  }
  const issue = firstDayOfIssue(reading.plan);
  const first = begin < issue ? begin : issue;
  return calendar(reading.period, yearOf(first), yearOf(end)).filter(
    (span) => span.to >= first && span.from <= end,
  );
}

/* Who answers for a rule */

function subjectsOf(store: Store, reading: Reading, period: Span): string[] {
  if (reading.mode === 'joint') return ['joint'];
  if (reading.mode === 'lead') return reading.lead ? [reading.lead] : [];
  return store.departments
    .map(({ id }) => id)
    .filter((id) => daysOf(period).some((day) => isMember(store, reading.departments, id, day)));
}

function countsFor(store: Store, reading: Reading, subject: string, found: Candidate): boolean {
  const { department, day } = found;
  const listed = isMember(store, reading.departments, department, day);
  if (reading.mode === 'joint') return listed;
  if (reading.mode === 'each') return listed && department === subject;
  return listed || (department === reading.lead && exists(store, department, day));
}

function isMember(store: Store, names: readonly string[], id: string, day: string): boolean {
  if (!exists(store, id, day)) return false;
  for (const name of names) {
    if (name === id) return true;
    for (const group of store.groups) {
      if (name !== `group:${group.id}`) continue;
      for (const member of group.members) {
        if (member.department === id && within(member, day)) return true;
      }
    }
  }
  return false;
}

function exists(store: Store, id: string, day: string): boolean {
  return store.departments.some((department) => department.id === id && within(department, day));
}

function within(stretch: { from?: string; to?: string }, day: string): boolean {
  if (stretch.from !== undefined && day < stretch.from) return false;
  return stretch.to === undefined || day <= stretch.to;
}

/* What may count */

function candidatesOf(store: Store, asOf: string, reading: Reading, begin: string): Candidate[] {
  if (reading.measure === 'activity') {
    return store.activities
      .filter(({ data }) => holds(reading, data))
      .map(({ id, data }) => ({ id, department: data.department, day: heldOn({ data }) }))
      .filter(({ day }) => day >= begin && day <= asOf);
  }
  const found: Candidate[] = [];
  for (const article of store.articles) {
    const { data, id } = article;
    if (data.date > asOf) continue;
    if (data.withdrawn && data.withdrawn.date <= asOf) continue;
    const candidates =
      reading.measure === 'airing'
        ? airingsOf(store, asOf, reading, article, begin)
        : itemOf(store, asOf, reading, article, begin);
    for (const { day, name } of candidates) {
      found.push({ id: `${id}${name}`, department: data.department, day });
    }
  }
  return found;
}

function heldOn({ data }: Pick<ActivityEntry, 'data'>): string {
  return data.window?.to ?? data.date ?? '';
}

function holds({ conditions }: Reading, activity: Activity): boolean {
  if (!conditions.activityKinds?.includes(activity.kind)) return false;
  if (conditions.topics || conditions.genres || conditions.new) return false;
  return !conditions.fields || conditions.fields.some((field) => activity.fields.includes(field));
}

/** The one day an item counts on: its earliest qualifying event on or after the rule's start. */
function itemOf(
  store: Store,
  asOf: string,
  reading: Reading,
  article: ArticleEntry,
  begin: string,
): { day: string; name: string }[] {
  const genres = reading.conditions.genres ?? ['brief', 'story', 'reportage'];
  if (!genres.includes(article.data.genre)) return [];
  const events = eventsOf(article.data, reading, asOf).filter(({ day }) => day >= begin);
  const day = earliest(events.map((event) => event.day));
  if (day === undefined || !meets(reading, article.data)) return [];
  const onThatDay = events.filter((event) => event.day === day);
  if (!onThatDay.some((event) => isNewEnough(store, asOf, reading, article, event))) return [];
  return [{ day, name: '' }];
}

/** Each airing on the rule's channels, whatever the genre: the contract narrows items only. */
function airingsOf(
  store: Store,
  asOf: string,
  reading: Reading,
  article: ArticleEntry,
  begin: string,
): { day: string; name: string }[] {
  const found: { day: string; name: string }[] = [];
  const { genres } = reading.conditions;
  if (genres && !genres.includes(article.data.genre)) return [];
  if (!meets(reading, article.data)) return [];
  for (const { channel, airings, aired } of article.data.placements) {
    if (!reading.channels.includes(channel)) continue;
    const all = airings.length > 0 ? airings : aired ? [{ date: aired, time: undefined }] : [];
    for (const { date, time } of all) {
      if (date < begin || date > asOf) continue;
      if (!isNewEnough(store, asOf, reading, article, { day: date, channel })) continue;
      found.push({ day: date, name: time ? `#${date}T${time}` : `#${date}` });
    }
  }
  return found;
}

/** Every happening of the rule's event on the rule's channels that exists on `asOf`. */
function eventsOf(article: Article, reading: Reading, asOf: string): Happening[] {
  const found: Happening[] = [];
  for (const placement of datedPlacements(article, asOf)) {
    const { channel, sent, published, aired } = placement;
    if (!reading.channels.includes(channel)) continue;
    if (reading.event === 'published') found.push(...published.map((day) => ({ day, channel })));
    if (reading.event === 'aired') found.push(...aired.map((day) => ({ day, channel })));
    if (reading.event === 'sent') {
      const day = sent ?? earliest([...published, ...aired]);
      if (day !== undefined && day <= asOf) found.push({ day, channel });
    }
  }
  return found;
}

interface DatedPlacement {
  channel: string;
  sent: string | undefined;
  published: string[];
  aired: string[];
}

/**
 * The placements with the dates that have come, and the implied one on this section. A day of
 * sending that is still to come stays: it is not blank, so nothing may be put in its place.
 */
function datedPlacements(article: Article, asOf: string): DatedPlacement[] {
  const known = (day: string | undefined) => day !== undefined && day <= asOf;
  const found: DatedPlacement[] = article.placements.map((placement) => ({
    channel: placement.channel,
    sent: placement.sent,
    published: [placement.published ?? ''].filter((day) => day !== '' && known(day)),
    aired: [placement.aired ?? '', ...placement.airings.map(({ date }) => date)].filter(
      (day) => day !== '' && known(day),
    ),
  }));
  if (article.web) {
    found.push({ channel: 'web', sent: article.date, published: [article.date], aired: [] });
  }
  return found;
}

/* Conditions */

function meets({ conditions }: Reading, article: Article): boolean {
  const { topics, fields, activityKinds } = conditions;
  if (activityKinds) return false;
  if (topics && !topics.some((topic) => article.topics.includes(topic))) return false;
  return !fields || fields.some((field) => article.fields.includes(field));
}

function isNewEnough(
  store: Store,
  asOf: string,
  reading: Reading,
  article: ArticleEntry,
  event: Happening,
): boolean {
  if (!reading.conditions.new) return true;
  const { origin, originality } = article.data;
  if (origin.kind !== 'own') return false;
  if (originality?.decision === 'repeat' && originality.date <= asOf) return false;
  if (store.articles.some((other) => saysTheSameEarlier(other, article))) return false;
  return !datedPlacements(article.data, asOf).some(
    ({ channel, published, aired }) =>
      channel !== event.channel && [...published, ...aired].some((day) => day < event.day),
  );
}

function saysTheSameEarlier(other: ArticleEntry, article: ArticleEntry): boolean {
  if (other.id === article.id || !other.textKey || other.textKey !== article.textKey) return false;
  if (other.data.date !== article.data.date) return other.data.date < article.data.date;
  return other.id < article.id;
}

/* Closed periods */

/** Puts the closed numbers of a rule over today's; a closed tally never disappears. */
function closedOver(
  store: Store,
  asOf: string,
  rule: string,
  tallies: IndependentTally[],
): IndependentTally[] {
  const found = [...tallies];
  for (const closing of store.closings) {
    if (closing.closedOn > asOf) continue;
    for (const kept of closing.tallies) {
      if (kept.rule !== rule) continue;
      const at = found.findIndex(
        ({ subject, period }) => subject === kept.subject && period === kept.period,
      );
      const { label: period, from, to } = spanOf(kept.period);
      const closed = {
        rule,
        alternative: null,
        subject: kept.subject,
        period,
        from,
        to,
        required: kept.required ?? null,
        actual: kept.actual,
        status: kept.status,
        closed: true,
        live: found[at]?.actual ?? 0,
        counted: kept.counted.map(({ id }) => id).sort(),
      };
      if (at >= 0) found[at] = closed;
      else found.push(closed);
    }
  }
  return found;
}

/* Days and periods: its own calendar, for the engine's may be wrong */

const calendars = new Map<string, Span[]>();

/** The periods of a kind in the years around, found by naming every single day. */
function calendar(kind: Kind, year: number, lastYear = year): Span[] {
  const key = `${kind} ${year} ${lastYear}`;
  const known = calendars.get(key);
  if (known) return known;
  const spans: Span[] = [];
  const stop = `${lastYear + 3}-01-15`;
  for (let day = `${year - 1}-12-01`; day < stop; day = plusDays(day, 1)) {
    const label = labelOf(kind, day);
    const last = spans.at(-1);
    if (label === undefined) continue;
    if (last?.label === label) last.to = day;
    else spans.push({ label, from: day, to: day });
  }
  // The first and the last were cut off by where the walk began and ended.
  const whole = spans.filter(
    ({ from, to }) =>
      labelOf(kind, plusDays(from, -1)) !== labelOf(kind, from) &&
      labelOf(kind, plusDays(to, 1)) !== labelOf(kind, to),
  );
  calendars.set(key, whole);
  return whole;
}

function labelOf(kind: Kind, day: string): string | undefined {
  const [year = '', month = ''] = day.split('-');
  const number = Number(month);
  if (kind === 'month') return `${year}-${month}`;
  if (kind === 'quarter') return `${year}-Q${1 + Math.floor((number - 1) / 3)}`;
  if (kind === 'half') return number <= 6 ? `${year}-H1` : `${year}-H2`;
  if (kind === 'nine-months') return number <= 9 ? `${year}-9M` : undefined;
  if (kind === 'year') return year;
  return weekLabel(day);
}

/** ISO 8601: a week belongs to the year of its Thursday, whose day of the year numbers it. */
function weekLabel(day: string): string {
  const date = Temporal.PlainDate.from(day);
  const thursday = date.add({ days: 4 - date.dayOfWeek });
  const week = 1 + Math.floor((thursday.dayOfYear - 1) / 7);
  return `${thursday.year}-W${String(week).padStart(2, '0')}`;
}

/** The span of a date or of a period label. */
function spanOf(moment: string): Span {
  if (/^\d{4}-\d\d-\d\d$/.test(moment)) return { label: moment, from: moment, to: moment };
  if (moment.includes('..')) {
    const [from = '', to = ''] = moment.split('..');
    return { label: moment, from, to };
  }
  const span = calendar(kindOf(moment), yearOf(moment)).find(({ label }) => label === moment);
  if (!span) throw new Error(`Neither a date nor a period: ${moment}`);
  return span;
}

function kindOf(label: string): Kind {
  if (label.includes('W')) return 'week';
  if (label.includes('Q')) return 'quarter';
  if (label.includes('H')) return 'half';
  if (label.includes('9M')) return 'nine-months';
  return label.includes('-') ? 'month' : 'year';
}

function firstDay(moment: string): string {
  return spanOf(moment).from;
}

function lastDay(moment: string): string {
  return spanOf(moment).to;
}

const dayLists = new Map<string, string[]>();

function daysOf({ from, to }: Span): string[] {
  const known = dayLists.get(`${from} ${to}`);
  if (known) return known;
  const days: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  dayLists.set(`${from} ${to}`, days);
  return days;
}

function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function earliest(days: readonly string[]): string | undefined {
  return [...days].sort()[0];
}
