import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/test/browser.ts';
import { siteServer } from '../../server/site.ts';

/** A section built for a test and served the way `npm start` serves it. */
export interface BuiltSite {
  /** Folder of the built files. */
  outDir: string;
  /** Address of the section, without a slash at the end. */
  origin: string;
  close: () => Promise<void>;
}

/** Builds the section with the given environment; throws with the build's own words. */
export function buildInto(outDir: string, env: Record<string, string>): void {
  const built = spawnSync(process.execPath, [path.resolve('scripts/build.ts')], {
    env: { ...process.env, OUT_DIR: outDir, ...env },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`${built.stdout}\n${built.stderr}`);
}

/** Builds and serves the section on a free port. */
export async function serveBuilt(env: Record<string, string>): Promise<BuiltSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cchc-site-'));
  const outDir = path.join(folder, 'dist');
  buildInto(outDir, env);
  const base = env['BASE'] ?? '/';
  const server = siteServer({ outDir, base });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  return {
    outDir,
    origin: `http://127.0.0.1:${port}${base === '/' ? '' : base}`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A real browser, without the background traffic that a closed network would hold up. */
export function launchBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
