import type { AuditFacts } from './core/audit/facts.ts';
import { outsideLinks } from './core/audit/links.ts';
import { wardLikenesses } from './core/audit/texts.ts';
import { type ClosingDrift, closingDrifts } from './core/closing/drift.ts';
import { gitHistory } from './reader/git-dates.ts';
import { site } from './site.ts';

/**
 * What the audit needs of files and of git, gathered at most once for a build and only when a
 * page asks.
 */
const { store, settings } = site;
const history = once(() => gitHistory(settings.contentDir));

/** Everything the audit page shows. */
export const auditFacts: () => Promise<AuditFacts> = once(async () => {
  const { entries, issues } = site.read;
  const bodies = new Map(entries.map(({ file, body }) => [file, body?.source ?? '']));
  return {
    issues,
    bodies,
    links: outsideLinks(entries),
    history: await history(),
    likenesses: wardLikenesses(store, settings.asOf, bodies),
    drifts: await closedDrifts(),
  };
});

/** How closed months differ from today's count; without closings nothing is read for it. */
export const closedDrifts: () => Promise<ClosingDrift[]> = once(async () =>
  store.closings.length === 0 ? [] : closingDrifts(store, settings.asOf, await history()),
);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
