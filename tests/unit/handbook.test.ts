import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import decapVi from 'decap-cms-locales/dist/esm/vi/index.js';
import { expect, test } from 'vitest';
import { flat, type Phrases, vietnamese } from '../../admin/vietnamese/phrases.ts';

const BOOKS = 'docs/huong-dan';
const names = readdirSync(BOOKS).filter((name) => name.endsWith('.md'));
const books = names.map((name) => [name, readFileSync(path.join(BOOKS, name), 'utf8')] as const);
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

/** Everything people may see on a screen: the sources, and the words of Decap as the room has them. */
const screens = [
  ...['src', 'server', 'admin', 'scripts'].flatMap(sources),
  ...flat(vietnamese(decapVi as Phrases)).map(([, text]) => text),
]
  .map(normalized)
  .join('\n');

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(ts|mjs|astro|json)$/.test(item.name))
    .map((item) => path.join(item.parentPath, item.name))
    .filter((file) => !file.startsWith(path.join('src', 'content')))
    .map((file) => readFileSync(file, 'utf8'));
}

/** Lines are broken where there is room, and screens show some words in capitals. */
function normalized(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
}

/** What stands between « and », the outer pair where there are two. */
function quotedIn(text: string): string[] {
  return [...text.matchAll(/«((?:[^«»]|«[^»]*»)*)»/g)].map(([, word = '']) => word);
}

/** Decap's phrases with gaps, such as `Thêm %{item}`, as patterns. */
const templates = [...screens.matchAll(/^.*%\{\w+\}.*$/gm)]
  .map(([line]) => line.split(/%\{\w+\}/).map((part) => part.trim()))
  .filter((parts) => parts.join('').length > 3)
  .map((parts) => new RegExp(`^${parts.map(literal).join('(.+)')}$`));

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Whether a screen shows these words: as they stand, or with words it knows in the gaps. */
function isShown(word: string): boolean {
  const text = normalized(word);
  if (screens.includes(text)) return true;
  return templates.some((template) => {
    const gaps = template.exec(text)?.slice(1);
    return gaps?.every((gap) => screens.includes(gap.trim()));
  });
}

test.each(books)('%s: every word of a screen stands in the sources', (_, text) => {
  const words = quotedIn(text).filter((word) => word !== '…');
  expect(words.length).toBeGreaterThan(3);
  expect(words.filter((word) => !isShown(word))).toEqual([]);
});

test.each(books)('%s: every command and every file of the project is there', (_, text) => {
  const commands = [...text.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name = '']) => name);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  if (text.includes('npm start')) expect(scripts).toHaveProperty('start');
  const files = [...text.matchAll(/(?<![\w./-])((?:deploy|scripts|docs|src)\/[\w./-]*\w)/g)];
  expect(files.map(([, file = '']) => file).filter((file) => !existsSync(file))).toEqual([]);
});

test.each(books)('%s: every variable is one that the settings read', (_, text) => {
  const settings = readFileSync('src/settings.ts', 'utf8');
  const variables = [...text.matchAll(/`([A-Z]{2,}(?:_[A-Z]+)*)(?:=[^`]*)?`/g)];
  expect(
    variables.map(([, name = '']) => name).filter((name) => !settings.includes(`'${name}'`)),
  ).toEqual([]);
});

test.each(books)('%s: every link leads somewhere', (name, text) => {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const inside = links.filter((link) => !/^https:/.test(link));
  const broken = inside.filter((link) => {
    const [file = '', fragment] = link.split('#');
    const target = path.join(BOOKS, file || name);
    if (!existsSync(target)) return true;
    if (fragment === undefined) return false;
    return !statSync(target).isFile() || !anchors(readFileSync(target, 'utf8')).includes(fragment);
  });
  expect(broken).toEqual([]);
});

/** The anchors that forges give to headings. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
