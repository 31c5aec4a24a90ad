import { loadLocalBackup, localBackupRetrieved } from 'decap-cms-core/dist/esm/actions/entries.js';
import { persistMedia } from 'decap-cms-core/dist/esm/actions/mediaLibrary.js';
import { selectMediaFilePublicPath } from 'decap-cms-core/dist/esm/reducers/entries.js';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { Refusal } from '../entry/refusal.ts';
import type { OpenEntry } from './place.ts';

type Values = Readonly<Record<string, unknown>>;

/** The entry that stands in Decap's form, saved or not. */
export interface OpenForm {
  collection: string;
  values: Values;
  /** Names of the files that belong to it already. */
  files: readonly string[];
  /** Another form, or this one filled anew, has another. */
  key: string;
}

/** Reads Decap's form; `undefined` while none is open. */
export function openForm(): OpenForm | undefined {
  const { entryDraft } = store.getState();
  const entry = entryDraft.get('entry')?.toJS();
  if (!entry?.collection) return undefined;
  const { collection, data = {}, mediaFiles = [] } = entry;
  const files = mediaFiles.map(({ name }) => name);
  return { collection, values: data, files, key: entryDraft.get('key') };
}

/**
 * Lays files beside the entry in the form, to be uploaded when it is saved. Returns what the
 * entry calls them. Throws a `Refusal` when Decap does not take one, or the form was left.
 */
export async function addFiles(form: OpenForm, files: readonly File[]): Promise<string[]> {
  const names: string[] = [];
  for (const file of files) {
    requireOpen(form);
    await store.dispatch(persistMedia(file));
    requireOpen(form);
    if (!openForm()?.files.includes(file.name)) {
      throw new Refusal(`Không thêm được ảnh ${file.name} vào bài. Tải lại trang rồi nhập lại.`);
    }
    const { config, collections, entryDraft } = store.getState();
    const collection = collections.get(form.collection);
    names.push(selectMediaFilePublicPath(config, collection, file.name, entryDraft.get('entry')));
  }
  return names;
}

/**
 * Changes the values of the form. Its fields keep what they show until they are drawn anew, which
 * Decap does when it takes a draft back from its own store; so that is the way in.
 */
export function fillForm(form: OpenForm, change: (values: Values) => Values): void {
  requireOpen(form);
  const entry = store.getState().entryDraft.get('entry')?.toJS();
  const data = change(entry?.data ?? {});
  // Both before the next drawing: in between Decap would ask whether to take the draft back.
  store.dispatch(localBackupRetrieved({ ...entry, data }));
  store.dispatch(loadLocalBackup());
}

function requireOpen({ key }: OpenForm): void {
  if (openForm()?.key === key) return;
  throw new Refusal('Biểu mẫu đã đóng nên nội dung chưa được đưa vào. Mở lại rồi nhập lần nữa.');
}

/** Whether an entry has a draft, and whether citizens see it, as far as Decap has read it. */
export function stateOf({ collection, slug }: OpenEntry): { drafted: boolean; published: boolean } {
  const draft = store.getState().editorialWorkflow.getIn(['entities', `${collection}.${slug}`]);
  return { drafted: Boolean(draft), published: !draft || Boolean(draft.get('isModification')) };
}

/** Calls whenever Decap has read or done something. */
export function whenDecapMoves(listener: () => void): void {
  store.subscribe(listener);
}
