import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BENCH_DAY, writeWard } from '../ward.ts';
import type { Builder } from './builder.ts';

/** An edit of a ward, made the same way in the copy of every builder. */
export type WardEdit = (builder: Builder, round: number) => Promise<void>;

/** Where a ward lies for this project, and how it is laid out for the others. */
export interface BenchWards {
  own: string;
  others: string;
}

const NEW = `articles/${BENCH_DAY.slice(0, 4)}/${BENCH_DAY.slice(5, 7)}`;
const UNIT = 'Phòng Văn hóa - Xã hội';

/** Writes a ward, and a copy whose front matter names month and the like as the others need it. */
export async function writeWards(articles: number, folder: string): Promise<BenchWards> {
  const [own, others] = [path.join(folder, 'ward'), path.join(folder, 'ward-of-others')];
  await writeWard(articles, own);
  for (const name of ['articles', 'activities']) {
    await cp(path.join(own, name), path.join(others, name), { recursive: true });
  }
  for (const file of await readdir(others, { recursive: true })) {
    if (!file.endsWith('.md')) continue;
    const text = await readFile(path.join(others, file), 'utf8');
    await writeFile(path.join(others, file), withMonth(text));
  }
  const units = await readFile(path.join(own, 'departments.yaml'), 'utf8');
  const found = [...units.matchAll(/^ {2}- id: (\S+)\n {4}name: (.*)$/gm)];
  await mkdir(path.join(others, 'units'), { recursive: true });
  await writeFile(
    path.join(others, 'units', 'units.yaml'),
    found.map(([, id, name]) => `- id: ${id}\n  name: "${name}"\n`).join(''),
  );
  return { own, others };
}

/** What an editor does between two builds. */
export const EDITS: Record<string, WardEdit> = {
  second: async () => {},
  'one changed': async ({ content }, round) => {
    const file = await firstOf(content, '2020');
    await writeFile(file, `${await readFile(file, 'utf8')}\nĐoạn thêm lần ${round}.\n`);
  },
  'one added': async ({ content }, round) => {
    const text = await readFile(await firstOf(content, '2019'), 'utf8');
    const own = text
      .replace(/^title: .*$/m, `title: "Tin mới của lần đo thứ ${round}"`)
      .replace(
        /^(date|month): .*$/gm,
        (_, key) => `${key}: ${BENCH_DAY.slice(0, key === 'date' ? 10 : 7)}`,
      )
      .replace(/^(placements|withdrawn|tasks):.*\n(?: .*\n)*/gm, '');
    await mkdir(path.join(content, NEW), { recursive: true });
    await writeFile(path.join(content, NEW, `tin-do-${round}.md`), own);
  },
  'department renamed': async ({ content }, round) => {
    const units = path.join(content, 'units', 'units.yaml');
    const file = (await exists(units)) ? units : path.join(content, 'departments.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/name: .*Phòng Văn hóa.*/, `name: "${UNIT} ${round}"`));
  },
};

/** The first article of a year, whatever month it lies in. */
async function firstOf(content: string, year: string): Promise<string> {
  const folder = path.join(content, 'articles', year);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'));
  return path.join(folder, files.sort()[0] ?? '');
}

function withMonth(text: string): string {
  return text.replace(/^date: (\d{4}-\d\d)(.*)$/m, 'date: $1$2\nmonth: "$1"');
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
