import { z } from 'zod';
import { addresses } from '../address.ts';
import { about } from '../schema/field.ts';
import { plan, task } from '../schema/plan.ts';
import type { Edition } from '../view/edition.ts';
import { taskAnchor } from '../view/task-link.ts';
import { dataFile, dataHead, fieldsOf, identity, picked, sampleFlag } from './parts.ts';

const OWN = [
  ...(['title', 'number', 'date', 'issuedMonth', 'year', 'issuer', 'signerRole'] as const),
  ...(['theme', 'audience', 'summary', 'replaces', 'legalBasis', 'reportSchedule'] as const),
] as const;
const TASK = [
  ...(['no', 'text', 'where', 'lead', 'leadOutside', 'coordinating'] as const),
  ...(['coordinatingOutside', 'perDepartment', 'requested', 'output', 'due', 'rules'] as const),
] as const;

/** `ke-hoach.json`: the plans with their tasks. What is counted stands in `chi-tieu.json`. */
export const planFile = dataFile({
  plans: about(
    z.array(
      z.strictObject({
        ...identity,
        ...fieldsOf(plan, OWN),
        tasks: about(
          z.array(z.strictObject({ url: identity.url, ...fieldsOf(task, TASK) })),
          'Nhiệm vụ',
          'Theo thứ tự của kế hoạch',
          'Its duties, in its order.',
        ),
        sample: sampleFlag,
      }),
    ),
    'Kế hoạch',
    'Mới nhất trước',
    'Plans that have been issued, newest first.',
  ),
});

/** The plans of an edition. */
export function planData(edition: Edition): z.infer<typeof planFile> {
  return {
    ...dataHead(edition),
    plans: edition.plans.map(({ id, data }) => ({
      id,
      url: addresses.plan(id),
      ...picked(data, OWN),
      tasks: data.tasks.map((one) => ({
        url: `${addresses.plan(id)}#${taskAnchor(one.no)}`,
        ...picked(one, TASK),
      })),
      sample: data.sample,
    })),
  };
}
