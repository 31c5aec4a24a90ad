import type { Day } from '../calendar/day.ts';
import type { Tally } from '../quota/tally.ts';
import type { Closing } from '../schema/records.ts';

/** Where something counts: for whom and when. */
export interface Place {
  subject: string;
  period: string;
}

/** Something that counts, with where it does. */
export interface Placed extends Place {
  id: string;
  title: string;
  date: Day;
}

/** Everything that one rule counts, when its months were closed and today. */
export interface Counting {
  /** What counts today for something that counted then; `undefined` when nothing does. */
  today: (kept: Named) => Placed | undefined;
  /** What counted in a closed month for something that counts today. */
  closed: (live: Named) => Placed | undefined;
}

type Named = Pick<Placed, 'id' | 'title' | 'date'>;

/**
 * Pairs what counted with what counts. An id is an entry's place on disk, so an entry whose
 * file was moved has another one: it is known again by its title and date.
 */
export function countingOf(
  rule: string,
  closings: readonly Closing[],
  live: readonly Tally[],
): Counting {
  const kept = closings.flatMap(({ tallies }) => placedIn(rule, tallies));
  const counted = placedIn(rule, live);
  const closedById = byId(kept);
  const todayById = byId(counted);
  const lost = byLooks(kept.filter(({ id }) => !todayById.has(id)));
  const found = byLooks(counted.filter(({ id }) => !closedById.has(id)));
  return {
    today: (one) => todayById.get(one.id) ?? twin(one, lost, found),
    closed: (one) => closedById.get(one.id) ?? twin(one, found, lost),
  };
}

function placedIn(
  rule: string,
  tallies: readonly (Place & { rule: string; counted: readonly Named[] })[],
): Placed[] {
  return tallies
    .filter((tally) => tally.rule === rule)
    .flatMap(({ subject, period, counted }) =>
      counted.map(({ id, title, date }) => ({ id, title, date, subject, period })),
    );
}

function byId(placed: readonly Placed[]): Map<string, Placed> {
  return new Map(placed.map((one) => [one.id, one]));
}

/** The one on the other side that looks the same, where there is one on either side. */
function twin(
  one: Named,
  own: ReadonlyMap<string, Placed>,
  others: ReadonlyMap<string, Placed>,
): Placed | undefined {
  return own.get(looks(one))?.id === one.id ? others.get(looks(one)) : undefined;
}

/** Two that look the same cannot be told apart, so neither is known by its looks. */
function byLooks(placed: readonly Placed[]): Map<string, Placed> {
  const groups = Map.groupBy(placed, looks);
  return new Map(
    [...groups].flatMap(([key, group]) => {
      const [only, ...others] = group;
      return only && others.length === 0 ? [[key, only] as const] : [];
    }),
  );
}

function looks({ id, title, date }: Named): string {
  return JSON.stringify([title, date, id.split('#')[1] ?? '']);
}
