import { COLLECTIONS, type Collection } from '../../src/core/schema/collections.ts';
import { extensionOf, MEDIA_TYPES } from '../../src/core/store/media.ts';
import type { LedgerContext } from '../ledger/context.ts';
import type { Draft, HistoryItem } from '../ledger/draft.ts';
import { keyOf, refuseBadMedia } from '../ledger/paths.ts';
import { publish } from '../ledger/publish.ts';
import {
  draftFile,
  draftFiles,
  draftsSeenBy,
  type PublishedFile,
  publishedFile,
  publishedIn,
  requireDraft,
} from '../ledger/read.ts';
import { Refusal } from '../ledger/refusal.ts';
import { addMedia, deleteDraft, deleteMedia } from '../ledger/remove.ts';
import { MAIN } from '../ledger/repository.ts';
import { addNote, type DraftName, notesOf, setStatus } from '../ledger/review.ts';
import { save } from '../ledger/save.ts';
import type { AuditEvent, Seams } from '../seams.ts';
import { type Asking, audited } from './audited.ts';
import type { CmsAction, CmsRequest, ParamsOf } from './request.ts';

/** What an action works with. */
export interface CmsContext {
  ledger: LedgerContext;
  seams: Seams;
  asking: Asking;
}

type Handler<A extends CmsAction> = (context: CmsContext, params: ParamsOf<A>) => Promise<unknown>;

/** One row for each action of Decap's protocol; the answers have the shapes its client reads. */
const HANDLERS: { readonly [A in CmsAction]: Handler<A> } = {
  info: async () => ({
    repo: 'cchc',
    publish_modes: ['editorial_workflow'],
    type: 'ledger',
  }),

  entriesByFolder: async ({ ledger }, { folder, extension, depth }) => {
    const known = Object.values(COLLECTIONS as Record<string, Collection>);
    if (!known.some((collection) => collection.folder === folder)) return [];
    const ending = `.${extension.replace(/^\./, '')}`;
    const below = folder.split('/').length + depth;
    const files = await publishedIn(ledger, folder, ending);
    return files.filter(({ path }) => path.split('/').length <= below).map(entryAnswer);
  },

  entriesByFiles: async ({ ledger }, { files }) =>
    Promise.all(
      files.map(async ({ path, label }) => {
        const { data, file } = entryAnswer(await publishedFile(ledger, path));
        return { data, file: { ...file, label } };
      }),
    ),

  getEntry: async ({ ledger }, { path }) => entryAnswer(await publishedFile(ledger, path)),

  unpublishedEntries: async ({ ledger, asking }) =>
    (await draftsSeenBy(ledger, asking.person)).map(
      ({ draft: { collection, id } }) => `${collection}/${id}`,
    ),

  unpublishedEntry: async ({ ledger, asking }, { id, collection = '', slug = '' }) => {
    const named = id === undefined ? { collection, id: slug } : splitId(id);
    const draft = await requireDraft(ledger, asking.person, named.collection, named.id);
    return draftAnswer(ledger, draft);
  },

  unpublishedEntryDataFile: async ({ ledger, asking }, { collection, slug, path }) => {
    const draft = await requireDraft(ledger, asking.person, collection, slug);
    const { bytes } = await draftFile(ledger, draft, path);
    return { data: bytes.toString('utf8') };
  },

  unpublishedEntryMediaFile: async ({ ledger, asking }, { collection, slug, path }) => {
    const draft = await requireDraft(ledger, asking.person, collection, slug);
    const { version, bytes } = await draftFile(ledger, draft, path);
    return mediaAnswer(path, version, bytes);
  },

  deleteUnpublishedEntry: (context, params) =>
    noted(context, 'draft.delete', params, async (name) => {
      await deleteDraft(context.ledger, context.asking.person, name);
      return { message: 'Đã xóa bản nháp.' };
    }),

  persistEntry: async (context, { dataFiles: [file], assets, options, base }) => {
    if (!file) throw new Refusal(422, 'Thiếu nội dung cần lưu.');
    if (options?.useWorkflow === false) {
      throw new Refusal(422, 'Mọi thay đổi đều lưu thành bản nháp rồi mới xuất bản.');
    }
    if (file.newPath !== undefined && file.newPath !== file.path) {
      throw new Refusal(422, 'Không đổi được đường dẫn của bài đã lưu.');
    }
    const from = file.base ?? (typeof base === 'string' ? base : base?.[file.path]);
    if (from === undefined) {
      throw new Refusal(
        428,
        'Trang biên tập trong trình duyệt đã cũ nên chưa lưu. Chép phần đang viết ra chỗ khác, tải lại trang rồi dán vào.',
      );
    }
    const uploads = assets.map(({ path, content }) => ({
      path,
      bytes: Buffer.from(content, 'base64'),
    }));
    const { collection, id } = keyOf(file.path);
    return noted(context, 'draft.save', { collection, slug: id }, async () => {
      const request = { path: file.path, text: file.raw, uploads, base: from };
      const saved = await save(context.ledger, context.asking.person, request);
      return { message: 'Đã lưu bản nháp.', ...saved };
    });
  },

  updateUnpublishedEntryStatus: (context, { newStatus, comment, ...params }) => {
    const action = newStatus === 'draft' ? 'draft.return' : 'draft.submit';
    return noted(context, action, params, async (name) => {
      await setStatus(context.ledger, context.asking.person, name, newStatus, comment);
      return { message: 'Đã chuyển trạng thái.' };
    });
  },

  publishUnpublishedEntry: (context, params) =>
    noted(context, 'publish', params, async (name) => {
      const commit = await publish(context.ledger, context.asking.person, name);
      return { message: 'Đang xuất bản.', commit };
    }),

  getMedia: async ({ ledger }, { mediaFolder }) => {
    const folder = mediaFolder.replace(/^\/+|\/+$/g, '');
    return folder === '' ? [] : mediaIn(ledger, folder);
  },

  getMediaFile: async ({ ledger }, { path }) => {
    refuseBadMedia(path);
    const { repository } = ledger;
    const found = await repository.fileAt(MAIN, path);
    if (!found) throw new Refusal(404, `Không có tệp «${path}».`);
    return mediaAnswer(path, found.id, found.bytes);
  },

  persistMedia: async ({ ledger, seams, asking }, { asset }) =>
    audited(seams, asking, { action: 'upload', target: asset.path }, async () => {
      const upload = { path: asset.path, bytes: Buffer.from(asset.content, 'base64') };
      const { bytes, version } = await addMedia(ledger, asking.person, upload);
      return mediaAnswer(asset.path, version, Buffer.from(bytes));
    }),

  deleteFile: (context, { path }) => removeMedia(context, [path]),
  deleteFiles: (context, { paths }) => removeMedia(context, paths),

  // A draft is seen in the editor's own preview; there is no copy of the site for it.
  getDeployPreview: async () => null,

  getNotes: async ({ ledger, asking }, params) => ({
    notes: (await notesOf(ledger, asking.person, nameOf(params))).map(noteAnswer),
  }),

  addNote: (context, { note, ...params }) =>
    noted(context, 'draft.save', params, async (name) => ({
      note: noteAnswer(await addNote(context.ledger, context.asking.person, name, note.content)),
    })),

  // Drafts have no merge request behind them.
  getPRMetadata: async () => ({ metadata: null }),
};

/** Answers one request of Decap's client; throws a `Refusal` for what is not done. */
export function answerCms(context: CmsContext, request: CmsRequest): Promise<unknown> {
  const handler = HANDLERS[request.action] as Handler<CmsAction>;
  return handler(context, ('params' in request ? request.params : {}) as never);
}

function removeMedia({ ledger, seams, asking }: CmsContext, paths: readonly string[]) {
  const target = paths.join(', ');
  return audited(seams, asking, { action: 'draft.delete', target }, async () => {
    await deleteMedia(ledger, asking.person, paths);
    return { message: 'Đã xóa tệp.' };
  });
}

/** Runs a change of one entry under the eyes of the audit log. */
function noted<T>(
  { seams, asking }: CmsContext,
  action: AuditEvent['action'],
  params: { collection: string; slug: string },
  work: (name: DraftName) => Promise<T>,
): Promise<T> {
  const target = `${params.collection}/${params.slug}`;
  return audited(seams, asking, { action, target }, () => work(nameOf(params)));
}

function nameOf({ collection, slug }: { collection: string; slug: string }): DraftName {
  return { collection, id: slug };
}

function splitId(id: string): DraftName {
  const slash = id.indexOf('/');
  return { collection: id.slice(0, slash), id: id.slice(slash + 1) };
}

function entryAnswer({ path, version, text }: PublishedFile) {
  return { data: text, file: { path, id: version } };
}

async function draftAnswer(ledger: LedgerContext, draft: Draft) {
  const files = await draftFiles(ledger, draft);
  return {
    collection: draft.collection,
    slug: draft.id,
    status: draft.status,
    diffs: files.map(({ path, version, isNew }) => ({ id: version, path, newFile: isNew })),
    updatedAt: new Date(draft.updatedAt * 1000).toISOString(),
    pullRequestAuthor: draft.author.name,
    updatedBy: draft.updatedBy,
  };
}

async function mediaIn({ repository }: LedgerContext, folder: string) {
  // Few entries have files of their own; listing takes a process.
  if (!(await repository.object(`${MAIN}:${folder}`))) return [];
  const files = await repository.files(MAIN, `${folder}/`);
  const direct = [...files].filter(
    ([path]) => !path.slice(folder.length + 1).includes('/') && MEDIA_TYPES.has(extensionOf(path)),
  );
  const contents = await repository.blobs([...new Set(direct.map(([, { id }]) => id))]);
  return direct.map(([path, { id }]) => mediaAnswer(path, id, contents.get(id) ?? Buffer.alloc(0)));
}

function mediaAnswer(path: string, version: string, bytes: Buffer) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { id: version, name, path, content: bytes.toString('base64'), encoding: 'base64' };
}

/** A note as Decap's pane of notes shows it. Notes are part of the history: none is changed. */
function noteAnswer({ commit, at, by, event, comment }: HistoryItem) {
  return {
    id: commit,
    author: by.name,
    timestamp: new Date(at * 1000).toISOString(),
    content: event === 'return' ? `Trả lại: ${comment}` : comment,
    resolved: false,
  };
}
