import type { Relation } from '../../src/core/schema/field.ts';
import type { FieldOption } from './decap-field.ts';

/** What a field may point to, with the names people know it by; comes from the built site. */
export type Choices = Readonly<Partial<Record<Relation, readonly FieldOption[]>>>;

/** What is not picked from a list: files, and articles, of which there may be ten thousand. */
const NOT_PICKED: readonly Relation[] = ['media', 'picture', 'article'];

/** The choices of a relation; `undefined` for one that is not picked from a list. */
export function choicesFor(relation: Relation | undefined, choices: Choices) {
  if (relation === undefined || NOT_PICKED.includes(relation)) return undefined;
  return choices[relation] ?? [];
}
