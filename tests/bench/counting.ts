/**
 * What counting takes at ten thousand articles, as a person waits for it:
 * `node tests/bench/counting.ts [articles]` rewrites its table in `docs/performance.md`. It asserts
 * nothing: a busy machine takes longer by the clock, so the seconds of the processor stand beside.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { likenesses, likenessesOf } from '../../src/core/originality/likeness.ts';
import { phraseIndex } from '../../src/core/originality/phrase-index.ts';
import { paragraphsOf } from '../../src/core/originality/words.ts';
import { gitHistory } from '../../src/reader/git-dates.ts';
import { type Cost, measured } from './build/builder.ts';
import { BENCH_DAY, type WardFile, wardFiles, writeWard } from './ward.ts';

const ARTICLES = Number(process.argv[2] ?? 10_000);
const DOCUMENT = path.resolve('docs', 'performance.md');
const MARKS = ['<!-- counting -->', '<!-- /counting -->'] as const;
const ROUNDS = 3;

/** Seconds by the clock and of the processor. */
type Seconds = Pick<Cost, 'wall' | 'cpu'>;

const root = await mkdtemp(path.join(tmpdir(), 'cchc-counting-'));
try {
  const rows: [string, string, Seconds][] = [
    ...(await quota()),
    ...(await likeness()),
    ['git dates in one pass', '–', await gitDates()],
    ['roll-up of 200 wards × 12 months', '5 s', rollUp()],
  ];
  const load = loadavg().map((one) => one.toFixed(1));
  const table = [
    `${ARTICLES} articles on ${availableParallelism()} cores, load ${load.join(', ')}, best of ${ROUNDS}.`,
    '',
    '| | target | by the clock | of the processor |',
    '|---|---:|---:|---:|',
    ...rows.map(
      ([name, target, { wall, cpu }]) => `| ${name} | ${target} | ${shown(wall)} | ${shown(cpu)} |`,
    ),
  ].join('\n');
  const document = await readFile(DOCUMENT, 'utf8');
  const [before = '', rest = ''] = document.split(MARKS[0]);
  const after = rest.slice(rest.indexOf(MARKS[1]));
  await writeFile(DOCUMENT, `${before}${MARKS[0]}\n\n${table}\n\n${after}`);
  process.stdout.write(`${table}\n`);
} finally {
  await rm(root, { recursive: true, force: true });
}

/** `npm run -s quota` on a ward it never read, and on one it has. */
async function quota(): Promise<[string, string, Seconds][]> {
  const content = path.join(root, 'ward');
  await writeWard(ARTICLES, content);
  const run = () =>
    measured({
      ...{ name: '', content, output: '', left: async () => [], cwd: process.cwd() },
      command: [process.execPath, 'scripts/quota.ts'],
      env: { CONTENT_DIR: content, AS_OF: BENCH_DAY },
    });
  return [
    ['`quota`, a ward never read before', '–', run()],
    ['`quota`', '1.5 s', best(Array.from({ length: ROUNDS }, run))],
  ];
}

/** Every text against every other, and one new text against all. */
async function likeness(): Promise<[string, string, Seconds][]> {
  const texts = articlesOf(await wardFiles(ARTICLES));
  const all = () => likenesses(phraseIndex(texts.map(compared)));
  const index = phraseIndex(texts.map(compared));
  const fresh = compared({ file: 'new', text: texts[Math.floor(ARTICLES / 2)]?.text ?? '' });
  const times = (work: () => unknown) => best(Array.from({ length: ROUNDS }, () => timed(work)));
  return [
    ['near-duplicates, all against all', '5 s', times(all)],
    ['near-duplicates, one against all', '0.3 s', times(() => likenessesOf(index, fresh))],
  ];
}

function compared({ file, text }: WardFile) {
  return { id: file, paragraphs: paragraphsOf(text.split('\n---\n')[1] ?? '') };
}

/** A history in which every article came in a commit of its own. */
async function gitDates(): Promise<Seconds> {
  const folder = path.join(root, 'history');
  const git = (args: string[], input?: string) =>
    spawnSync('git', args, { encoding: 'utf8', ...(input !== undefined && { input }) });
  git(['init', '--quiet', '--initial-branch=main', folder]);
  const stream = articlesOf(await wardFiles(ARTICLES)).map(({ file, text }, at) =>
    [
      'commit refs/heads/main',
      `committer Ward <ward@example.invalid> ${1_200_000_000 + at * 50_000} +0700`,
      'data 1\na',
      `M 100644 inline ${file}`,
      `data ${Buffer.byteLength(text)}\n${text}\n`,
    ].join('\n'),
  );
  git(['-C', folder, 'fast-import', '--quiet'], stream.join(''));
  const started = performance.now();
  const cpu = process.cpuUsage();
  const history = await gitHistory(folder);
  if (!history.known || history.files.size !== ARTICLES) throw new Error('No whole history');
  return since(started, cpu);
}

function rollUp(): Seconds {
  return measured({
    ...{ name: '', content: '', output: '', left: async () => [], cwd: process.cwd() },
    command: [process.execPath, 'tests/bench/rollup.ts', '200'],
  });
}

function shown(seconds: number): string {
  return seconds < 0.01 ? '< 0.01 s' : `${seconds.toFixed(2)} s`;
}

function articlesOf(files: readonly WardFile[]): WardFile[] {
  return files.filter(({ file }) => file.startsWith('articles/'));
}

function timed(work: () => unknown): Seconds {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  work();
  return since(started, cpu);
}

function since(started: number, before: NodeJS.CpuUsage): Seconds {
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

function best(all: readonly Seconds[]): Seconds {
  return all.reduce((one, other) => (other.wall < one.wall ? other : one));
}
