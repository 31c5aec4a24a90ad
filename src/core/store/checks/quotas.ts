import type { Issue } from '../../issue/issue.ts';
import {
  alternativeReading,
  chosenReading,
  type Reading,
  sameReading,
} from '../../quota/reading.ts';
import { scheduleOf } from '../../quota/schedule.ts';
import type { Plan } from '../../schema/plan.ts';
import { AIRING_CHANNELS } from '../../schema/vocabulary.ts';
import { GROUP_PREFIX, membersDuring, membershipsOf } from '../membership.ts';
import { type Check, type CheckContext, entriesOf, fieldIssue } from './context.ts';

/** Rules that nobody can meet, alternatives that say nothing, and bodies nobody may judge. */
export const checkQuotas: Check = (context) =>
  entriesOf(context, 'plans').flatMap((entry) =>
    entry.data.quotas.flatMap((rule, index) => {
      const chosen = chosenReading(rule);
      const found: Issue[] = [];
      // A group that does not exist is reported as such, not as a quota nobody can meet.
      const why = hasUnknownGroup(context, chosen)
        ? undefined
        : impossible(context, entry.data, chosen);
      if (why && rule.level === 'required') {
        found.push(
          fieldIssue('quota-impossible', entry, ['quotas', index], { value: rule.id, detail: why }),
        );
      }
      for (const [at, alternative] of rule.alternatives.entries()) {
        if (!sameReading(chosen, alternativeReading(rule, alternative))) continue;
        const path = ['quotas', index, 'alternatives', at];
        found.push(fieldIssue('alternative-same', entry, path, { value: alternative.label }));
      }
      if (rule.level === 'required') {
        for (const { department } of members(context, chosen)) {
          const unit = context.store.departmentById.get(department);
          if (unit?.relation !== 'requested') continue;
          const path = ['quotas', index, 'subject'];
          found.push(fieldIssue('department-judged', entry, path, { value: unit.name }));
        }
      }
      return found;
    }),
  );

/** Why no department can meet a reading; `undefined` when one can. */
function impossible(context: CheckContext, plan: Plan, reading: Reading): string | undefined {
  const schedule = scheduleOf(plan, reading);
  if (!schedule || schedule.periods.every(({ counts }) => !counts)) {
    return 'không có kỳ nào để tính';
  }
  const memberships = members(context, reading);
  if (memberships.length === 0) return 'nhóm không có đơn vị nào';
  const anybody = schedule.periods.some(
    ({ period }) => membersDuring(memberships, period).length > 0,
  );
  if (!anybody) return 'không đơn vị nào hoạt động trong thời gian tính';
  return impossibleEvent(reading);
}

function hasUnknownGroup({ store }: CheckContext, { subject }: Reading): boolean {
  return subject.departments.some(
    (name) =>
      name.startsWith(GROUP_PREFIX) && !store.groupById.has(name.slice(GROUP_PREFIX.length)),
  );
}

function impossibleEvent(reading: Reading): string | undefined {
  const { measure, event, channels, conditions } = reading;
  if (measure === 'activity') {
    if (event !== 'held') return 'hoạt động chỉ tính theo ngày tổ chức (held)';
    return conditions.activityKinds?.length ? undefined : 'chưa chọn loại hoạt động';
  }
  if (event === 'held') return 'tin/bài không tính theo ngày tổ chức (held)';
  if (measure === 'airing' && event !== 'aired') return 'lần phát chỉ tính theo ngày phát (aired)';
  const silent = channels.length > 0 && !channels.some((one) => AIRING_CHANNELS.includes(one));
  return event === 'aired' && silent ? 'các kênh đã chọn không phát thanh, phát hình' : undefined;
}

function members({ store }: CheckContext, { subject }: Reading) {
  const { departments, lead, mode } = subject;
  return membershipsOf(store, mode === 'lead' && lead ? [lead, ...departments] : departments);
}
