/**
 * Wards as large as one grows in twenty years, for measurements: the same number always gives
 * the same files. Ward, departments and pages are those of a seed; texts walk from word to word
 * as the samples do, so that they look Vietnamese and repeat each other no more than people do.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { addDays } from '../../src/core/calendar/day.ts';
import { chance, sampleTexts, wordsIn } from '../support/text-edits.ts';
import { benchActivity, benchArticle, type Drawn } from './ward-entries.ts';
import { benchPlan } from './ward-plan.ts';
import { wordWalk } from './word-walk.ts';

/** The day a large ward is looked at: its last year is still open. */
export const BENCH_DAY = '2026-10-20';
const SEED_WARD = path.resolve('seeds', 'uong-bi');
const LAST_YEAR = 2026;
const YEARS = 20;
/** Days of a year that texts are dated on; the last year's lie before `BENCH_DAY`. */
const DAYS = 290;
const PICTURES = 40;
const ACTIVITIES_A_YEAR = 12;

/** A file of a ward: its path below the content folder, and what it holds. */
export interface WardFile {
  file: string;
  text: string;
}

/** The texts and plans of a ward of so many articles, in the order of their days. */
export async function wardFiles(articles: number): Promise<WardFile[]> {
  const random = chance(articles);
  const walk = wordWalk(wordsIn(await sampleTexts('articles')), random);
  const files: WardFile[] = [];
  for (let turn = 0; turn < YEARS; turn += 1) {
    const year = LAST_YEAR - YEARS + 1 + turn;
    const first = Math.floor((articles * turn) / YEARS);
    const count = Math.floor((articles * (turn + 1)) / YEARS) - first;
    files.push({ file: `plans/${year}.yaml`, text: benchPlan(year) });
    for (let at = 0; at < count; at += 1) {
      const drawn = drawnAt(year, first + at, at / count);
      files.push(benchArticle(drawn, { random, walk, pictures: PICTURES }));
    }
    for (let at = 0; at < ACTIVITIES_A_YEAR; at += 1) {
      files.push(benchActivity(drawnAt(year, at, at / ACTIVITIES_A_YEAR), walk));
    }
  }
  return files;
}

/** Writes a ward of so many articles into a folder. */
export async function writeWard(articles: number, folder: string): Promise<void> {
  for (const name of ['ward.yaml', 'departments.yaml', 'pages']) {
    await cp(path.join(SEED_WARD, name), path.join(folder, name), { recursive: true });
  }
  for (const { file, text } of await wardFiles(articles)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  for (let at = 0; at < PICTURES; at += 1) await writePicture(folder, at);
}

function drawnAt(year: number, at: number, share: number): Drawn {
  const date = addDays(`${year}-01-02`, Math.floor(share * DAYS));
  return { year, date, at };
}

async function writePicture(folder: string, at: number): Promise<void> {
  const [width, height] = [1600, 1000];
  const circles = Array.from({ length: 60 }, (_, mark) => {
    const [x, y] = [(mark * 131 * (at + 1)) % width, (mark * 89 * (at + 3)) % height];
    const hue = (mark * 40 + at * 9) % 360;
    return `<circle cx="${x}" cy="${y}" r="${20 + mark}" fill="hsl(${hue} 60% 50%)"/>`;
  });
  const size = `width="${width}" height="${height}"`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${circles.join('')}</svg>`;
  const file = path.join(folder, 'anh', `anh-${at}.jpg`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await sharp(Buffer.from(drawing)).flatten().jpeg().toBuffer());
}
