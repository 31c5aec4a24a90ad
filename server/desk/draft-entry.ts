import { schemaFaults } from '../../src/core/issue/from-zod.ts';
import { type Issue, issue } from '../../src/core/issue/issue.ts';
import { COLLECTIONS, type CollectionName } from '../../src/core/schema/collections.ts';
import type { Entry } from '../../src/core/store/entry.ts';
import { inspectBody } from '../../src/markdown/body.ts';
import type { Target } from '../people/policy.ts';

/** An entry as the form holds it. */
export interface TypedEntry {
  collection: CollectionName;
  id?: string;
  data: Record<string, unknown>;
  body: string;
}

/** The name under which messages speak of a text that has no file yet. */
const UNSAVED = 'bài đang soạn';

/**
 * Reads an entry as it stands in the form, by the schema that reads its file: the entry with
 * what the policy must know of it, or every issue at once.
 */
export function draftEntry(
  typed: TypedEntry,
): { entry: Entry; target: Target } | { error: string; issues: Issue[] } {
  const { collection, id = '', data, body } = typed;
  const { schema } = COLLECTIONS[collection];
  const read = schema.safeParse(data, { reportInput: true });
  if (!read.success) {
    const issues = schemaFaults(read.error, schema, data).map(({ code, path, facts }) =>
      issue(code, { file: id || UNSAVED, field: path.join('.') }, facts),
    );
    return { error: 'Biểu mẫu còn mục chưa đúng nên chưa biết bài tính cho chỉ tiêu nào.', issues };
  }
  const { textKey } = inspectBody(body.normalize('NFC'), 1, collection === 'pages');
  const file = id || UNSAVED;
  const entry = { collection, id, file, data: read.data, ...(textKey ? { textKey } : {}) } as Entry;
  return { entry, target: { collection, id, departments: departmentsOf(read.data) } };
}

function departmentsOf(data: object): string[] {
  if ('department' in data && typeof data.department === 'string') return [data.department];
  if ('departments' in data && Array.isArray(data.departments)) {
    return data.departments.filter((one) => typeof one === 'string');
  }
  return [];
}
