import { cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type RoomDoor, sectionServer } from '../../server/app.ts';
import { LedgerSite } from '../../server/publish/ledger-site.ts';
import type { BuildResult } from '../../server/publish/publisher.ts';
import type { AuditEvent, Seams } from '../../server/seams.ts';
import { readSettings } from '../../src/settings.ts';
import { binh, hoa, lan, nam, plainPolicy } from './ledger.ts';

const PEOPLE = [hoa, nam, binh, lan];

/** A running editors' room without its door: who asks stands in the address, `?as=hoa`. */
export interface TestRoom {
  /** Address of the section, without a slash at the end. */
  origin: string;
  /** Port it listens on. */
  port: number;
  events: AuditEvent[];
  site: LedgerSite;
  close: () => Promise<void>;
}

/** What a test room is opened with. */
export interface TestRoomOptions {
  /** Holds content (made from a seed when absent), ledger and site. */
  folder: string;
  base?: string;
  build?: (contentDir: string) => Promise<BuildResult>;
  remote?: string;
}

export async function openRoom(options: TestRoomOptions): Promise<TestRoom> {
  const { folder, base = '/cchc' } = options;
  const contentDir = path.join(folder, 'content');
  if (!existsSync(contentDir)) cpSync('seeds/thuong-phuc', contentDir, { recursive: true });
  const settings = readSettings({
    AS_OF: '2026-06-30',
    BASE: base,
    CONTENT_DIR: contentDir,
    LEDGER_DIR: path.join(folder, 'ledger'),
    OUT_DIR: path.join(folder, 'dist'),
    ...(options.remote ? { LEDGER_REMOTE: options.remote } : {}),
  });
  const build = options.build ?? (async () => ({ ok: true }) as const);
  const site = new LedgerSite({ settings, build, say: () => undefined });
  const events: AuditEvent[] = [];
  const seams: Seams = {
    personOf: ({ query }) => PEOPLE.find(({ id }) => id === (query as { as?: string }).as),
    may: plainPolicy,
    acceptUpload: async (_, bytes) => ({ bytes }),
    audit: async (event) => void events.push(event),
  };
  const open: RoomDoor['open'] = (server, furnish) =>
    void server.register(async (room) => furnish(room), {
      prefix: `${base === '/' ? '' : base}/admin`,
    });
  const server = sectionServer({ settings, site, door: { seams, open } });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}${base === '/' ? '' : base}`,
    port,
    events,
    site,
    close: async () => {
      site.close();
      await server.close();
    },
  };
}

/** An answer of the room: its status and what it said. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many shapes as there are actions.
  body: any;
}

/** Sends JSON to a route of the room as a person. */
export async function post(
  origin: string,
  route: string,
  who: string,
  body: unknown,
): Promise<Answer> {
  const answer = await fetch(`${origin}/admin/api/${route}?as=${who}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

/** Sends one action of Decap's protocol as a person. */
export function cms(origin: string, who: string, action: string, params: unknown = {}) {
  return post(origin, 'cms', who, { branch: 'main', action, params });
}

/** What Decap's client promises its editor: only what the tests use of it. */
export interface DecapClient {
  entriesByFolder(folder: string, extension: string, depth: number): Promise<DecapEntry[]>;
  getEntry(path: string): Promise<DecapEntry>;
  unpublishedEntries(): Promise<string[]>;
  unpublishedEntry(entry: { id?: string; collection?: string; slug?: string }): Promise<{
    collection: string;
    slug: string;
    status: string;
    updatedAt: string;
    diffs: { id: string; path: string; newFile: boolean }[];
  }>;
  unpublishedEntryDataFile(
    collection: string,
    slug: string,
    path: string,
    id: string,
  ): Promise<string>;
  unpublishedEntryMediaFile(
    collection: string,
    slug: string,
    path: string,
    id: string,
  ): Promise<{ name: string; path: string; file: File }>;
  persistEntry(
    entry: {
      dataFiles: { path: string; slug: string; raw: string; base?: string }[];
      assets: { path: string; toBase64: () => Promise<string> }[];
    },
    options: Record<string, unknown>,
  ): Promise<{ message: string; version: string }>;
  updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown>;
  publishUnpublishedEntry(collection: string, slug: string): Promise<{ commit: string }>;
  deleteUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  deleteFiles(paths: string[], message: string): Promise<unknown>;
  getMedia(folder: string): Promise<{ path: string }[]>;
  getNotes(collection: string, slug: string): Promise<{ content: string; author: string }[]>;
  addNote(collection: string, slug: string, note: object): Promise<{ id: string }>;
  getDeployPreview(collection: string, slug: string): Promise<unknown>;
}

interface DecapEntry {
  data: string | null;
  file: { path: string; id: string | null };
}

/** Decap's own client of its `proxy` backend, as a browser would run it. */
export function decapClient(origin: string, who: string): DecapClient {
  Object.assign(globalThis, { window: globalThis });
  const { ProxyBackend } = createRequire(import.meta.url)('decap-cms-backend-proxy');
  const proxy_url = `${origin}/admin/api/cms?as=${who}`;
  const config = { backend: { proxy_url, branch: 'main' }, media_folder: '' };
  return new ProxyBackend(config, { initialWorkflowStatus: 'draft' });
}
