import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AccountDetails } from '../../server/people/account.ts';
import { openPeopleFiles, type PeopleFiles } from '../../server/people/parts.ts';
import { editorsRoom } from '../../server/people/room.ts';
import { readWardFacts } from '../../server/people/ward-facts.ts';
import { siteServer } from '../../server/site.ts';
import { loadWard } from '../../src/reader/ward.ts';

/** Cheap enough to sign in hundreds of times; the real cost has a test of its own. */
export const TEST_COST = { N: 2 ** 10, r: 8, p: 1 };

/** A password that passes every rule. */
export const GOOD_PASSWORD = 'ba con mèo xanh lội suối';

/** A ward with people, served as the real server serves it, and a clock that tests turn. */
export interface TestRoom extends PeopleFiles {
  server: FastifyInstance;
  folder: string;
  clock: { now: number };
  /** Opens the same files again, as a restart does. */
  restart: () => TestRoom;
  /** Listens on a free port; the address of the room's host. */
  listen: () => Promise<string>;
  close: () => Promise<void>;
}

/** Details of somebody, with what a test does not care about filled in. */
export function person(id: string, rest: Partial<AccountDetails> = {}): AccountDetails {
  return { id, name: `Người ${id}`, email: `${id}@example.vn`, roles: ['editor'], ...rest };
}

/** Opens a room over a ward's content, in a folder of its own. */
export function openRoom(
  options: { base?: string; siteUrl?: string; contentDir?: string; folder?: string } = {},
): TestRoom {
  const { base = '/', siteUrl, contentDir = 'seeds/thuong-phuc' } = options;
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'cchc-room-'));
  const clock = { now: Date.parse('2026-10-20T02:00:00Z') };
  const now = () => clock.now;
  const files = openPeopleFiles(path.join(folder, 'accounts.json'), now, TEST_COST);
  const outDir = path.join(folder, 'site');
  mkdirSync(path.join(outDir, 'admin'), { recursive: true });
  const page = '<!doctype html><html lang="vi"><title>Bài viết</title><h1>Bài viết</h1>';
  writeFileSync(path.join(outDir, 'admin', 'index.html'), page);
  writeFileSync(path.join(outDir, '404.html'), page);
  const server = siteServer({ outDir, base });
  const published = loadWard(contentDir, { production: false }).then(({ store }) => store);
  const parts = {
    ...files,
    settings: { base, siteUrl, allowedHosts: [], outDir },
    now,
    asOf: () => '2026-10-20',
    ward: () => readWardFacts(contentDir),
    published: () => published,
  };
  editorsRoom(server, parts, (room) => {
    room.post('/api/thu', async ({ person: who }) => ({ by: who?.id }));
  });
  return {
    ...files,
    server,
    folder,
    clock,
    restart: () => openRoom({ ...options, folder }),
    listen: async () => {
      await server.listen({ port: 0, host: '127.0.0.1' });
      return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
