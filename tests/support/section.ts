import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AccountDetails } from '../../server/people/account.ts';
import { accountsFileOf, openPeopleFiles, type PeopleFiles } from '../../server/people/parts.ts';
import { readWardFacts } from '../../server/people/ward-facts.ts';
import { now } from '../../src/settings.ts';
import { GOOD_PASSWORD, TEST_COST } from './editors-room.ts';
import { gitIn } from './ledger.ts';

/** The machine's name in an office network; a browser has to be told where it is. */
export const OFFICE_NAME = 'cchc.noi-bo';

/** Everything `npm start` starts, in a process and a folder of its own. */
export interface RunningSection {
  /** Address of the section, without a slash at the end. */
  origin: string;
  /** The same by the name of an office network, over plain HTTP. */
  officeOrigin: string;
  folder: string;
  /** Runs git on the ledger, as somebody at the machine would. */
  git: (...args: string[]) => string;
  people: PeopleFiles;
  close: () => Promise<void>;
}

/** Starts a section of content on a day, with people who all have `GOOD_PASSWORD`. */
export async function startSection(options: {
  /** Folder of the content to begin with; it is copied. */
  content: string;
  asOf: string;
  people: readonly AccountDetails[];
}): Promise<RunningSection> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cchc-section-'));
  const contentDir = path.join(folder, 'content');
  cpSync(options.content, contentDir, { recursive: true });
  const stateHome = path.join(folder, 'state');
  const people = await peopleOf(contentDir, stateHome, options.people);
  const port = await freePort();
  const env = {
    ...process.env,
    ALLOWED_HOSTS: OFFICE_NAME,
    AS_OF: options.asOf,
    BASE: '/cchc',
    CONTENT_DIR: contentDir,
    LEDGER_DIR: path.join(folder, 'ledger'),
    OUT_DIR: path.join(folder, 'dist'),
    PORT: String(port),
    XDG_STATE_HOME: stateHome,
  };
  const child = spawn(process.execPath, [path.resolve('scripts/start.ts')], { env });
  await untilStarted(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    origin: `http://localhost:${port}/cchc`,
    officeOrigin: `http://${OFFICE_NAME}:${port}/cchc`,
    folder,
    git: (...args) => gitIn(path.join(folder, 'ledger', 'content.git'), ...args),
    people,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same file of accounts that the server will open; hashes name their own, cheaper, cost. */
async function peopleOf(
  contentDir: string,
  stateHome: string,
  details: readonly AccountDetails[],
): Promise<PeopleFiles> {
  const { id: ward } = await readWardFacts(contentDir);
  const file = accountsFileOf({ accountsFile: undefined, stateHome }, ward);
  const people = openPeopleFiles(file, now, TEST_COST);
  for (const one of details) {
    await people.accounts.add(one, GOOD_PASSWORD);
    await people.accounts.setPassword(one.id, GOOD_PASSWORD, false);
  }
  return people;
}

/** Resolves when the section is served; rejects with its own words when it ends before. */
function untilStarted(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text) => {
        said += text;
        if (said.includes('Dừng: Ctrl-C')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(said)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
