/**
 * What photographs cost: `node tests/bench/photos.ts [counts…]` writes wards of so many articles,
 * each with a photograph of 12 megapixels of its own, builds each twice from nothing kept and
 * prints a table. The peak must not grow with their number, and the second build must find every
 * picture made. It asserts nothing, for what it takes depends on the machine.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { chance } from '../support/text-edits.ts';
import { measured } from './build/builder.ts';
import { ours } from './build/ours.ts';
import { BENCH_DAY, writeWard } from './ward.ts';

const given = process.argv.slice(2).map(Number);
const COUNTS = given.length > 0 ? given : [25, 100];
const [WIDTH, HEIGHT] = [4000, 3000];
/** Blots of so many pixels across: a photograph has large shapes and fine grain. */
const GRAIN = 8;
/** Drawing one takes longer than the build does: these are drawn, and each file bears its number. */
const DRAWN = 8;
const drawn = await Promise.all(Array.from({ length: DRAWN }, (_, at) => photograph(at)));

const rows: string[] = [];
for (const count of COUNTS) rows.push(await rowOf(count));
const load = loadavg().map((one) => one.toFixed(1));
process.stdout.write(`
Load ${load.join(', ')} on ${availableParallelism()} processors

| photographs | MB | first: s / s of the processor / peak MB | second |
|---:|---:|---|---|
${rows.join('\n')}
`);

async function rowOf(count: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cchc-photos-'));
  try {
    const content = path.join(folder, 'ward');
    await writeWard(20, content);
    let bytes = 0;
    for (let at = 0; at < count; at += 1) bytes += await writeArticle(content, at);
    const builder = await ours(folder, content, 'photos');
    const costs = [measured(builder), measured(builder)].map(
      ({ wall, cpu, peak }) => `${wall.toFixed(1)} / ${cpu.toFixed(1)} / ${Math.round(peak)}`,
    );
    return `| ${count} | ${Math.round(bytes / 2 ** 20)} | ${costs.join(' | ')} |`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An article that shows a photograph; gives how many bytes the photograph has. */
async function writeArticle(content: string, at: number): Promise<number> {
  const folder = path.join(content, 'articles', BENCH_DAY.slice(0, 4), BENCH_DAY.slice(5, 7));
  await mkdir(folder, { recursive: true });
  const head = [
    `title: "Tin có ảnh số ${at}"`,
    `date: ${BENCH_DAY}`,
    'department: vp',
    'genre: brief',
    'fields: [tthc]',
    `image: { src: "/anh/chup-${at}.jpg", alt: "Ảnh số ${at}" }`,
  ];
  await writeFile(
    path.join(folder, `co-anh-${at}.md`),
    `---\n${head.join('\n')}\n---\nTin số ${at}.\n`,
  );
  // Whatever follows the end of a picture belongs to the file and not to the picture.
  const bytes = Buffer.concat([drawn[at % DRAWN] ?? Buffer.alloc(0), Buffer.from(`${at}`)]);
  await writeFile(path.join(content, 'anh', `chup-${at}.jpg`), bytes);
  return bytes.length;
}

/** Blots of chance colours drawn smooth, the same for the same number. */
function photograph(at: number): Promise<Buffer> {
  const random = chance(at + 1);
  const [width, height] = [WIDTH / GRAIN, HEIGHT / GRAIN];
  const blots = Uint8Array.from({ length: width * height * 3 }, () => 60 + random() * 130);
  return sharp(blots, { raw: { width, height, channels: 3 } })
    .resize({ width: WIDTH, height: HEIGHT, kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();
}
