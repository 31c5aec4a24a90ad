import type { Relation } from '../../src/core/schema/field.ts';
import type { FieldOption } from './decap-field.ts';

/** What a field may point to, with the names people know it by; comes from the built site. */
export type Choices = Readonly<Partial<Record<Relation, readonly FieldOption[]>>>;

/** Relations whose value is picked from what the ward has; the others are files. */
export function choicesFor(relation: Relation | undefined, choices: Choices) {
  if (relation === undefined || relation === 'media' || relation === 'picture') return undefined;
  return choices[relation] ?? [];
}
