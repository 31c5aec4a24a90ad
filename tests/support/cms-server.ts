import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { previewRoute } from '../../server/api/preview.ts';
import { entryFacts } from '../../src/core/list/facts.ts';
import { readEntryFilter } from '../../src/core/list/filter.ts';
import { entryListView } from '../../src/core/list/view.ts';
import { loadWard } from '../../src/reader/ward.ts';

/**
 * The actions of Decap's small server over a folder, as far as the editors' room uses them: a
 * stand-in for the ward's own server, which has tests of its own. Drafts are kept in memory.
 */
export interface CmsServer {
  origin: string;
  /** Every request for an action that arrived, in order. */
  actions: { action: string; headers: Record<string, unknown>; params: Params }[];
  drafts: Map<string, Draft>;
  /** Whether somebody has signed in. */
  signedIn: boolean;
  /** Saves a file as a colleague would, past every open window. */
  saveAsColleague(key: string, file: string, text: string): void;
  close(): Promise<void>;
}

type Params = Record<string, never> & Record<string, unknown>;
interface Draft {
  collection: string;
  slug: string;
  status: string;
  files: Map<string, string>;
  media: Map<string, string>;
}

const ADMIN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "connect-src 'self' blob:",
  "font-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const ME = {
  id: 'lan',
  name: 'Nguyễn Thị Lan',
  roles: ['editor', 'publisher', 'administrator'],
  may: { people: true, audit: true, review: true, publish: true, close: true, content: {} },
};

/** What the room asks beside Decap's protocol, answered with fixed words. */
const FIXED: Record<string, unknown> = {
  owed: {
    month: 'tháng 10 năm 2026',
    sample: true,
    departments: [
      {
        id: 'vhxh',
        name: 'Phòng Văn hóa - Xã hội',
        sentence: 'còn thiếu 1 tin trong tháng này',
        channels: [
          {
            name: 'Truyền thanh',
            rows: [
              {
                demand: 'Ít nhất 02 tin/bài phát trên truyền thanh',
                period: 'tháng 10 năm 2026',
                number: '1/2',
                status: 'open',
                word: 'còn thiếu 1',
                missing: 1,
                left: 'còn 12 ngày',
                address: '/cchc/can-bo/chi-tieu/2026-10/',
              },
            ],
          },
        ],
      },
    ],
  },
  'counts-for': {
    sentence: 'Bài này sẽ tính cho 1 chỉ tiêu.',
    counts: [
      {
        demand: 'Ít nhất 02 tin/bài phát trên truyền thanh',
        period: 'tháng 10 năm 2026',
        number: '1/2',
      },
    ],
    countsNot: [{ demand: 'Ít nhất 03 tin mới', reasons: ['bài đăng lại không tính là tin mới'] }],
  },
  presence: { others: [{ id: 'binh', name: 'Trần Văn Bình' }] },
  return: { message: 'Đã trả lại bài.' },
  withdraw: { message: 'Đã gỡ bài, đang dựng lại trang.' },
  'publish-status': { state: 'live', message: 'Đã xuất bản.', address: '/tin-bai/' },
};

/** Serves a built site with its editors' room over a folder of content. */
export async function serveCms(options: {
  outDir: string;
  contentDir: string;
  base: string;
}): Promise<CmsServer> {
  const { outDir, contentDir, base } = options;
  const prefix = base === '/' ? '' : base;
  const app = fastify({ bodyLimit: 50_000_000 });
  const state = { actions: [] as CmsServer['actions'], drafts: new Map<string, Draft>() };
  const cms: CmsServer = {
    ...state,
    origin: '',
    signedIn: true,
    saveAsColleague(key, file, text) {
      state.drafts.get(key)?.files.set(file, text);
    },
    close: () => app.close(),
  };
  app.addHook('onSend', async (_, reply) => {
    reply.header('content-security-policy', ADMIN_POLICY);
  });
  app.get(`${prefix}/admin/api/me`, async (_, reply) =>
    cms.signedIn ? ME : reply.code(401).send({ error: 'Hãy đăng nhập.' }),
  );
  app.get(`${prefix}/admin/dang-nhap`, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send('<html lang="vi"><h1>Đăng nhập</h1></html>'),
  );
  app.addContentTypeParser('application/x-www-form-urlencoded', async () => undefined);
  app.post(`${prefix}/admin/dang-xuat`, async (_, reply) => {
    cms.signedIn = false;
    return reply.redirect(`${prefix}/admin/dang-nhap`, 303);
  });
  for (const [name, answer] of Object.entries(FIXED)) {
    app.route({
      method: ['GET', 'POST'],
      url: `${prefix}/admin/api/${name}`,
      handler: async () => answer,
    });
  }
  const { store } = await loadWard(contentDir, { production: false });
  previewRoute(app, {
    path: `${prefix}/admin/api/preview`,
    published: async () => store,
    asOf: () => '2026-10-20',
  });
  app.get(`${prefix}/admin/api/entries`, async ({ url }) => {
    const query = new URLSearchParams(url.split('?')[1]);
    const { entries = [] } = await loadWard(contentDir, { production: false }).then(
      ({ content }) => content,
    );
    const listed = entries
      .filter(({ collection }) => collection === query.get('collection'))
      .map(({ id, data }) => ({ id, published: entryFacts(data) }));
    const setting = { asOf: '2026-10-20', departments: [] };
    return entryListView(listed, readEntryFilter(query), setting);
  });
  app.post(`${prefix}/admin/api/cms`, async (request, reply) => {
    const { action, params } = request.body as { action: string; params: Params };
    state.actions.push({ action, headers: request.headers, params });
    const answer = await act(action, params, contentDir, state.drafts);
    return reply.code(answer.status ?? 200).send(answer.body);
  });
  app.register(fastifyStatic, { root: outDir, prefix: `${prefix}/`, redirect: true });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  cms.origin = `http://127.0.0.1:${port}${prefix}`;
  return cms;
}

interface Answer {
  status?: number;
  body: unknown;
}

async function act(
  action: string,
  params: Params,
  root: string,
  drafts: Map<string, Draft>,
): Promise<Answer> {
  const key = `${params['collection']}/${params['slug']}`;
  const whole = action === 'unpublishedEntry' ? (params['id'] as string | undefined) : undefined;
  const draft = drafts.get(whole ?? key);
  switch (action) {
    case 'entriesByFolder':
      return { body: await entriesIn(root, String(params['folder']), String(params['extension'])) };
    case 'entriesByFiles': {
      const files = params['files'] as unknown as { path: string }[];
      return { body: await Promise.all(files.map(({ path: file }) => entry(root, file))) };
    }
    case 'getEntry':
      return entry(root, String(params['path'])).then(
        (body) => ({ body }),
        () => ({ status: 404, body: { error: 'Không có tệp này.' } }),
      );
    case 'unpublishedEntries':
      return { body: [...drafts.keys()] };
    case 'unpublishedEntry':
      return draft ? { body: described(draft) } : { status: 404, body: { error: 'Không có.' } };
    case 'unpublishedEntryDataFile':
      return { body: { data: draft?.files.get(String(params['path'])) } };
    case 'unpublishedEntryMediaFile':
      return { body: mediaFile(String(params['path']), draft?.media.get(String(params['path']))) };
    case 'persistEntry':
      return persist(params, drafts, root);
    case 'updateUnpublishedEntryStatus':
      if (draft) draft.status = String(params['newStatus']);
      return { body: {} };
    case 'publishUnpublishedEntry':
      await publish(root, draft);
      drafts.delete(key);
      return { body: { commit: 'a'.repeat(40) } };
    case 'deleteUnpublishedEntry':
      drafts.delete(key);
      return { body: {} };
    case 'getMedia':
      return { body: [] };
    case 'getNotes':
      return { body: { notes: [] } };
    case 'getMediaFile': {
      const file = path.join(root, String(params['path']));
      return readFile(file, 'base64').then(
        (content) => ({ body: mediaFile(String(params['path']), content) }),
        () => ({ status: 404, body: { error: 'Không có tệp này.' } }),
      );
    }
    default:
      return { status: 422, body: { error: `Không có việc «${action}».` } };
  }
}

async function persist(params: Params, drafts: Map<string, Draft>, root: string): Promise<Answer> {
  const files = params['dataFiles'] as unknown as {
    path: string;
    slug: string;
    raw: string;
    base: string;
  }[];
  const { collectionName } = params['options'] as unknown as { collectionName: string };
  const slug = files[0]?.slug ?? '';
  const key = `${collectionName}/${slug}`;
  const before = drafts.get(key);
  for (const file of files) {
    const published = await readFile(path.join(root, file.path), 'utf8').catch(() => undefined);
    const current = before?.files.get(file.path) ?? published;
    if (current !== undefined && digest(current) !== file.base) {
      const theirs = { version: digest(current), text: current };
      const conflict = { by: 'Trần Văn Bình', at: '15:04 ngày 20/10/2026', theirs };
      return { status: 409, body: { conflict } };
    }
  }
  const draft: Draft = before ?? {
    collection: collectionName,
    slug,
    status: 'draft',
    files: new Map(),
    media: new Map(),
  };
  for (const { path: file, raw } of files) draft.files.set(file, raw);
  const assets = params['assets'] as unknown as { path: string; content: string }[];
  for (const { path: file, content } of assets) draft.media.set(file, content);
  drafts.set(key, draft);
  return { body: { version: digest(files[0]?.raw ?? '') } };
}

async function publish(root: string, draft: Draft | undefined): Promise<void> {
  for (const [file, raw] of draft?.files ?? []) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), raw);
  }
}

function described({ collection, slug, status, files, media }: Draft) {
  const diffs = [...files].map(([file, raw]) => ({ id: digest(raw), path: file, newFile: true }));
  const pictures = [...media].map(([file, text]) => ({
    id: digest(text),
    path: file,
    newFile: true,
  }));
  return { collection, slug, status, diffs: [...diffs, ...pictures], updatedAt: '2026-10-20' };
}

async function entriesIn(root: string, folder: string, extension: string) {
  const names = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith(`.${extension}`)).sort();
  return Promise.all(files.map((name) => entry(root, `${folder}/${name}`)));
}

async function entry(root: string, file: string) {
  const data = await readFile(path.join(root, file), 'utf8');
  return { data, file: { path: file, id: digest(data) } };
}

function mediaFile(file: string, content = '') {
  return {
    id: digest(content),
    name: path.basename(file),
    path: file,
    content,
    encoding: 'base64',
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
