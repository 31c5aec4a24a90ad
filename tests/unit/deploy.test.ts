import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedLedger } from '../../server/ledger/seed.ts';
import { cachingOf, SECURITY_HEADERS } from '../../server/security.ts';
import { readSettings } from '../../src/settings.ts';

const NGINX = readFileSync('deploy/nginx.conf', 'utf8');

describe('nginx answers as our own server does', () => {
  test('with the same headers', () => {
    const lines = readFileSync('deploy/nginx-headers.conf', 'utf8').matchAll(
      /^add_header (\S+) "([^"]*)" always;$/gm,
    );
    const headers = Object.fromEntries(
      [...lines].map(([, name = '', value]) => [name.toLowerCase(), value]),
    );
    expect(headers).toEqual(SECURITY_HEADERS);
    // A block with a header of its own inherits none: each has to take them in.
    const blocks = NGINX.match(/^ {2}location [^}]*\{(?:[^{}]|\{[^}]*\})*\}/gm) ?? [];
    const own = blocks.filter((block) => /^ +add_header/m.test(block));
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((block) => !block.includes('include snippets/cchc-headers.conf;'))).toEqual(
      [],
    );
  });

  test('and lets the same files be kept', () => {
    const [, pattern = '', kept] = /^ {2}"~([^"]+)" "([^"]+)";$/m.exec(NGINX) ?? [];
    const cachingThere = (url: string) => (new RegExp(pattern).test(url) ? kept : 'no-cache');
    for (const url of [
      ...[
        '/',
        '/tin-bai/',
        '/ward.css',
        '/doc.js',
        '/pagefind/pagefind-worker.js',
        '/du-lieu/v1/chi-tieu.json',
      ],
      ...['/_tai/main.DYE1ICJ2.css', '/tep/ab12/to-khai.pdf', '/anh-chia-se/0a.png'],
      ...['/pagefind/fragment/vi_1.pf_fragment', '/pagefind/index/vi_1.pf_index'],
      ...['/pagefind/2025/fragment/vi-2025_1.pf_fragment', '/pagefind/2025/titles.json'],
    ]) {
      expect([url, cachingThere(url)]).toEqual([url, cachingOf(url)]);
    }
  });
});

test('the service is given variables that the settings read, and starts what is there', () => {
  const lines = readFileSync('deploy/cchc.env', 'utf8').matchAll(/^([A-Z_]+)=(\S+)$/gm);
  const env = Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
  const settings = readSettings(env);
  expect(settings.production).toBe(true);
  expect(settings.outDir).toBe('/var/lib/cchc/dist');
  expect(settings.ledgerDir).toBe('/var/lib/cchc/ledger');
  expect(NGINX).toContain(`server 127.0.0.1:${settings.port};`);
  expect(NGINX).toContain(`root ${settings.outDir};`);
  expect(NGINX).toContain(`server_name ${new URL(settings.siteUrl ?? '').host};`);
  const service = readFileSync('deploy/cchc.service', 'utf8');
  const [, script = ''] = /^ExecStart=\S+ (\S+)$/m.exec(service) ?? [];
  expect(statSync(script).isFile()).toBe(true);
});

describe('what is backed up comes back', () => {
  let folder: string;
  const at = (...names: string[]) => path.join(folder, ...names);
  const run = (script: string, env: string, argument: string) =>
    spawnSync('sh', [`deploy/${script}`, argument], {
      env: { ...process.env, CCHC_ENV: at(env) },
      encoding: 'utf8',
    });
  const git = (ledger: string, ...args: string[]) =>
    execFileSync('git', ['-C', at(ledger, 'content.git'), ...args], { encoding: 'utf8' });

  function settings(file: string, root: string): void {
    const places = { CONTENT_DIR: 'content', LEDGER_DIR: 'ledger', XDG_STATE_HOME: 'state' };
    const lines = Object.entries(places).map(([name, place]) => `${name}=${at(root, place)}`);
    writeFileSync(at(file), `${lines.join('\n')}\n`);
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'cchc-deploy-'));
    cpSync('seeds/thuong-phuc', at('here', 'content'), { recursive: true });
    await seedLedger(at('here', 'ledger'), at('here', 'content'));
    git('here/ledger', 'update-ref', 'refs/heads/drafts/articles/nhap', 'main');
    mkdirSync(at('here', 'state', 'cchc', 'phuong'), { recursive: true });
    writeFileSync(at('here', 'state', 'cchc', 'phuong', 'accounts.json'), '{"people":[]}');
    writeFileSync(at('here', 'state', 'cchc', 'phuong', 'sessions.json'), '{}');
    settings('here.env', 'here');
    settings('there.env', 'there');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('whole, without sessions, for nobody else to read, and over nothing', () => {
    const saved = run('backup.sh', 'here.env', at('backups'));
    expect([saved.status, saved.stderr.replace(/^.* is okay\n/m, '')]).toEqual([0, '']);
    const [copy = ''] = readdirSync(at('backups'));
    expect(statSync(at('backups', copy)).mode & 0o077).toBe(0);
    const restored = run('restore.sh', 'there.env', at('backups', copy));
    expect([restored.status, restored.stderr]).toEqual([0, '']);
    const refs = (ledger: string) =>
      git(ledger, 'for-each-ref', '--format=%(refname) %(objectname)');
    expect(refs('there/ledger')).toBe(refs('here/ledger'));
    expect(refs('there/ledger')).toContain('refs/heads/drafts/articles/nhap');
    expect(git('there/ledger', 'config', '--local', '--list')).toBe(
      git('here/ledger', 'config', '--local', '--list'),
    );
    expect(readdirSync(at('there', 'state', 'cchc', 'phuong'))).toEqual(['accounts.json']);
    expect(readdirSync(at('there', 'content')).sort()).toEqual(
      readdirSync(at('here', 'content')).sort(),
    );
    const again = run('restore.sh', 'there.env', at('backups', copy));
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('Not written over')]);
  });

  test('and a copy that was damaged is not taken', () => {
    const [copy = ''] = readdirSync(at('backups'));
    writeFileSync(at('backups', copy, 'content.bundle'), 'x');
    settings('third.env', 'third');
    expect(run('restore.sh', 'third.env', at('backups', copy)).status).not.toBe(0);
    expect(readdirSync(folder)).not.toContain('third');
  });
});
