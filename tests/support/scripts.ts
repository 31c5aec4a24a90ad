import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The real scripts, run as a person runs them. */

export const PROJECT = path.resolve(import.meta.dirname, '../..');

/** What a script said and how it ended. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Settings that must not leak from the machine into a test. */
const SETTINGS = [
  ...['AS_OF', 'CONTENT_DIR', 'OUT_DIR', 'BASE', 'SITE_URL', 'SITE_ENV', 'QUOTA_ENFORCE', 'PORT'],
  ...['ACCOUNTS_FILE', 'ALLOWED_HOSTS', 'XDG_STATE_HOME'],
  ...['NODE_OPTIONS', 'NODE_ENV', 'VITEST', 'TEST'],
];

/** Runs `scripts/<name>` in the project. */
export function runScript(
  name: 'build.ts' | 'check.ts' | 'close.ts' | 'quota.ts' | 'report.ts' | 'seed.ts' | 'user.ts',
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Ran> {
  const own = Object.entries(process.env).filter(([key]) => !SETTINGS.includes(key));
  const child = spawn(process.execPath, [path.join('scripts', name), ...args], {
    cwd: PROJECT,
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ran.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
  });
}

/** A folder that is removed when the scope ends. */
export interface TemporaryFolder extends AsyncDisposable {
  folder: string;
}

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cchc-'));
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Every file below a folder with a digest of its bytes; equal for equal folders. */
export async function fingerprint(folder: string): Promise<Record<string, string>> {
  const files = await filesBelow(folder);
  const pairs = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(path.join(folder, file));
      return [file, createHash('sha256').update(bytes).digest('hex')] as const;
    }),
  );
  return Object.fromEntries(pairs);
}

/** The files below a folder, with `/`, sorted; none when it does not exist. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return [];
    },
  );
  return found
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** The files below a folder of a built site, without the compressed copies beside them. */
export async function filesAsMade(folder: string): Promise<string[]> {
  return (await filesBelow(folder)).filter((file) => !/\.(gz|br)$/.test(file));
}
