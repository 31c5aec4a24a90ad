import { hasErrors, type Issue, sortIssues } from '../../src/core/issue/issue.ts';
import { parseEntries } from '../../src/core/store/entry.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { Refusal } from './refusal.ts';

/** A text read as an entry; without one when its form is broken. */
export interface Reading {
  entry: RawEntry | undefined;
  issues: readonly Issue[];
}

/** Reads the text of an entry's file. */
export function readText(file: string, text: string): Reading {
  const read = readEntry(file, text);
  return { entry: 'entry' in read ? read.entry : undefined, issues: read.issues };
}

/** Refuses a text that its schema does not accept, naming every field that is wrong. */
export function refuseInvalid(reading: Reading): void {
  const parsed = reading.entry ? parseEntries([reading.entry]).issues : [];
  const issues = sortIssues([...reading.issues, ...parsed]);
  if (hasErrors(issues)) throw new Refusal(422, issuesMessage('Chưa lưu được', issues), { issues });
}

/** The issues as one message: what, where, and what to do. */
export function issuesMessage(heading: string, issues: readonly Issue[]): string {
  const lines = issues.map(({ message, remedy }) => `${message} ${remedy}`);
  return `${heading}: ${lines.join('\n')}`;
}
