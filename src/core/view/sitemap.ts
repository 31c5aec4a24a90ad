import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { hasSamples } from '../store/store.ts';
import { activityCard } from './card.ts';
import { type Edition, isWithdrawn } from './edition.ts';
import { movesOf } from './moved.ts';
import { articlesPageAddress } from './paging.ts';

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
const APART = /^\/(can-bo|admin)\/|\/truyen-thanh\/$|\.html$/;

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
  const { asOf, cards } = edition;
  const found = new Map<string, Day>();
  const note = (address: string, days: readonly (Day | undefined)[]) => {
    for (const day of days) {
      if (day && day <= asOf && day > (found.get(address) ?? '')) found.set(address, day);
    }
  };
  for (const entry of edition.articlePages) {
    const { date, corrections } = entry.data;
    note(addresses.article(entry), [date, ...corrections.map((one) => one.date)]);
  }
  for (const { id, data } of edition.procedureChanges) {
    // Its state changes on the days its procedures take effect or end.
    const days = data.procedures.flatMap(({ effective, expires, checked }) => [
      ...[effective, expires, checked],
    ]);
    for (const address of [addresses.procedureChange(id), addresses.procedureChanges()]) {
      note(address, [data.date, ...days]);
    }
  }
  for (const { id, data } of edition.practices) note(addresses.practice(id), [data.date]);
  for (const entry of edition.activities) {
    note(addresses.activity(entry.id), [activityCard(entry, asOf).date]);
  }
  for (const { id, data } of edition.plans) note(addresses.plan(id), [data.date]);
  for (const { date, kind, departments, fields } of cards) {
    for (const list of [
      addresses.home(),
      addresses.month(date.slice(0, 7)),
      ...departments.map(addresses.department),
      ...fields.map(addresses.field),
      ...(kind === 'articles' ? [articlesPageAddress(1)] : []),
      ...(kind === 'practices' ? [addresses.practices()] : []),
      ...(kind === 'activities' ? [addresses.activities()] : []),
    ]) {
      note(list, [date]);
    }
  }
  return found;
}
