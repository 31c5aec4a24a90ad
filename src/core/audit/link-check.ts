import type { Day } from '../calendar/day.ts';
import type { FailedLink, LinkCheck } from '../schema/records.ts';
import type { OutsideLink } from './links.ts';

/** What came of trying one address. */
export interface LinkOutcome {
  url: string;
  /** Absent when the address opened, or when it could not be tried at all. */
  fault?: FailedLink['fault'];
  status?: number;
}

/** A dead address and the files that still link to it. */
export interface DeadLink extends FailedLink {
  files: readonly string[];
}

/** A server that cannot be reached may be mending; after so many checks in a row it is not. */
const UNREACHABLE_CHECKS = 2;

/** The record of a check, in which what failed before keeps the day since which it fails. */
export function recordCheck(
  previous: LinkCheck | undefined,
  outcomes: readonly LinkOutcome[],
  date: Day,
): LinkCheck {
  const before = new Map(previous?.failed.map((link) => [link.url, link]));
  const failed = outcomes.flatMap(({ url, fault, status }): FailedLink[] => {
    if (!fault) return [];
    const known = before.get(url);
    // A second run on one day is the same check once more.
    const times = (known?.times ?? 0) + (known && previous?.date === date ? 0 : 1);
    return [{ url, fault, status, since: known?.since ?? date, times }];
  });
  return { date, checked: outcomes.length, failed };
}

/** The addresses that the last check found dead, as far as anything still links to them. */
export function deadLinks(check: LinkCheck, links: readonly OutsideLink[]): DeadLink[] {
  const files = new Map(links.map((link) => [link.url, link.files]));
  return check.failed
    .filter(({ fault, times }) => fault !== 'unreachable' || times >= UNREACHABLE_CHECKS)
    .flatMap((link) => {
      const users = files.get(link.url);
      return users ? [{ ...link, files: users }] : [];
    });
}
