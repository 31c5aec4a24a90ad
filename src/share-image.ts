import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addresses } from './core/address.ts';
import { editionOf } from './core/view/edition.ts';
import { type ShareCard, shareCardAt, shareCards } from './core/view/share-card.ts';
import { DRAWING, type ShareFont, sharePicture } from './render/share-picture.ts';
import { PROJECT_ROOT } from './settings.ts';
import { site } from './site.ts';

/**
 * Pictures for links that people share. Each is named by what it shows, so that it is drawn
 * once, whatever the number of builds, and may be kept for ever by whoever fetched it.
 */

/** One picture that the build writes. */
export interface ShareImage {
  hash: string;
  bytes: () => Promise<Buffer>;
}

const CACHE = path.join(PROJECT_ROOT, 'var', 'cache', 'images');
const FONTS = path.join(PROJECT_ROOT, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');

const edition = editionOf(site.store, site.settings.asOf);
let fonts: Promise<ShareFont[]> | undefined;

/** The picture of the page at an address; pages without one share that of the section. */
export function shareImageAddress(address: string): string {
  return addresses.shareImage(hashOf(shareCardAt(edition, address)));
}

/** Every picture of the section, each once. */
export function shareImages(): ShareImage[] {
  const cards = new Map([...shareCards(edition).values()].map((card) => [hashOf(card), card]));
  return [...cards].map(([hash, card]) => ({ hash, bytes: () => drawn(hash, card) }));
}

const hashes = new WeakMap<ShareCard, string>();

function hashOf(card: ShareCard): string {
  const hash = hashes.get(card) ?? freshHash(card);
  hashes.set(card, hash);
  return hash;
}

function freshHash(card: ShareCard): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING, card]))
    .digest('hex')
    .slice(0, 16);
}

async function drawn(hash: string, card: ShareCard): Promise<Buffer> {
  const cached = path.join(CACHE, `chia-se-${hash}.png`);
  try {
    return await readFile(cached);
  } catch {
    fonts ??= readFonts();
    const bytes = await sharePicture(card, await fonts);
    await mkdir(CACHE, { recursive: true });
    const unfinished = `${cached}.${randomUUID()}`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, cached);
    return bytes;
  }
}

function readFonts(): Promise<ShareFont[]> {
  const wanted = (['latin', 'vietnamese'] as const).flatMap((subset) =>
    ([400, 700] as const).map((weight) => ({ subset, weight })),
  );
  return Promise.all(
    wanted.map(async ({ subset, weight }) => ({
      subset,
      weight,
      data: await readFile(path.join(FONTS, `be-vietnam-pro-${subset}-${weight}-normal.woff`)),
    })),
  );
}
