import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { placeAdmin } from '../../admin/bundle/bundle.ts';
import { sectionServer } from '../../server/app.ts';
import type { Repository } from '../../server/ledger/repository.ts';
import type { AccountDetails } from '../../server/people/account.ts';
import { SESSION_COOKIE } from '../../server/people/cookie.ts';
import { openPeopleFiles } from '../../server/people/parts.ts';
import { may } from '../../server/people/policy.ts';
import { editorsRoom } from '../../server/people/room.ts';
import { readWardFacts } from '../../server/people/ward-facts.ts';
import { LedgerSite } from '../../server/publish/ledger-site.ts';
import { editionOf } from '../../src/core/view/edition.ts';
import { formChoices } from '../../src/core/view/form-choices.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { readSettings } from '../../src/settings.ts';
import { GOOD_PASSWORD, TEST_COST } from './editors-room.ts';

const BASE = '/cchc';
const ROOT = path.resolve(import.meta.dirname, '../..');

/** The real editors' room, its people and its ledger; only the citizens' pages are not built. */
export interface EditorsDesk {
  /** Address of the section, without a slash at the end. */
  origin: string;
  repository: Repository;
  /** A window of somebody who has signed in. */
  window: (browser: Browser, id: string, viewport?: Viewport) => Promise<Page>;
  close: () => Promise<void>;
}

interface Viewport {
  width: number;
  height: number;
}

/** What a desk is opened with. */
export interface DeskParts {
  /** Holds ledger, people and the room's program. */
  folder: string;
  contentDir: string;
  /** The ward that fields choose from; a small one of the same departments does. */
  choicesFrom: string;
  asOf: string;
  people: readonly AccountDetails[];
}

export async function openDesk(parts: DeskParts): Promise<EditorsDesk> {
  const { folder, contentDir, asOf } = parts;
  const outDir = path.join(folder, 'dist');
  const settings = readSettings({
    ...{ AS_OF: asOf, BASE, CONTENT_DIR: contentDir, OUT_DIR: outDir },
    LEDGER_DIR: path.join(folder, 'ledger'),
  });
  await placeProgram(outDir, parts);
  const files = openPeopleFiles(path.join(folder, 'accounts.json'), Date.now, TEST_COST);
  for (const one of parts.people) {
    await files.accounts.add(one, 'x');
    await files.accounts.setPassword(one.id, GOOD_PASSWORD, false);
  }
  const site = new LedgerSite({
    settings,
    build: async () => ({ ok: true }),
    say: () => undefined,
  });
  const repository = await site.ledger();
  const server = sectionServer({
    settings,
    site,
    door: {
      seams: {
        personOf: ({ person }) => person,
        may,
        acceptUpload: async (_, bytes) => ({ bytes }),
        audit: (event) => files.audit.write(event),
      },
      open: (at, furnish) => {
        const ward = () => readWardFacts(contentDir);
        const published = () => site.published();
        const room = { ...files, settings, now: Date.now, asOf: () => asOf, ward, published };
        editorsRoom(at, room, furnish);
      },
    },
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin: `${origin}${BASE}`,
    repository,
    window: async (browser, id, viewport = { width: 1366, height: 768 }) => {
      const context = await browser.newContext({ viewport, locale: 'vi-VN' });
      const value = await files.sessions.open(await files.accounts.get(id));
      await context.addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
      return context.newPage();
    },
    close: async () => {
      site.close();
      await server.close();
    },
  };
}

/** The room's program and what it is told of the ward, as a build of the site lays them. */
async function placeProgram(outDir: string, { choicesFrom, asOf }: DeskParts): Promise<void> {
  await placeAdmin(ROOT, path.join(ROOT, 'var/cache/admin'), outDir);
  const { store } = await loadWard(choicesFrom, { production: false });
  if (!store) throw new Error(`${choicesFrom} has errors`);
  const facts = {
    ...{ base: BASE, ward: store.ward.name, home: `${BASE}/`, accent: store.ward.accent },
    backend: { name: 'proxy' },
    choices: formChoices(editionOf(store, asOf)),
  };
  const shell = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Phòng biên tập</title>
<link rel="stylesheet" href="${BASE}/admin/cms.css">
<script type="module" src="${BASE}/admin/cms.js"></script></head>
<body><main id="room-shell"><p id="room-message">Đang mở …</p></main></body></html>`;
  const admin = path.join(outDir, 'admin');
  await mkdir(admin, { recursive: true });
  await writeFile(path.join(admin, 'cms.json'), JSON.stringify(facts));
  await writeFile(path.join(admin, 'index.html'), shell);
}
