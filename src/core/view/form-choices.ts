import { GROUP_PREFIX } from '../store/membership.ts';
import type { Edition } from './edition.ts';

/** A choice of a form: what is stored, and what a person reads. */
export interface Choice {
  value: string;
  label: string;
}

/** What the fields of the editors' forms may point to, by kind of relation. */
export interface FormChoices {
  department: Choice[];
  member: Choice[];
  topic: Choice[];
  task: Choice[];
  plan: Choice[];
}

/** The longest part of a task's text that still fits a line of a list. */
const TASK_WORDS = 90;

/**
 * What the ward has, for the lists that editors choose from. The file it goes into is part of the
 * built site, so what is not yet public is not in it, and no articles are: no form asks for one.
 */
export function formChoices({ store, plans }: Edition): FormChoices {
  const department = store.departments.map(({ id, name }) => ({ value: id, label: name }));
  const groups = store.groups.map(({ id, name }) => ({
    value: `${GROUP_PREFIX}${id}`,
    label: `Nhóm: ${name}`,
  }));
  const planName = (id: string) => {
    const plan = store.planById.get(id)?.data;
    return plan?.number ?? plan?.title ?? id;
  };
  return {
    department,
    member: [...groups, ...department],
    topic: store.ward.topics.map(({ id, name }) => ({ value: id, label: name })),
    task: plans.flatMap(({ id, data }) =>
      data.tasks.map(({ no, text }) => ({
        value: `${id}/${no}`,
        label: `${planName(id)}, ${no}: ${shortened(text)}`,
      })),
    ),
    plan: plans.map(({ id, data }) => ({ value: id, label: data.number ?? data.title })),
  };
}

function shortened(text: string): string {
  return text.length > TASK_WORDS ? `${text.slice(0, TASK_WORDS - 1).trimEnd()}…` : text;
}
