/**
 * `npm run bench [-- sizes…] [--rounds n]`: builds wards of 1,000 and 10,000 articles with this
 * project, Hugo and Eleventy, side by side in one run, and rewrites the table of
 * `docs/performance.md`. It asserts nothing: what a build takes depends on the machine, so the
 * ratios are what to look at.
 */
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Builder, type Cost, measured, medianOf, setAside } from './build/builder.ts';
import { eleventy } from './build/eleventy.ts';
import { type Frame, frameOf } from './build/frame.ts';
import { hugo } from './build/hugo.ts';
import { OWN, ours } from './build/ours.ts';
import { EDITS, writeWards } from './build/wards.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, whole: { type: 'boolean', default: true } },
  allowNegative: true,
});
const SIZES = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];
const ROUNDS = Number(values.rounds);
const ROOT = path.resolve('var', 'bench');
/** What builds have left; it goes when all is measured. */
const ASIDE = path.join(ROOT, 'aside');
const DOCUMENT = path.resolve('docs', 'performance.md');
const MARKS = ['<!-- bench -->', '<!-- /bench -->'] as const;

async function tableOf(size: number): Promise<string[]> {
  const folder = path.join(ROOT, String(size));
  await setAside([folder], ASIDE);
  const rows: Row[] = [];
  let frame: Frame | undefined;
  for (const make of MAKERS) {
    const own = path.join(folder, String(rows.length));
    await mkdir(own, { recursive: true });
    const builder = await make(own, size, frame);
    if (builder) {
      rows.push(await row(builder, make === everything ? 1 : ROUNDS));
      frame ??= await frameOf(builder.output);
    }
    await setAside([own], ASIDE);
  }
  const names = ['cold', ...Object.keys(EDITS)];
  const cell = (cost?: Cost) =>
    cost ? `${cost.wall.toFixed(1)} / ${cost.cpu.toFixed(1)} / ${Math.round(cost.peak)}` : '–';
  const ratio = (costs: Map<string, Cost>, name: string) => {
    const [one, first] = [costs.get(name), rows[0]?.costs.get(name)];
    return one && first ? (first.cpu / one.cpu).toFixed(2) : '–';
  };
  return [
    `### ${size} articles: seconds by the clock / of the processor / peak MB`,
    '',
    `| | pages | MB of HTML | ${names.join(' | ')} |`,
    `|---|---|---|${names.map(() => '---').join('|')}|`,
    ...rows.map(
      ({ name, pages, html, costs }) =>
        `| ${name} | ${pages} | ${Math.round(html / 1e6)} | ${names.map((one) => cell(costs.get(one))).join(' | ')} |`,
    ),
    ...rows
      .filter(({ name }) => !name.startsWith(OWN))
      .map(
        ({ name, costs }) =>
          `| ${OWN} ÷ ${name}, processor | | | ${names.map((one) => ratio(costs, one)).join(' | ')} |`,
      ),
    '',
  ];
}

/** What one program built, and at what cost. */
interface Row {
  name: string;
  pages: number;
  /** Bytes of its pages: whoever writes less does less. */
  html: number;
  costs: Map<string, Cost>;
}

/** Every builder with a ward of its own, for edits stay in it; the others after this project. */
type Maker = (folder: string, size: number, frame?: Frame) => Promise<Builder | undefined>;
const MAKERS: readonly Maker[] = [
  async (folder, size) => ours(folder, (await writeWards(size, folder)).own, 'shared'),
  async (folder, size, frame) =>
    frame && hugo(folder, (await writeWards(size, folder)).others, frame),
  async (folder, size, frame) => {
    const { others } = await writeWards(size, folder);
    return frame && eleventy(folder, others, { frame, cache: path.join(ROOT, 'eleventy') });
  },
  everything,
];

/** All that a ward publishes, and search: minutes, compared with nothing, and run but once. */
async function everything(folder: string, size: number): Promise<Builder | undefined> {
  return values.whole ? ours(folder, (await writeWards(size, folder)).own, 'all') : undefined;
}

async function row(builder: Builder, rounds: number): Promise<Row> {
  const costs = new Map<string, Cost>();
  const cold: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await setAside(await builder.left(), ASIDE);
    cold.push(measured(builder));
  }
  costs.set('cold', medianOf(cold));
  const built = (await readdir(builder.output, { recursive: true }))
    .filter((file) => file.endsWith('.html'))
    .map((file) => statSync(path.join(builder.output, file)).size);
  for (const [name, edit] of Object.entries(EDITS)) {
    const found: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await edit(builder, round);
      found.push(measured(builder));
    }
    costs.set(name, medianOf(found));
  }
  const html = built.reduce((sum, size) => sum + size, 0);
  process.stderr.write(`${builder.name}: ${built.length} pages\n`);
  return { name: builder.name, pages: built.length, html, costs };
}

const lines: string[] = [];
for (const size of SIZES) lines.push(...(await tableOf(size)));
await rm(ASIDE, { recursive: true, force: true });
const document = await readFile(DOCUMENT, 'utf8');
const [before = '', rest = ''] = document.split(MARKS[0]);
const after = rest.slice(rest.indexOf(MARKS[1]));
const load = loadavg().map((one) => one.toFixed(1));
const about = `Measured on ${cpus().length} cores, load ${load.join(', ')}, medians of ${ROUNDS}.`;
await writeFile(DOCUMENT, `${before}${MARKS[0]}\n\n${[about, '', ...lines].join('\n')}\n${after}`);
process.stdout.write(`${lines.join('\n')}\n`);
