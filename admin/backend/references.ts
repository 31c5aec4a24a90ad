import type { z } from 'zod';
import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import { itemOf, metaOf, shapeOf } from '../../src/core/schema/walk.ts';
import type { EntryFormat } from '../entry/format.ts';
import { cleanValues } from '../entry/values.ts';
import type { EditedCollection } from '../forms/collections.ts';

type Data = Record<string, unknown>;

/** What is needed to give the new files of an entry their place. */
export interface NewFiles {
  collection: EditedCollection;
  format: EntryFormat;
  /** Path of the entry in the repository. */
  path: string;
  /** Names of the files that are uploaded with it. */
  names: ReadonlySet<string>;
}

/**
 * Decap does not know the folder of an entry that is saved for the first time, and refers to
 * its files by bare name. Their folder is named like the entry; this writes it before them.
 */
export function savedReferences(raw: string, files: NewFiles): string {
  if (files.names.size === 0) return raw;
  const folder = folderOf(files.path);
  const place = (name: string) => (files.names.has(name) ? `${folder}/${name}` : name);
  const { body, ...data } = files.format.fromFile(raw);
  const { schema } = COLLECTIONS[files.collection];
  const fields = cleanValues(schema, placed(schema, data, place)) as Data;
  const order = Object.keys(fields);
  const text = typeof body === 'string' ? { body: placedInBody(body, place) } : {};
  return files.format.toFile({ ...fields, ...text }, order);
}

/** The name of the folder in which an entry keeps its pictures and files. */
export function folderOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(0, name.lastIndexOf('.'));
}

function placed(schema: z.ZodType, value: unknown, place: (name: string) => string): unknown {
  const { relation } = metaOf(schema);
  if (typeof value === 'string') {
    return relation === 'media' || relation === 'picture' ? place(value) : value;
  }
  if (Array.isArray(value)) {
    const item = itemOf(schema);
    return item ? value.map((one) => placed(item, one, place)) : value;
  }
  if (value === null || typeof value !== 'object') return value;
  const fields = shapeOf(schema);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const field = fields[name];
      return [name, field ? placed(field, one, place) : one];
    }),
  );
}

/** Pictures and links of Markdown, and the addresses in the attributes of blocks. */
export function placedInBody(body: string, place: (name: string) => string): string {
  return body
    .replace(/(\]\(\s*<?)([^)\s>]+)/g, (_, before, name) => `${before}${place(name)}`)
    .replace(/((?:src|tep)="?)([^"\s}]+)/g, (_, before, name) => `${before}${place(name)}`);
}
