import type { Store } from '../store/store.ts';
import { telephone } from './contact.ts';
import type { FactValue } from './link.ts';
import { departmentLink, linked } from './names.ts';

/** One number that answers, and what for. */
export interface Caller {
  /** The department with its page, or what a hotline is for. */
  who: FactValue;
  number: FactValue;
  hours?: string;
}

/**
 * Whom to call about what a department published, the nearest first: its own numbers, then
 * the ward's hotlines, then the office. Empty where the ward has told this section no number.
 */
export function callersOf(store: Store, department: string): Caller[] {
  const { ward, departmentById } = store;
  const unit = departmentById.get(department);
  const office = { text: ward.authority };
  const found: Caller[] = [
    ...(unit?.phone
      ? [{ who: linked(departmentLink(store, unit.id)), number: telephone(unit.phone) }]
      : []),
    ...[...(unit?.hotlines ?? []), ...ward.hotlines].map(({ label, phone, hours }) => ({
      who: { text: label },
      number: telephone(phone),
      ...(hours && { hours }),
    })),
    ...(ward.phone ? [{ who: office, number: telephone(ward.phone) }] : []),
  ];
  return found.filter(
    ({ number }, at) => found.findIndex((one) => one.number.text === number.text) === at,
  );
}
