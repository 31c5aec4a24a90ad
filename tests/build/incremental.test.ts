import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, monthOf } from '../../src/core/calendar/day.ts';
import { filesBelow, fingerprint, PROJECT, runScript } from '../support/scripts.ts';
import { chance } from '../support/text-edits.ts';

/**
 * A build that takes pages over gives, byte for byte, what a build of everything gives, whatever
 * was edited in between. Edits are drawn by chance, the same for everybody; `FC_SEED=…` draws
 * others. Every round makes some of them, builds twice and compares.
 */

/** A ward that is being edited, and the day it is looked at. */
interface Edited {
  folder: string;
  asOf: Day;
  random: () => number;
  /** Number of the edit, for names of its own. */
  at: number;
}

type Edit = (ward: Edited) => Promise<string>;

/** Texts of the ward; a few are enough, and each costs several pages. */
const ARTICLES = 14;
const SEED = Number(process.env['FC_SEED'] ?? 6);
let root = '';

beforeAll(async () => {
  await mkdir(path.join(PROJECT, 'var'), { recursive: true });
  root = await mkdtemp(path.join(PROJECT, 'var', 'test-incremental-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const pick = <T>({ random }: Edited, list: readonly T[]) =>
  list[Math.floor(random() * list.length)] as T;

async function anyArticle(ward: Edited): Promise<string> {
  const files = await filesBelow(path.join(ward.folder, 'articles'));
  return path.join(ward.folder, 'articles', pick(ward, files));
}

async function change(file: string, by: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = by(text);
  if (changed === text) throw new Error(`${file}: the edit changed nothing`);
  await writeFile(file, changed);
}

const add: Edit = async (ward) => {
  const text = await readFile(await anyArticle(ward), 'utf8');
  const folder = path.join(ward.folder, 'articles', ...monthOf(ward.asOf).split('-'));
  await mkdir(folder, { recursive: true });
  const own = text
    .replace(/^title: .*$/m, `title: "Tin mới thêm lần thứ ${ward.at}"`)
    .replace(/^date: .*$/m, `date: ${ward.asOf}`)
    .replace(/^(placements|withdrawn|corrections):.*\n(?: .*\n)*/gm, '');
  await writeFile(path.join(folder, `tin-them-${ward.at}.md`), own);
  return 'add';
};

const write: Edit = async (ward) => {
  const file = await anyArticle(ward);
  await change(file, (text) => `${text}\nĐoạn viết thêm lần thứ ${ward.at}.\n`);
  return `write ${path.basename(file)}`;
};

const retitle: Edit = async (ward) => {
  const file = await anyArticle(ward);
  await change(file, (text) => text.replace(/^title: .*$/m, `title: "Tên sửa lần ${ward.at}"`));
  return `retitle ${path.basename(file)}`;
};

const move: Edit = async (ward) => {
  const file = await anyArticle(ward);
  const folder = path.join(ward.folder, 'articles', '2026', '07');
  await mkdir(folder, { recursive: true });
  await change(file, (text) =>
    text
      .replace(/^date: .*$/m, `date: 2026-07-${10 + (ward.at % 15)}`)
      .replace(/^(placements|withdrawn|corrections):.*\n(?: .*\n)*/gm, ''),
  );
  await rename(file, path.join(folder, `doi-cho-${ward.at}.md`));
  return `move ${path.basename(file)}`;
};

const renameDepartment: Edit = async (ward) => {
  const id = pick(ward, ['vhxh', 'vp', 'kt']);
  await change(path.join(ward.folder, 'departments.yaml'), (text) =>
    text.replace(new RegExp(`(- id: ${id}\\n\\s+name: ).*`), `$1Phòng Đổi tên ${ward.at}`),
  );
  return `rename ${id}`;
};

const withdraw: Edit = async (ward) => {
  const files = await filesBelow(path.join(ward.folder, 'articles'));
  for (const name of files) {
    const file = path.join(ward.folder, 'articles', name);
    const text = await readFile(file, 'utf8');
    const date = /^date: (.*)$/m.exec(text)?.[1] ?? '';
    if (/^withdrawn:/m.test(text) || date > ward.asOf) continue;
    const line = `withdrawn: { date: ${ward.asOf}, reason: "Gỡ lần ${ward.at}." }`;
    await writeFile(
      file,
      text.replace(/^date: .*$/m, (found) => `${found}\n${line}`),
    );
    return `withdraw ${name}`;
  }
  throw new Error('Nothing is left to withdraw');
};

const closeMonth: Edit = async ({ folder, asOf, at }) => {
  const env = { CONTENT_DIR: folder, AS_OF: asOf };
  const month = `2026-0${4 + (at % 4)}`;
  const { code, stderr } = await runScript('close.ts', [month], env);
  if (code !== 0) throw new Error(stderr);
  return `close ${month}`;
};

const advance: Edit = async (ward) => {
  ward.asOf = addDays(ward.asOf, 1 + Math.floor(ward.random() * 20));
  return `advance to ${ward.asOf}`;
};

/** Every edit once, in rounds: what happens together can hide what each would show. */
const EDITS: readonly Edit[] = [
  ...[add, write, retitle, move, renameDepartment, withdraw, closeMonth, advance],
];
const ROUNDS = 2;

test('after random edits, what is kept and what is made equal a build of everything', {
  timeout: 600_000,
}, async () => {
  const ward = await smallWard();
  await build(ward, 'kept');
  const waiting = shuffled(EDITS, ward.random);
  const size = Math.ceil(waiting.length / ROUNDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const done: string[] = [];
    for (const edit of waiting.slice(round * size, (round + 1) * size)) {
      ward.at += 1;
      done.push(await edit(ward));
    }
    const said = await build(ward, 'kept');
    await build(ward, `cold-${round}`);
    const [kept, cold] = await Promise.all(
      ['kept', `cold-${round}`].map((out) => fingerprint(path.join(root, out))),
    );
    expect({ done, site: kept }).toEqual({ done, site: cold });
    // A build that keeps nothing would be exact as well.
    expect(Number(/giữ lại (\d+) tệp/.exec(said)?.[1] ?? 0), said).toBeGreaterThan(10);
  }
});

/** A ward of one year with a few of the samples. */
async function smallWard(): Promise<Edited> {
  const folder = path.join(root, 'ward');
  const { code, stderr } = await runScript('seed.ts', ['uong-bi', '--to', folder, '--samples']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const articles = await filesBelow(path.join(folder, 'articles'));
  const step = Math.ceil(articles.length / ARTICLES);
  for (const [at, file] of articles.entries()) {
    if (at % step !== 0) await rm(path.join(folder, 'articles', file));
  }
  for (const name of ['activities', 'questions', 'practices']) {
    const files = (await readdir(path.join(folder, name))).sort().slice(3);
    for (const file of files) await rm(path.join(folder, name, file));
  }
  return { folder, asOf: '2026-09-25', random: chance(SEED), at: 0 };
}

/** Builds the ward as it stands, and gives what the build said. */
async function build({ folder, asOf }: Edited, out: string): Promise<string> {
  const env = { AS_OF: asOf, CONTENT_DIR: folder, OUT_DIR: path.join(root, out) };
  const { code, stdout, stderr } = await runScript('build.ts', [], env);
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
  return stdout;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
