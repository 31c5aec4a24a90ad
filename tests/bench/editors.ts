/**
 * The editors' room of a ward of ten thousand articles over twenty years, as an editor waits for
 * it, in a real browser at the real server: `node tests/bench/editors.ts [articles]` rewrites its
 * part of `docs/performance.md`. What must hold on every machine is in
 * tests/e2e/editors-lists.test.ts; this asserts nothing.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { EntryIndex } from '../../server/ledger/entry-index.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import { WardContent } from '../../server/ledger/ward-content.ts';
import { layOut } from '../../server/publish/published-folder.ts';
import { launchBrowser } from '../support/built-site.ts';
import { STEPS, type Step, visit, type Wait } from './editors/visit.ts';
import { BENCH_DAY, writeWard } from './ward.ts';

const ARTICLES = Number(process.argv[2] ?? 10_000);
const ROUNDS = 3;
const TARGETS: Partial<Record<Step, string>> = { first: '2 s', again: '2 s', open: '1 s' };
const DOCUMENT = path.resolve('docs', 'performance.md');
const MARKS = ['<!-- editors -->', '<!-- /editors -->'] as const;
const EDITOR = 'lan';

/** A line of the server's table. */
type Row = readonly [name: string, clock: string, processor: string];

const root = await mkdtemp(path.join(tmpdir(), 'cchc-editors-'));
try {
  const content = path.join(root, 'content');
  await timed('ward written', () => writeWard(ARTICLES, content));
  const rows = await ledgerRows(content);
  const { visits, memory } = await inBrowser();
  const table = [...heading(), ...visitTable(visits), '', ...serverTable(rows, memory)].join('\n');
  await intoDocument(table);
  process.stdout.write(`\n${table}\n`);
} finally {
  await rm(root, { recursive: true, force: true });
}

/** What the server does before anybody sees a list, each step by itself. */
async function ledgerRows(content: string): Promise<Row[]> {
  const rows: Row[] = [];
  const row = async <T>(name: string, work: () => Promise<T>) => {
    const { result, wall, cpu } = await timed(name, work);
    rows.push([name, `${wall.toFixed(1)} s`, `${cpu.toFixed(1)} s`]);
    return result;
  };
  const dir = path.join(root, 'ledger');
  const ledger = await row('ledger made, once in its life', () => openLedger(dir, content));
  const main = await ledger.main();
  await row('first list’s index read, at every start', () => new EntryIndex(ledger).published());
  const ward = new WardContent(ledger, { production: false });
  await row('whole ward checked, at every start', () => ward.checked(main));
  await row('laid out for the first build', () =>
    layOut(ledger, path.join(dir, 'published'), main),
  );
  return rows;
}

/** Visits by people whose browsers know nothing, at a server that has just been started. */
async function inBrowser(): Promise<{ visits: Record<Step, Wait>[]; memory: number }> {
  const { result: room } = await timed('room opened', openRoom);
  const browser = await launchBrowser();
  const visits: Record<Step, Wait>[] = [];
  try {
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const used = async () => (await usedBy(room.child)).cpu;
      const at = { origin: room.origin, editor: EDITOR, used };
      const { result } = await timed(`visit ${turn + 1}`, () => visit(browser, at, turn));
      visits.push(result);
    }
    return { visits, memory: (await usedBy(room.child, 'memory')).memory };
  } finally {
    await browser.close();
    room.child.disconnect();
  }
}

async function openRoom(): Promise<{ child: ChildProcess; origin: string }> {
  const program = path.resolve('tests', 'bench', 'editors', 'room.ts');
  const child = fork(program, [root, BENCH_DAY, EDITOR], { execArgv: ['--expose-gc'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The room ended');
  });
  const [{ origin }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return { child, origin };
}

/** Seconds of the processor and MB that the room has used. */
async function usedBy(
  child: ChildProcess,
  asked = 'seconds',
): Promise<{ cpu: number; memory: number }> {
  child.send(asked);
  const [used] = await once(child, 'message');
  return used;
}

function heading(): string[] {
  const load = loadavg().map((one) => one.toFixed(1));
  const where = `${availableParallelism()} cores, load ${load.join(', ')}`;
  return [`${ARTICLES} articles on ${where}, median of ${ROUNDS} visits (slowest).`, ''];
}

function visitTable(visits: readonly Record<Step, Wait>[]): string[] {
  const line = (step: Step) => {
    const all = (of: keyof Wait) => visits.map((one) => one[step][of]).sort((a, b) => a - b);
    const cells = [
      ...[STEPS[step], TARGETS[step] ?? '–'],
      `${seconds(median(all('clock')))} (${seconds(all('clock').at(-1) ?? 0)})`,
      `${seconds(median(all('page')))} + ${seconds(median(all('server')))}`,
      `${(median(all('bytes')) / 1000).toFixed(0)} kB`,
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    '| in the browser | target | by the clock | of the processor: page + server | bytes |',
    '|---|---:|---:|---:|---:|',
    ...(Object.keys(STEPS) as Step[]).map(line),
  ];
}

function serverTable(rows: readonly Row[], memory: number): string[] {
  return [
    '| in the server | by the clock | of the processor |',
    '|---|---:|---:|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    `| memory in use after the visits, beside the program’s own 120 MB | ${memory.toFixed(0)} MB | |`,
  ];
}

async function intoDocument(table: string): Promise<void> {
  const document = await readFile(DOCUMENT, 'utf8');
  const [before = '', rest = ''] = document.split(MARKS[0]);
  const after = rest.slice(rest.indexOf(MARKS[1]));
  await writeFile(DOCUMENT, `${before}${MARKS[0]}\n\n${table}\n\n${after}`);
}

/** Does one stage and says what it took, so that nobody waits in the dark. */
async function timed<T>(name: string, work: () => Promise<T>) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  process.stdout.write(`${name}: ${wall.toFixed(1)} s\n`);
  return { result, wall, cpu: (user + system) / 1e6 };
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
