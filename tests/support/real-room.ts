import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { sectionServer } from '../../server/app.ts';
import { openDoor } from '../../server/people/door.ts';
import { openPeopleFiles } from '../../server/people/parts.ts';
import { LedgerSite } from '../../server/publish/ledger-site.ts';
import { readSettings } from '../../src/settings.ts';
import { buildInto } from './built-site.ts';
import { GOOD_PASSWORD, person, TEST_COST } from './editors-room.ts';

/** Who works in the room. */
const EDITOR = person('lan', { name: 'Nguyễn Thị Lan', roles: ['editor', 'publisher'] });

/** The section as `npm start` serves it, built once, with its door, its ledger and an editor. */
export interface RealRoom {
  /** Address of the section, without a slash at the end. */
  origin: string;
  /** The bare repository that holds the content and its drafts. */
  repository: string;
  /** Signs the editor in and waits for the room. */
  signIn: (page: Page) => Promise<void>;
  close: () => Promise<void>;
}

/** Builds the section with samples and opens its editors' room; nothing is published. */
export async function openRealRoom(): Promise<RealRoom> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cchc-real-room-'));
  const inFolder = (name: string) => path.join(folder, name);
  cpSync('src/content', inFolder('content'), { recursive: true });
  const env = {
    CONTENT_DIR: inFolder('content'),
    OUT_DIR: inFolder('dist'),
    AS_OF: '2026-10-20',
    BASE: '/cchc',
  };
  buildInto(env.OUT_DIR, env);
  const accountsFile = inFolder('people/accounts.json');
  await addEditor(accountsFile);
  const settings = readSettings({
    ...env,
    LEDGER_DIR: inFolder('ledger'),
    ACCOUNTS_FILE: accountsFile,
  });
  const build = async () => ({ ok: true }) as const;
  const site = new LedgerSite({ settings, build, say: () => undefined });
  const door = await openDoor({
    settings,
    contentDir: () => site.contentDir,
    published: () => site.published(),
  });
  const server = sectionServer({ settings, site, door });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/cchc`;
  return {
    origin,
    repository: inFolder('ledger/content.git'),
    signIn: async (page) => {
      await page.goto(`${origin}/admin/dang-nhap`);
      await page.getByLabel('Tên đăng nhập').fill(EDITOR.id);
      await page.getByLabel('Mật khẩu', { exact: true }).fill(GOOD_PASSWORD);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.locator('.room-bar').waitFor();
    },
    close: async () => {
      site.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the account of somebody who has chosen a password already. */
async function addEditor(file: string): Promise<void> {
  const { accounts } = openPeopleFiles(file, Date.now, TEST_COST);
  await accounts.add(EDITOR, GOOD_PASSWORD);
  await accounts.setPassword(EDITOR.id, GOOD_PASSWORD, false);
}
