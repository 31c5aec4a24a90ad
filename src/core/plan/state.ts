import { type Day, daysBetween } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Task } from '../schema/plan.ts';
import { TASK_STATES } from '../schema/vocabulary.ts';
import { type Due, isOngoing } from './due.ts';
import type { Evidence } from './evidence.ts';

/** How a task stands on a date, in the words of the officials' pages. */
export const PROGRESS = {
  done: 'xong',
  doing: 'đang làm',
  late: 'chậm',
  upcoming: 'chưa đến hạn',
  unknown: 'chưa có thông tin',
  dropped: 'không thực hiện',
} as const;
export type Progress = keyof typeof PROGRESS;

/** A state and what it follows from, in a sentence for the reader. */
export interface Judgement {
  state: Progress;
  reason: string;
}

/** What decides the state of a task that no rule measures. */
export interface Facts {
  due: Due;
  asOf: Day;
  /** Last day of the plan's year. */
  yearEnd: Day;
  /** Newest first. */
  evidence: readonly Evidence[];
  /** What the plan's file says, when it was known by `asOf`. */
  status?: Task['status'];
  /** Whether a body under the People's Committee leads it, so that «chậm» has an addressee. */
  answerable: boolean;
}

/**
 * The state of a task from what was published for it, what was written down by hand and the
 * date; `docs/adr/0011-task-states.md` gives the table. Silence proves nothing where the plan's
 * file says that this site cannot know.
 */
export function judge(facts: Facts): Judgement {
  const { status, evidence } = facts;
  if (status?.state === 'dropped') return byHand(facts, 'dropped');
  if (status?.state === 'done') {
    return goesOn(facts) ? byHand(facts, 'doing') : byHand(facts, 'done');
  }
  if (evidence.length > 0) return byEvidence(facts, evidence);
  if (status && status.state !== 'unknown') return begun(facts, status.state);
  return silent(facts);
}

/** Evidence finishes what has a day; what goes on is only finished by the end of its time. */
function byEvidence(facts: Facts, evidence: readonly Evidence[]): Judgement {
  const { due, asOf } = facts;
  const finished = evidence.filter(({ finished: over }) => over);
  const first = finished.at(-1);
  const said = `Có ${evidence.length} nội dung minh chứng, mới nhất ngày ${shortDate(evidence[0]?.day ?? asOf)}`;
  if (!first) return { state: 'doing', reason: `${said}, đang diễn ra.` };
  if (due.kind === 'fixed' || due.kind === 'relative') {
    return { state: 'done', reason: `${said}${lateness(due, first.day)}.` };
  }
  if (goesOn(facts)) return { state: 'doing', reason: `${said}.` };
  if (due.kind === 'periodic') {
    return {
      state: 'unknown',
      reason: `${said}, nhưng không đủ để biết mọi kỳ trong năm đều đã làm.`,
    };
  }
  return { state: 'done', reason: `${said}${lateness(due, first.day)}.` };
}

/** A state of the plan's file that says that the task is not finished. */
function begun(facts: Facts, state: 'planned' | 'doing'): Judgement {
  const limit = facts.due.last ?? facts.yearEnd;
  if (facts.asOf <= limit) return byHand(facts, state === 'doing' ? 'doing' : 'upcoming');
  if (facts.due.last !== undefined && facts.answerable) return byHand(facts, 'late');
  return {
    state: 'unknown',
    reason: `Ghi tay: ${TASK_STATES[state]}; thời hạn đã qua mà chưa được cập nhật.`,
  };
}

/** Nothing published and nothing written down: the date alone must tell, if anything can. */
function silent({ due, asOf, status, answerable }: Facts): Judgement {
  const { last } = due;
  if (last === undefined) return { state: 'unknown', reason: NOTHING };
  if (asOf <= last) {
    return { state: 'upcoming', reason: `Chưa có nội dung minh chứng; hạn ${shortDate(last)}.` };
  }
  // A result that never came is no delay, and what others lead is not the ward's to answer for.
  const unknowable = status !== undefined || due.kind === 'result' || !answerable;
  return unknowable
    ? { state: 'unknown', reason: `Hạn ${shortDate(last)} đã qua. ${NOTHING}` }
    : {
        state: 'late',
        reason: `Quá hạn ${daysBetween(last, asOf)} ngày, chưa có nội dung minh chứng.`,
      };
}

const NOTHING = 'Trang này chưa có nội dung nào cho biết việc đã làm hay chưa.';

/** Whether the task's own time still runs, so that it cannot be finished yet. */
function goesOn({ due, asOf, yearEnd, status }: Facts): boolean {
  if (isOngoing(due)) return asOf <= yearEnd;
  if (status?.state === 'done' || due.kind === 'fixed' || due.kind === 'relative') return false;
  return asOf <= (due.last ?? yearEnd);
}

function byHand({ status, due }: Facts, state: Progress): Judgement {
  const { state: said = 'unknown', date, note } = status ?? {};
  const when = date ? `, ngày ${shortDate(date)}` : '';
  const late = state === 'done' && date ? lateness(due, date) : '';
  const words = `Ghi tay: ${TASK_STATES[said]}${when}${late}.`;
  return { state, reason: note ? `${words} ${note}` : words };
}

function lateness({ last }: Due, day: Day): string {
  return last !== undefined && day > last ? `, sau hạn ${daysBetween(last, day)} ngày` : '';
}
