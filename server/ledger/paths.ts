import {
  COLLECTIONS,
  type Collection,
  type CollectionName,
} from '../../src/core/schema/collections.ts';
import { extensionOf, MEDIA_TYPES } from '../../src/core/store/media.ts';
import { collectionOf } from '../../src/reader/entry.ts';
import { Refusal } from './refusal.ts';

/** An entry by its collection and its path in it: what a draft is kept under. */
export interface EntryKey {
  collection: CollectionName;
  /** For single files the collection's own name, as Decap has it. */
  id: string;
}

/** Names that files have had so far; what is not one of them cannot be asked for. */
const PART = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;
/** New names: short ASCII in lower case, the same on every system. */
const NEW_PART = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/;
const NEW_FILE = /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?$/;
/** Windows takes these for devices, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MOST_PART = 120;
const MOST_PATH = 220;

/** The file of an entry; refuses what cannot be one. */
export function fileOf(collection: string, id: string): string {
  const known = (COLLECTIONS as Record<string, Collection>)[collection];
  if (known?.file && id === collection) return known.file;
  if (!known?.folder || !isPath(id)) {
    throw new Refusal(404, `Không có bài «${id}» trong «${collection}».`);
  }
  return `${known.folder}/${id}${known.extension}`;
}

/** The entry that a path holds; refuses paths outside the collections. */
export function keyOf(path: string): EntryKey {
  const found = isPath(path) ? collectionOf(path) : undefined;
  if (!found) throw outside(path);
  return { collection: found.name, id: found.id };
}

/** The ref of an entry's draft. Slashes of the id become `+`, so that no ref lies below another. */
export function draftRef({ collection, id }: EntryKey): string {
  return `${DRAFTS}${collection}/${id.replaceAll('/', '+')}`;
}

export const DRAFTS = 'refs/heads/drafts/';

/** The entry of a draft's ref; `undefined` for a branch that is no draft of ours. */
export function keyOfRef(ref: string): EntryKey | undefined {
  const [, collection = '', id = ''] = /^refs\/heads\/drafts\/([^/]+)\/([^/]+)$/.exec(ref) ?? [];
  const key = { collection: collection as CollectionName, id: id.replaceAll('+', '/') };
  return Object.hasOwn(COLLECTIONS, collection) && isPath(key.id) ? key : undefined;
}

/** Refuses a path at which nobody may lay a new picture or file. */
export function refuseBadMedia(path: string): void {
  const inCollection = Object.values(COLLECTIONS as Record<string, Collection>).some(
    ({ folder }) => folder !== undefined && path.startsWith(`${folder}/`),
  );
  if (!inCollection || !isPath(path)) throw outside(path);
  if (!MEDIA_TYPES.has(extensionOf(path))) {
    const allowed = [...MEDIA_TYPES.keys()].join(', ');
    throw new Refusal(422, `Không nhận tệp «${path}». Các loại tệp được nhận: ${allowed}.`);
  }
  refuseBadName(path);
}

/** Refuses a name that some system could not keep, or that would need escaping in an address. */
export function refuseBadName(path: string): void {
  const parts = path.split('/');
  const wrong = parts.find((part, at) => {
    const form = at === parts.length - 1 ? NEW_FILE : NEW_PART;
    return !form.test(part) || DEVICE.test(part) || part.length > MOST_PART;
  });
  if (wrong === undefined && path.length <= MOST_PATH) return;
  throw new Refusal(
    422,
    `Tên tệp «${path}» không dùng được. Đặt tên ngắn, chữ thường không dấu, nối bằng dấu gạch ngang, ví dụ anh-hoi-nghi.jpg.`,
  );
}

/** Refuses a new path that differs from a known one in upper and lower case only. */
export function refuseCollision(path: string, known: Iterable<string>): void {
  const folded = path.toLowerCase();
  for (const other of known) {
    if (other !== path && other.toLowerCase() === folded) {
      throw new Refusal(422, `Đã có tệp «${other}» chỉ khác «${path}» ở chữ hoa, chữ thường.`);
    }
  }
}

/** Whether a text is a plain relative path: no `..`, nothing hidden, nothing but ASCII. */
function isPath(path: string): boolean {
  return path
    .split('/')
    .every((part) => PART.test(part) && !part.includes('..') && !part.endsWith('.lock'));
}

function outside(path: string): Refusal {
  return new Refusal(422, `Không được ghi vào «${path}»: đường dẫn này không phải nội dung.`);
}
