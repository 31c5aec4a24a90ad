import { addDays, type Day, earliest } from '../calendar/day.ts';
import type { Procedure } from '../schema/procedure-change.ts';
import type { ChangeState } from '../schema/vocabulary.ts';
import type { ProcedureChangeEntry } from '../store/store.ts';

/** One changed procedure with its announcement and how it stands on a date. */
export interface Change {
  entry: ProcedureChangeEntry;
  procedure: Procedure;
  state: ChangeState;
  /** Last day in force, where it is known. */
  until?: Day;
  /** The announced change that ends this one, when another one does. */
  endedBy?: { entry: ProcedureChangeEntry; procedure: Procedure };
}

/** Every change of some announcements, in the order of the announcements, as of a date. */
export function changesOf(entries: readonly ProcedureChangeEntry[], asOf: Day): Change[] {
  const all = entries.flatMap((entry) =>
    entry.data.procedures.map((procedure) => ({ entry, procedure })),
  );
  const enders = new Map<string, typeof all>();
  for (const one of all) {
    for (const code of codesEndedBy(one.procedure)) {
      enders.set(code, [...(enders.get(code) ?? []), one]);
    }
  }
  return all.map((one) => {
    const { procedure } = one;
    const endedBy = (enders.get(procedure.code) ?? [])
      .filter((other) => other !== one && other.procedure.effective > procedure.effective)
      .sort((a, b) => (a.procedure.effective < b.procedure.effective ? -1 : 1))[0];
    const until = earliest([
      procedure.expires,
      endedBy && addDays(endedBy.procedure.effective, -1),
    ]);
    return {
      ...one,
      state: stateOf(procedure, until, asOf),
      ...(until && { until }),
      ...(endedBy && { endedBy }),
    };
  });
}

/** Whether a change does away with its own procedure: a repeal, or being replaced by others. */
export function ceases({ kind, replacedBy }: Procedure): boolean {
  return kind === 'repealed' || (kind === 'replaced' && replacedBy.length > 0);
}

/** What ceases leaves nothing in force: people look for it among what has ended. */
function stateOf(procedure: Procedure, until: Day | undefined, asOf: Day): ChangeState {
  if (procedure.effective > asOf) return 'upcoming';
  if (ceases(procedure)) return 'ended';
  return until !== undefined && until < asOf ? 'ended' : 'in-force';
}

/** The codes that cease to hold when a change takes effect. */
function codesEndedBy(procedure: Procedure): string[] {
  const { code, replaces } = procedure;
  return [...(ceases(procedure) ? [code] : []), ...replaces.filter((old) => old !== code)];
}
