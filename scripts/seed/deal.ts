import { addDays, type Day } from '../../src/core/calendar/day.ts';
import { period, periodsStarting } from '../../src/core/calendar/period.ts';
import { scheduleOf } from '../../src/core/quota/schedule.ts';
import type { Rule } from '../../src/core/schema/quota.ts';
import { membershipsOf } from '../../src/core/store/membership.ts';
import type { PlanEntry, Store } from '../../src/core/store/store.ts';
import { placementLines } from './placements.ts';
import { latestYear, type Sample, type SampleFolder, shiftYears, withLines } from './sample.ts';

/** A file to be written into a ward. */
export interface DealtFile {
  /** Path below the content folder. */
  file: string;
  text: string;
}

/** The year that the made-up samples are written for. */
const SAMPLE_YEAR = 2026;
/** Samples end on this day of the plan's year, so that a month is open and one is to come. */
const LAST_MONTH = '11';
const LAST_DAY_OF_LAST_MONTH = 12;

/**
 * Deals the samples to a ward's departments and months: two texts each to the departments
 * whose turn it is, one to the next, none to the others, so that months are met and missed.
 * The same samples and ward always give the same files.
 */
export function dealSamples(
  store: Store,
  samples: Record<SampleFolder, Sample[]>,
  records: readonly DealtFile[],
): DealtFile[] {
  const plan = store.plans[0];
  if (!plan) return [];
  const usable = samples.articles.filter((sample) => latestYear(sample) <= plan.data.year);
  return [
    ...dealArticles(store, plan, usable),
    ...dealActivities(store, plan, samples.activities),
    ...dealPractices(store, plan, samples.practices),
    ...dealProcedureChanges(store, plan, samples['procedure-changes']),
    ...dealQuestions(store, plan, samples.questions),
    ...records.map(({ file, text }) => ({
      file,
      text: `${shiftYears(text, plan.data.year - SAMPLE_YEAR)}sample: true\n`,
    })),
  ];
}

function dealArticles(store: Store, plan: PlanEntry, samples: readonly Sample[]): DealtFile[] {
  const months = monthsOf(plan);
  const units = judgedDepartments(store, plan);
  const queue = topicsFirst(plan, samples);
  const files: DealtFile[] = [];
  for (const [index, month] of months.entries()) {
    const left = months.length - index;
    const share = Math.ceil((samples.length - files.length) / left);
    for (let turn = 0; turn < share && files.length < samples.length; turn += 1) {
      const inTurn = units[(index + Math.floor(turn / 2)) % units.length] ?? '';
      const sample = queue.take(inTurn);
      if (!sample) continue;
      const date = dayIn(month, turn, share);
      files.push(articleFile(store, plan, sample, { date, department: inTurn, at: files.length }));
    }
  }
  return files;
}

function articleFile(
  store: Store,
  plan: PlanEntry,
  sample: Sample,
  dealt: { date: Day; department: string; at: number },
): DealtFile {
  const { date, department, at } = dealt;
  const lines = [
    `date: ${date}`,
    `department: ${department}`,
    ...(at % 13 === 6
      ? ['origin: { kind: repost, source: { title: "Nguồn minh họa (nội dung mẫu)" } }']
      : []),
    ...(at === 20
      ? [
          `withdrawn: { date: ${addDays(date, 9)}, reason: "Minh họa việc gỡ bài: nội dung đã được thay bằng bài khác (nội dung mẫu)." }`,
        ]
      : []),
    ...(at === 11
      ? [
          'corrections:',
          `  - { date: ${addDays(date, 2)}, text: "Minh họa việc đính chính: đã sửa tên một mục trong bài (nội dung mẫu)." }`,
        ]
      : []),
    ...placementLines(store, plan, dealt),
    'sample: true',
  ];
  const [year, month] = date.split('-');
  return {
    file: `articles/${year}/${month}/${sample.slug}.md`,
    text: withLines(sample.text, lines),
  };
}

/** Texts with a topic that a rule asks for go to that rule's departments before others. */
function topicsFirst(plan: PlanEntry, samples: readonly Sample[]) {
  const waiting = [...samples];
  const wanted = plan.data.quotas.flatMap(({ conditions, subject }) =>
    conditions.topics ? [{ topics: conditions.topics, departments: subject.departments }] : [],
  );
  const fits = (sample: Sample, topics: readonly string[]) =>
    ((sample.data['topics'] as string[] | undefined) ?? []).some((id) => topics.includes(id));
  return {
    take(department: string): Sample | undefined {
      const rule = wanted.find(({ departments }) => departments.includes(department));
      const at = waiting.findIndex((sample) =>
        rule ? fits(sample, rule.topics) : !wanted.some(({ topics }) => fits(sample, topics)),
      );
      return waiting.splice(Math.max(at, 0), 1)[0];
    },
  };
}

/** Activities first fill the rules that count them, then go round the departments. */
function dealActivities(store: Store, plan: PlanEntry, samples: readonly Sample[]): DealtFile[] {
  const months = monthsOf(plan).slice(1, -1);
  const units = judgedDepartments(store, plan);
  const rules = plan.data.quotas.filter(({ measure }) => measure === 'activity');
  return samples.map((sample, at) => {
    const kind = String(sample.data['kind']);
    const rule = rules.find(({ conditions }) =>
      conditions.activityKinds?.some((one) => one === kind),
    );
    const window = rule && scheduleOf(plan.data, rule)?.periods[0]?.period;
    const department = (rule && leadOf(store, rule)) ?? units[at % units.length] ?? '';
    const month = months[(at * 5) % months.length] ?? months[0] ?? '';
    const date =
      window && rule?.period === 'window'
        ? addDays(window.from, 12 + at * 3)
        : dayIn(month, at % 4, 4);
    const lines = [`date: ${date}`, `department: ${department}`, 'sample: true'];
    const text = withLines(shiftYears(sample.text, plan.data.year - SAMPLE_YEAR), lines);
    return { file: `activities/${sample.slug}.md`, text };
  });
}

function dealPractices(store: Store, plan: PlanEntry, samples: readonly Sample[]): DealtFile[] {
  const months = monthsOf(plan);
  const units = judgedDepartments(store, plan);
  return samples.map((sample, at) => {
    const lines = [
      `date: ${dayIn(months[(at + 2) % months.length] ?? '', at % 4, 4)}`,
      `departments: [${units[at % units.length]}]`,
      'sample: true',
    ];
    const text = withLines(shiftYears(sample.text, plan.data.year - SAMPLE_YEAR), lines);
    return { file: `practices/${sample.slug}.md`, text };
  });
}

/** Published a few days after the decision was received: soon, and sometimes late. */
function dealProcedureChanges(
  store: Store,
  plan: PlanEntry,
  samples: readonly Sample[],
): DealtFile[] {
  const desk =
    store.departments.find(({ id }) => /pvhcc|vptk|tpht/.test(id)) ?? store.departments[0];
  return samples.map((sample, at) => {
    const shifted = shiftYears(sample.text, plan.data.year - SAMPLE_YEAR);
    const received = /received: (\d{4}-\d\d-\d\d)/.exec(shifted)?.[1] ?? `${plan.data.year}-03-02`;
    const lag = [1, 2, 4, 7, 13][at % 5] ?? 1;
    const lines = [
      `date: ${addDays(received, lag)}`,
      `department: ${desk?.id}`,
      'fields: [tthc]',
      'sample: true',
    ];
    return { file: `procedure-changes/${sample.slug}.md`, text: withLines(shifted, lines) };
  });
}

/** Answered a few days after they came, by one department after the other. */
function dealQuestions(store: Store, plan: PlanEntry, samples: readonly Sample[]): DealtFile[] {
  const months = monthsOf(plan);
  const units = judgedDepartments(store, plan);
  return samples.map((sample, at) => {
    const date = dayIn(months[(at * 2 + 1) % months.length] ?? '', at % 4, 4);
    const lines = [
      `received: ${addDays(date, -([3, 5, 8][at % 3] ?? 3))}`,
      `date: ${date}`,
      `department: ${units[at % units.length] ?? store.departments[0]?.id}`,
      'sample: true',
    ];
    const text = withLines(shiftYears(sample.text, plan.data.year - SAMPLE_YEAR), lines);
    return { file: `questions/${sample.slug}.md`, text };
  });
}

/** The months from the plan's own to the last one dealt to. */
function monthsOf(plan: PlanEntry): string[] {
  const first = (plan.data.date ?? plan.data.issuedMonth ?? '').slice(0, 7);
  const last = `${plan.data.year}-${LAST_MONTH}`;
  return periodsStarting('month', period(first).from, period(last).from).map(({ label }) => label);
}

/** Departments that any rule of the plan looks at, in the order of the ward's list. */
function judgedDepartments(store: Store, plan: PlanEntry): string[] {
  const named = new Set(
    plan.data.quotas
      .filter(({ measure }) => measure !== 'activity')
      .flatMap(({ subject }) =>
        membershipsOf(store, [...subject.departments, ...(subject.lead ? [subject.lead] : [])]),
      )
      .map(({ department }) => department),
  );
  return store.departments
    .filter(({ id, relation }) => named.has(id) && relation === 'subordinate')
    .map(({ id }) => id);
}

function leadOf(store: Store, rule: Rule): string | undefined {
  return rule.subject.lead ?? membershipsOf(store, rule.subject.departments)[0]?.department;
}

/** A working day of a month, later for later turns. */
function dayIn(month: string, turn: number, turns: number): Day {
  const span = month.endsWith(`-${LAST_MONTH}`) ? LAST_DAY_OF_LAST_MONTH : 25;
  const day = 3 + Math.floor((turn * (span - 3)) / Math.max(1, turns));
  const date = Temporal.PlainDate.from(`${month}-${String(day).padStart(2, '0')}`);
  return date.add({ days: date.dayOfWeek > 5 ? 8 - date.dayOfWeek : 0 }).toString();
}
