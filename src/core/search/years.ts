import { numbersIn } from './number.ts';

/** The choice among years that looks through all of them. */
export const ALL_YEARS = 'tat-ca';
/** How many older years are looked through unasked where the current ones have no answer. */
const UNASKED = 3;
const NAMED = /\b(?:19|20)\d\d\b/g;

/** Years of articles, from the latest. */
export interface YearsOfArticles {
  currentYears: readonly string[];
  olderYears: readonly string[];
}

/** The years a query is first looked for in: the current ones, and those it or the reader names. */
export function yearsAsked(
  query: string,
  chosen: string | undefined,
  { currentYears, olderYears }: YearsOfArticles,
): string[] {
  const named = new Set([...(query.match(NAMED) ?? []), chosen]);
  const days = numbersIn(query).days.map(({ year }) => String(year));
  const asked = (year: string) => chosen === ALL_YEARS || named.has(year) || days.includes(year);
  return [...currentYears, ...olderYears.filter(asked)];
}

/** The years a query is then looked for in, where those had no answer; none when that is enough. */
export function yearsNext(
  asked: readonly string[],
  chosen: string | undefined,
  { olderYears }: YearsOfArticles,
): string[] {
  if (chosen !== undefined) return [];
  const next = olderYears.slice(0, UNASKED).filter((year) => !asked.includes(year));
  return next.length > 0 ? [...asked, ...next] : [];
}

/** Years as one reads them: `2006–2018, 2020`. */
export function spansOf(years: readonly string[]): string {
  const spans: [first: number, last: number][] = [];
  for (const year of years.map(Number).toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
    .join(', ');
}
