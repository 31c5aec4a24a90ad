import { hasErrors, type Issue, sortIssues } from '../issue/issue.ts';
import { checkBodies, checkFrontMatterTexts, checkNamedProcedures } from './checks/body.ts';
import type { Check } from './checks/context.ts';
import { checkDates } from './checks/dates.ts';
import { checkActiveDepartments } from './checks/departments.ts';
import { checkSamples, checkTaskRules, checkWebPlacements } from './checks/house-rules.ts';
import { checkMedia } from './checks/media.ts';
import { checkQuotas } from './checks/quotas.ts';
import { checkReferences } from './checks/references.ts';
import { checkUniqueness } from './checks/uniqueness.ts';
import { type LocatedEntry, parseEntries } from './entry.ts';
import type { MediaFile, RawEntry } from './raw.ts';
import { buildStore, type Store } from './store.ts';

/** What was read of a ward, before anything is known to be right. */
export interface Unchecked {
  entries: readonly RawEntry[];
  media: readonly MediaFile[];
  /** Issues of files that could not even be read. */
  issues: readonly Issue[];
  /** Content files that could not be read. */
  unreadable: readonly string[];
}

/** A ward's content after every check. */
export interface Checked {
  /** All issues of all files, in the order in which a person repairs them. */
  issues: Issue[];
  /** The entries their schemas accept. */
  entries: LocatedEntry[];
  /** Absent when there is an error: nothing may be computed from wrong content. */
  store?: Store;
}

const CHECKS: readonly Check[] = [
  checkReferences,
  checkActiveDepartments,
  checkUniqueness,
  checkDates,
  checkQuotas,
  checkBodies,
  checkNamedProcedures,
  checkFrontMatterTexts,
  checkMedia,
  checkSamples,
  checkWebPlacements,
  checkTaskRules,
];

/** Finds every issue of a ward at once, and builds its store when there is no error. */
export function checkContent(content: Unchecked, options: { production: boolean }): Checked {
  const parsed = parseEntries(content.entries);
  const issues = [...content.issues, ...parsed.issues];
  const found = (name: string) => parsed.entries.some(({ collection }) => collection === name);
  // Without the ward and its departments every reference would look broken: only their own
  // issues, and those of single files, are worth a person's time then.
  if (!found('ward') || !found('departments')) {
    return { issues: sortIssues(issues), entries: parsed.entries };
  }
  const store = buildStore(parsed.entries);
  const context = {
    entries: parsed.entries,
    raws: content.entries,
    unreadable: content.unreadable,
    media: content.media,
    store,
    production: options.production,
  };
  issues.push(...CHECKS.flatMap((check) => check(context)));
  return {
    issues: sortIssues(issues),
    entries: parsed.entries,
    ...(hasErrors(issues) ? {} : { store }),
  };
}
