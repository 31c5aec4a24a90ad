import type { ClosingDrift } from '../closing/drift.ts';
import type { Issue } from '../issue/issue.ts';
import type { Likeness } from '../originality/likeness.ts';
import type { History } from './history.ts';
import type { OutsideLink } from './links.ts';

/** What the audit needs beside the store: gathered once, where files and git can be read. */
export interface AuditFacts {
  /** Every issue of the content, private ones too. */
  issues: readonly Issue[];
  /** Markdown of the bodies, by the path of their file. */
  bodies: ReadonlyMap<string, string>;
  links: readonly OutsideLink[];
  history: History;
  likenesses: readonly Likeness[];
  drifts: readonly ClosingDrift[];
}
