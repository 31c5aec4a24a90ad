import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { hasSamples } from '../store/store.ts';
import { activityCard } from './card.ts';
import { type Edition, isWithdrawn } from './edition.ts';
import { movesOf } from './moved.ts';

/** A page that was built, as its file tells. */
export interface BuiltPage {
  /** Root-relative, without `BASE`. */
  address: string;
  /** Whether it asks search engines to leave it alone. */
  hidden: boolean;
}

/** A page that search engines are told of. */
export interface ListedPage {
  address: string;
  /** Last day its content is known to have changed; absent where the content does not say. */
  changed?: Day;
}

/** What lies below these is not for search engines. */
const APART = /^\/(can-bo|admin|tam-ngung)\/|\/(truyen-thanh|niem-yet)\/$|\.html$/;

/**
 * The pages of a built section that search engines are told of. While there are samples every
 * page asks to be left alone; then only what would be hidden anyway is left out, so that the
 * list can be looked at before real use.
 */
export function listedPages(edition: Edition, built: readonly BuiltPage[]): ListedPage[] {
  const sample = hasSamples(edition.store);
  const changed = changes(edition);
  const apart = new Set([
    ...movesOf(edition).map(({ from }) => from),
    ...edition.articlePages
      .filter((entry) => isWithdrawn(entry, edition.asOf))
      .map((entry) => addresses.article(entry)),
  ]);
  return built
    .filter(
      ({ address, hidden }) => !APART.test(address) && !apart.has(address) && (sample || !hidden),
    )
    .map(({ address }) => address)
    .sort()
    .map((address) => {
      const day = changed.get(address);
      return { address, ...(day && { changed: day }) };
    });
}

/** The last day on which the content of a page changed, by what its dates say. */
function changes(edition: Edition): Map<string, Day> {
  const found = new Map<string, Day>();
  for (const [address, day] of [...entryChanges(edition), ...listChanges(edition)]) {
    if (day <= edition.asOf && day > (found.get(address) ?? '')) found.set(address, day);
  }
  return found;
}

function entryChanges(edition: Edition): [address: string, day: Day][] {
  const on = (address: string, days: readonly (Day | undefined)[]) =>
    days.flatMap((day): [string, Day][] => (day ? [[address, day]] : []));
  return [
    ...edition.articlePages.flatMap((entry) => {
      const { date, corrections } = entry.data;
      return on(addresses.article(entry), [date, ...corrections.map((one) => one.date)]);
    }),
    ...edition.procedureChanges.flatMap(({ id, data }) => {
      // How it stands changes on the days its procedures take effect or end.
      const days = data.procedures.flatMap(({ effective, expires, checked }) => [
        ...[effective, expires, checked],
      ]);
      return [addresses.procedureChange(id), addresses.procedureChanges()].flatMap((address) =>
        on(address, [data.date, ...days]),
      );
    }),
    ...edition.practices.flatMap(({ id, data }) => on(addresses.practice(id), [data.date])),
    ...edition.activities.flatMap((entry) =>
      on(addresses.activity(entry.id), [activityCard(entry, edition.asOf).date]),
    ),
    ...edition.plans.flatMap(({ id, data }) => on(addresses.plan(id), [data.date])),
  ];
}

/** The lists change with the newest piece they show. */
function listChanges({ cards }: Edition): [address: string, day: Day][] {
  return cards.flatMap(({ date, kind, departments, fields }) =>
    [
      addresses.home(),
      addresses.month(date.slice(0, 7)),
      ...departments.map(addresses.department),
      ...fields.map(addresses.field),
      ...(kind === 'articles' ? [addresses.articles()] : []),
      ...(kind === 'practices' ? [addresses.practices()] : []),
      ...(kind === 'activities' ? [addresses.activities()] : []),
    ].map((address): [string, Day] => [address, date]),
  );
}
