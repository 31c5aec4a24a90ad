import { ISSUE_CODES, type IssueCode, type IssueFacts, type Severity } from './codes.ts';

/** Where in the content an issue stands. */
export interface Place {
  /** Path of the file below the content folder, with `/`. */
  file: string;
  /** Line in the file, from 1; absent when the whole file is meant. */
  line?: number;
  /** Path of the field in the file, e.g. `placements.0.sent`; absent for the body. */
  field?: string;
}

/** One thing that is wrong with the content, ready to be read by the person who wrote it. */
export interface Issue extends Place {
  code: IssueCode;
  severity: Severity;
  /** The offending value as it was typed. */
  value?: string;
  /** What is wrong, in Vietnamese. */
  message: string;
  /** What to do about it, in Vietnamese. */
  remedy: string;
}

/** Makes an issue from its code, its place and the facts that its text needs. */
export function issue(code: IssueCode, place: Place, facts: IssueFacts = {}): Issue {
  const entry = ISSUE_CODES[code];
  return {
    code,
    severity: entry.severity,
    ...place,
    ...(facts.value === undefined ? {} : { value: facts.value }),
    message: entry.message(facts),
    remedy: entry.remedy(facts),
  };
}

/** Files in order, then lines, then codes: the order in which a person repairs them. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  return [...issues].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.field ?? '', b.field ?? ''),
  );
}

/** Whether any of the issues stops a build. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
