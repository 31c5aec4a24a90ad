import { COLLECTIONS } from '../../src/core/schema/collections.ts';
import type { Choices } from '../forms/choices.ts';
import { type EditedCollection, isEdited } from '../forms/collections.ts';
import { faultsOf } from './check.ts';
import { withoutDerived } from './derived.ts';
import { Refusal } from './refusal.ts';
import { cleanValues } from './values.ts';

type Data = Record<string, unknown>;

/** Decap's map of an entry's values, as far as the hooks use it. */
export interface ValueMap {
  toJS: () => Data;
  clear: () => ValueMap;
  merge: (values: Data) => ValueMap;
}

/** What Decap hands to the listener of `preSave`. */
export interface SaveEvent {
  entry: {
    get(key: 'data'): ValueMap;
    get(key: 'collection' | 'slug' | 'path'): string;
  };
}

/** Told of every refusal, so that the room can list the messages beside the form. */
export type OnRefused = (faults: readonly { where: string; message: string }[]) => void;

/**
 * The last look before a save: brings the values into the shape of a file and refuses what
 * the schema refuses, naming everything at once. Returns the values that are saved.
 */
export function beforeSave(choices: () => Choices, onRefused: OnRefused) {
  return async ({ entry }: SaveEvent): Promise<ValueMap> => {
    const map = entry.get('data');
    const name = entry.get('collection');
    if (!isEdited(name)) throw new Refusal(`Không có loại nội dung «${name}».`);
    const { data, body } = savedValues(name, map.toJS());
    const faults = [...faultsOf(name, data, choices()), ...bodyFaults(body)];
    onRefused(faults);
    if (faults.length > 0) throw new Refusal(refusalText(faults));
    return map.clear().merge({ ...data, ...(body ? { body } : {}) });
  };
}

/** The values of a form as its file will hold them. */
export function savedValues(name: EditedCollection, values: Data): { data: Data; body: string } {
  const { body = '', ...fields } = withoutDerived(values);
  const data = (cleanValues(COLLECTIONS[name].schema, fields) ?? {}) as Data;
  return { data, body: cleanBody(String(body)) };
}

/** A body without the invisible characters that Word and web pages bring along. */
export function cleanBody(body: string): string {
  return body
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\u00A0/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function bodyFaults(body: string) {
  const paths = [...body.matchAll(/!\[[^\]]*\]\(\s*<?(file:[^)\s>]*)/gi)].map(([, path]) => path);
  return paths.map((path) => ({
    where: 'Nội dung',
    message: `Ảnh «${path}» nằm trên máy của anh, chị nên người đọc không xem được. Xóa ảnh này rồi chèn lại bằng nút thêm ảnh.`,
  }));
}

function refusalText(faults: readonly { where: string; message: string }[]): string {
  const lines = faults.map(({ message }, index) => `(${index + 1}) ${message}`);
  return faults.length === 1
    ? `Chưa lưu. ${faults[0]?.message}`
    : `Chưa lưu, còn ${faults.length} chỗ cần sửa. ${lines.join(' ')}`;
}
