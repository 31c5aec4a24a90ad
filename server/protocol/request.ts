import { z } from 'zod';
import { STATUSES } from '../ledger/draft.ts';

/** Far more than a long text of a ward takes. */
const MOST_TEXT = 2_000_000;
/** One picture or file in base64; how large it may really be, the upload gate decides. */
const MOST_FILE = 90_000_000;

const path = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => text.normalize('NFC').replace(/^\/+/, ''));
const name = z.string().min(1).max(200);
const entry = { collection: name, slug: name };
const asset = z.object({
  path,
  content: z.base64().max(MOST_FILE),
  encoding: z.literal('base64'),
});
const dataFile = z.object({
  path,
  slug: name,
  raw: z.string().max(MOST_TEXT),
  /** The version that the editor's window read; `''` for an entry that was new to it. */
  base: z.string().max(64).optional(),
  newPath: path.optional(),
});

function action<A extends string, P extends z.ZodRawShape>(of: A, params: P) {
  return z.object({ action: z.literal(of), params: z.object(params) });
}

/**
 * What Decap's `proxy` backend may ask for. The clients of its own and of our editors' page
 * send more (branch, labels, commit texts); what is not named here is left out.
 */
export const cmsRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('info') }),
  action('entriesByFolder', {
    folder: path,
    extension: z.string().max(10),
    depth: z.number().int().min(1).max(20),
  }),
  action('entriesByFiles', {
    files: z.array(z.object({ path, label: z.string().max(200).optional() })).max(100),
  }),
  action('getEntry', { path }),
  z.object({ action: z.literal('unpublishedEntries') }),
  action('unpublishedEntry', {
    id: name.optional(),
    collection: name.optional(),
    slug: name.optional(),
  }),
  action('unpublishedEntryDataFile', { ...entry, path }),
  action('unpublishedEntryMediaFile', { ...entry, path }),
  action('deleteUnpublishedEntry', entry),
  action('persistEntry', {
    dataFiles: z.array(dataFile).length(1),
    assets: z.array(asset).max(60).default([]),
    options: z.object({ useWorkflow: z.boolean().optional() }).optional(),
    base: z.union([z.string().max(64), z.record(z.string(), z.string().max(64))]).optional(),
  }),
  action('updateUnpublishedEntryStatus', {
    ...entry,
    newStatus: z.enum(STATUSES),
    comment: z.string().max(4_000).optional(),
  }),
  action('publishUnpublishedEntry', entry),
  action('getMedia', { mediaFolder: z.string().max(400) }),
  action('getMediaFile', { path }),
  action('persistMedia', { asset }),
  action('deleteFile', { path }),
  action('deleteFiles', { paths: z.array(path).min(1).max(60) }),
  action('getDeployPreview', entry),
  action('getNotes', entry),
  action('addNote', { ...entry, note: z.object({ content: z.string().max(4_000) }) }),
  action('getPRMetadata', entry),
]);

export type CmsRequest = z.infer<typeof cmsRequest>;
export type CmsAction = CmsRequest['action'];
/** The parameters of one action. */
export type ParamsOf<A extends CmsAction> =
  Extract<CmsRequest, { action: A }> extends { params: infer P } ? P : Record<never, never>;
