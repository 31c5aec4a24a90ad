import type { IssueCode } from '../issue/codes.ts';
import type { Issue } from '../issue/issue.ts';

/** What may never stand on a public page, for the issue itself repeats it. */
const PRIVATE = /^personal-/;
/** Pictures without words have a place of their own on the audit page. */
const ELSEWHERE: IssueCode = 'alt-missing';

/** Issues for a page that everybody can read. */
export interface PublicIssues {
  issues: Issue[];
  /** How many more there are, in files that are not published. */
  withheld: number;
}

/**
 * The issues that may be shown: nothing with personal data, and nothing about files that are
 * not published, for not even their names may be known. `published` are paths of files.
 */
export function publicIssues(
  issues: readonly Issue[],
  published: ReadonlySet<string>,
): PublicIssues {
  const others = issues.filter(({ code }) => !PRIVATE.test(code) && code !== ELSEWHERE);
  const shown = others.filter(({ file }) => published.has(file));
  return { issues: shown, withheld: others.length - shown.length };
}
