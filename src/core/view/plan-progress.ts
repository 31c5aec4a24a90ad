import { addresses } from '../address.ts';
import { shortDate } from '../calendar/wording.ts';
import type { QuotaResult } from '../quota/result.ts';
import type { PlanEntry, Store } from '../store/store.ts';
import type { Link } from './link.ts';
import { planWorkPage } from './plan-work.ts';
import type { TaskWork } from './task-work.ts';

/** How far a plan has come, as citizens read it beside the plan's own words. */
export interface PlanProgress {
  /** `Tính đến 20/10/2026: 2/34 nhiệm vụ xong …`. */
  sentence: string;
  /** By the number of the task; the same states and proofs as on the officials' page. */
  tasks: ReadonlyMap<string, Pick<TaskWork, 'badge' | 'evidence'>>;
  details: Link;
}

/** How far a plan has come by the date of a count. */
export function planProgress(store: Store, quotas: QuotaResult, plan: PlanEntry): PlanProgress {
  const { sentence, groups, requested } = planWorkPage(store, quotas, plan);
  const rows = [...groups.flatMap(({ rows }) => rows), ...requested];
  return {
    sentence: `Tính đến ${shortDate(quotas.asOf)}: ${sentence}`,
    tasks: new Map(rows.map(({ no, ...row }) => [no, row])),
    details: {
      label: 'Xem từng nhiệm vụ, từng đơn vị trên trang cán bộ',
      address: addresses.planWork(plan.id),
    },
  };
}
