import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { addresses } from '../../src/core/address.ts';
import { accentCss } from '../../src/core/view/accent.ts';

/** The site's own sheets that the screens share, in order; they look like one thing. */
const SHARED: readonly string[] = ['tokens.css', 'base.css', 'fonts.css', 'frame.css', 'table.css'];
const STYLES = path.resolve(import.meta.dirname, '../../src/styles');
const FONT_PACKAGE = '@fontsource/be-vietnam-pro/files/';

/** A file of the fonts: the package has many more, none of which is anybody's business. */
export const FONT_FILE = /^be-vietnam-pro-(latin|vietnamese)-(400|700)-normal\.woff2$/;

/** The style sheet of the screens, with the ward's accent. */
export async function screenStyle(accent: string, href: (address: string) => string) {
  const shared = await Promise.all(SHARED.map((name) => readFile(path.join(STYLES, name), 'utf8')));
  const own = await readFile(path.join(import.meta.dirname, 'room.css'), 'utf8');
  const fonts = href(addresses.roomAsset(''));
  return [...shared, accentCss(accent), own].join('\n').replaceAll(FONT_PACKAGE, fonts);
}

/** A file of the fonts, as it lies in its package. */
export function fontFile(name: string): Promise<Buffer> {
  const inPackage = createRequire(import.meta.url).resolve(`${FONT_PACKAGE}${name}`);
  return readFile(inPackage);
}
