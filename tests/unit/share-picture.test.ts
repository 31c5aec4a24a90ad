import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ShareCard } from '../../src/core/view/share-card.ts';
import { type ShareFont, sharePicture } from '../../src/render/share-picture.ts';

const FILES = path.resolve('node_modules/@fontsource/be-vietnam-pro/files');
const CARD: ShareCard = {
  section: 'Cải cách hành chính phường Uông Bí',
  authority: 'Ủy ban nhân dân phường Uông Bí, tỉnh Quảng Ninh',
  title: 'EEE',
  note: 'Tin, 06/3/2026',
  accent: '#6b3a05',
  onAccent: '#ffffff',
  sample: false,
};
let fonts: ShareFont[] = [];

beforeAll(async () => {
  fonts = await Promise.all(
    (['latin', 'vietnamese'] as const).flatMap((subset) =>
      ([400, 700] as const).map(async (weight) => ({
        subset,
        weight,
        data: await readFile(path.join(FILES, `be-vietnam-pro-${subset}-${weight}-normal.woff`)),
      })),
    ),
  );
});

const draw = (title: string, more: Partial<ShareCard> = {}) =>
  sharePicture({ ...CARD, ...more, title }, fonts);

/** The rows of a picture in which there is ink, as runs from top to bottom, above its foot. */
async function inkRows(picture: Buffer): Promise<{ from: number; to: number }[]> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const runs: { from: number; to: number }[] = [];
  for (let y = 24; y < info.height; y += 1) {
    // The foot is a ground of the accent from edge to edge.
    if ((data[y * info.width * 3] ?? 255) < 150) break;
    let inked = false;
    for (let x = 0; x < info.width && !inked; x += 1) {
      inked = (data[(y * info.width + x) * 3] ?? 255) < 150;
    }
    const last = runs.at(-1);
    if (!inked) continue;
    if (last && last.to === y - 1) last.to = y;
    else runs.push({ from: y, to: y });
  }
  return runs;
}

describe('the picture of a shared link', () => {
  test('is a PNG of the size that the networks ask for, and small', async () => {
    const picture = await draw('Nộp hồ sơ trực tuyến: năm bước từ nhà');
    const { format, width, height } = await sharp(picture).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(80_000);
    expect(await draw('Nộp hồ sơ trực tuyến: năm bước từ nhà')).toEqual(picture);
  });

  test('holds stacked marks whole: they rise above bare capitals, clear of the line above', async () => {
    const [, bare] = await inkRows(await draw('EEE'));
    const [note, stacked] = await inkRows(await draw('ẾỂỄ'));
    expect(note && stacked && bare).toBeTruthy();
    // 78 px letters: marks one above the other take about a third of the size.
    expect((bare?.from ?? 0) - (stacked?.from ?? 0)).toBeGreaterThan(18);
    expect((stacked?.from ?? 0) - (note?.to ?? 0)).toBeGreaterThan(4);
  });

  test('knows every letter: no two look alike, and composed is as decomposed', async () => {
    const letters = ['ế', 'ể', 'ễ', 'ậ', 'ẫ', 'ử', 'ữ', 'ợ', 'ỡ', 'đ', 'ỷ', 'ĩ', 'ă', 'ơ'];
    const pictures = await Promise.all(letters.map((letter) => draw(`n${letter}n`)));
    expect(new Set(pictures.map((one) => one.toString('base64'))).size).toBe(letters.length);
    expect(await draw('Tiếng'.normalize('NFD'))).toEqual(await draw('Tiếng'));
  });

  test('cuts a title that is too long before it reaches the foot', async () => {
    const long = 'TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC '.repeat(8).trim();
    const rows = await inkRows(await draw(long));
    const lines = rows.filter(({ from, to }) => to - from > 20);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(rows.at(-1)?.to).toBeLessThan(510);
  });

  test('says that a sample is one', async () => {
    expect(await draw('EEE', { sample: true })).not.toEqual(await draw('EEE'));
  });
});
