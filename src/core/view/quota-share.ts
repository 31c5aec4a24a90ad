import type { Tally } from '../quota/tally.ts';
import type { Store } from '../store/store.ts';
import { subjectName } from './quota-cell.ts';
import type { FilledCell } from './quota-year.ts';

/** What one department gave to a number that several answer for. */
export interface ShareRow {
  department: string;
  name: string;
  open: string;
  year: { span: number; chosen: boolean; number: string }[];
}

/** The rows under a joint or lead row: each department's share, never judged. */
export function shareCells(
  store: Store,
  own: readonly Tally[],
  open: readonly Tally[],
  year: readonly FilledCell[],
): ShareRow[] {
  const departments = [...new Set(own.flatMap(({ shares }) => Object.keys(shares)))];
  if (departments.length < 2) return [];
  return departments.map((department) => ({
    department,
    name: subjectName(store, department),
    open: shareText(department, open),
    year: year.map(({ span, chosen, tallies }) => ({
      span,
      chosen,
      number: shareText(department, tallies),
    })),
  }));
}

/** The share in some tallies together; blank where it is not known or has not begun. */
function shareText(department: string, tallies: readonly Tally[]): string {
  const known = tallies.filter(
    (tally) => tally.status !== 'upcoming' && department in tally.shares && addsUp(tally),
  );
  if (known.length === 0) return '';
  return String(known.reduce((sum, { shares }) => sum + (shares[department] ?? 0), 0));
}

/** A closing keeps the number alone: where it differs from today's, the shares are not its own. */
function addsUp({ shares, actual }: Tally): boolean {
  return Object.values(shares).reduce((sum, share) => sum + share, 0) === actual;
}
