import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CHANNELS, GENRES, REFORM_FIELDS } from '../../../src/core/schema/vocabulary.ts';

/** What every page of this project has around its text: the others write it as well. */
export interface Frame {
  /** From the icon to the end of the head, the header and the footer, as they are built. */
  parts: Readonly<Record<'head' | 'header' | 'footer', string>>;
}

/** The words that pages show for the codes of the content. */
export const NAMES = { fields: REFORM_FIELDS, genres: GENRES, channels: CHANNELS };
/** The name of the section behind every title. */
export const SECTION = 'Cải cách hành chính phường Uông Bí';
const PARTS = {
  head: /<link rel="icon"[\s\S]*?<\/head>/,
  header: /<header class="masthead">[\s\S]*?<\/nav>\s*<\/header>/,
  footer: /<footer[\s\S]*?<\/footer>/,
};

/** Reads the frame off an article that this project has built. */
export async function frameOf(site: string): Promise<Frame> {
  const folder = path.join(site, 'tin-bai');
  const files = await readdir(folder, { recursive: true });
  const article = files.find((file) => /^\d+\/\d+\/[^/]+\/index\.html$/.test(file)) ?? '';
  const page = await readFile(path.join(folder, article), 'utf8');
  const parts = Object.entries(PARTS).map(([name, pattern]) => {
    const [text] = pattern.exec(page) ?? [];
    if (!text) throw new Error(`${article}: no ${name}; this bench must follow the pages`);
    return [name, text];
  });
  return { parts: Object.fromEntries(parts) };
}

/** Lays the parts of the frame where a program looks for what its templates include. */
export async function layFrame({ parts }: Frame, folder: string): Promise<void> {
  for (const [name, text] of Object.entries(parts)) {
    await writeFile(path.join(folder, `${name}.html`), text);
  }
}
