import { addresses } from '../address.ts';
import { slugify } from '../text/slug.ts';
import type { Edition } from './edition.ts';
import type { FactValue } from './link.ts';

/** The anchor of a task on its plan's page. Plans number points d and đ side by side. */
export function taskAnchor(no: string): string {
  return `nhiem-vu-${slugify(no.replace(/đ/gi, 'dd'))}`;
}

/** The anchor of a quota rule on its plan's page. */
export function ruleAnchor(id: string): string {
  return `chi-tieu-${id}`;
}

/** Where on its plan's page a rule stands. */
export function ruleAddress(plan: string, rule: string): string {
  return `${addresses.plan(plan)}#${ruleAnchor(rule)}`;
}

/** The tasks that an entry is evidence for, each `plan/no`, as links to the plan's page. */
export function taskValues({ plans }: Edition, references: readonly string[]): FactValue[] {
  return references.flatMap((reference) => {
    const cut = reference.lastIndexOf('/');
    const id = reference.slice(0, cut);
    const no = reference.slice(cut + 1);
    const plan = plans.find((entry) => entry.id === id);
    if (!plan) return [];
    const name = plan.data.number ? `Kế hoạch số ${plan.data.number}` : 'Kế hoạch';
    return [
      { text: `${name}, nhiệm vụ ${no}`, address: `${addresses.plan(id)}#${taskAnchor(no)}` },
    ];
  });
}
