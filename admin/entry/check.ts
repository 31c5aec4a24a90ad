import type { z } from 'zod';
import { ISSUE_CODES } from '../../src/core/issue/codes.ts';
import { schemaFaults } from '../../src/core/issue/from-zod.ts';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { labelAt, referencesIn } from '../../src/core/schema/walk.ts';
import type { FieldPath } from '../../src/core/store/raw.ts';
import { type Choices, choicesFor } from '../forms/choices.ts';
import type { EditedCollection } from '../forms/collections.ts';

/** One thing that is wrong with an entry, as the form tells it. */
export interface Fault {
  /** Where the field stands, in words: «Gửi, đăng, phát nơi khác» › 2 › «Kênh». */
  where: string;
  path: FieldPath;
  /** What is wrong and what to do, in Vietnamese. */
  message: string;
}

/**
 * Holds cleaned values against the same schema the build uses, with the same texts, and
 * against what the ward has: everything at once. What needs the whole ward (likeness,
 * uniqueness, quotas) is the server's to find.
 */
export function faultsOf(name: EditedCollection, data: unknown, choices: Choices): Fault[] {
  const { schema } = COLLECTIONS[name];
  const result = schema.safeParse(data, { reportInput: true });
  const faults = result.success ? [] : schemaFaults(result.error, schema, data);
  const broken = referencesIn(schema, data).filter(({ relation, value }) => {
    const known = choicesFor(relation, choices);
    return known !== undefined && !known.some((choice) => choice.value === value);
  });
  return [
    ...faults.map(({ code, path, facts }) => {
      const { message, remedy } = ISSUE_CODES[code];
      return { where: whereIs(schema, path), path, message: `${message(facts)} ${remedy(facts)}` };
    }),
    ...broken.map(({ path, value }) => ({
      where: whereIs(schema, path),
      path,
      message: `Phường, xã không có «${value}». Chọn lại trong danh sách.`,
    })),
  ];
}

/** The names a person follows from the top of the form down to a field. */
function whereIs(schema: z.ZodType, path: FieldPath): string {
  const steps = path.map((step, index) => {
    if (typeof step === 'number') return `mục ${step + 1}`;
    return labelAt(schema, path.slice(0, index + 1)) ?? step;
  });
  return steps.join(' › ');
}
