import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** A source file of the project: its path from the root, and what it says without comments. */
interface Source {
  file: string;
  code: string;
  /** What it imports: a package, or the path from the root of a file of the project. */
  imports: string[];
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const CODE = /\.(ts|tsx|mts|js|jsx|mjs|astro|mdx)$/;
const IMPORT =
  /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
/** Comments, but neither `**\/*.md` nor `https://` in a text. */
const COMMENT = /(?<![*'"`\w])\/\*[\s\S]*?\*\/|(^|[^:'"`\\])\/\/[^\n]*/g;
const CLOCK = /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^)\s])/;

const SRC = await sourcesIn('src');
const OURS = [
  ...SRC,
  ...(await Promise.all(['scripts', 'server', 'admin', 'integrations'].map(sourcesIn))).flat(),
];
const below = (folder: string) => SRC.filter(({ file }) => file.startsWith(`${folder}/`));

/** The code files below a folder; none when others have not laid it yet. */
async function sourcesIn(folder: string): Promise<Source[]> {
  const names = await readdir(path.join(ROOT, folder), { recursive: true }).catch(() => []);
  const files = names
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((file) => CODE.test(file) && !file.startsWith('src/content/'))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const code = withoutComments(await readFile(path.join(ROOT, file), 'utf8'));
      return { file, code, imports: importsOf(file, code) };
    }),
  );
}

function withoutComments(text: string): string {
  return text.replace(COMMENT, '$1');
}

function importsOf(file: string, code: string): string[] {
  return [...code.matchAll(IMPORT)].map(([, from, bare]) => {
    const name = from ?? bare ?? '';
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
  });
}

/** `file → import` for every import that a wall does not let through. */
function breaches(sources: readonly Source[], forbidden: (name: string) => boolean): string[] {
  return sources.flatMap(({ file, imports }) =>
    imports.filter(forbidden).map((name) => `${file} → ${name}`),
  );
}

/** `file: words` for every file that says what it must not. */
function sayings(sources: readonly Source[], forbidden: RegExp): string[] {
  return sources.flatMap(({ file, code }) => {
    const found = forbidden.exec(code);
    return found ? [`${file}: ${found[0].trim()}`] : [];
  });
}

const filesImporting = (name: RegExp) =>
  OURS.filter(({ imports }) => imports.some((one) => name.test(one))).map(({ file }) => file);

describe('the test itself sees', () => {
  test('imports of every form', () => {
    const code = [
      "import a from 'a';",
      "import type { B } from '../b.ts';",
      "import {\n  c,\n  d,\n} from './c.ts';",
      "export * from './e.ts';",
      "export { f } from 'f';",
      "import 'g';",
      "const h = await import('h');",
      "import i, * as j from '@scope/i/j.ts';",
      "export const from = 'no';",
    ].join('\n');
    expect(importsOf('src/core/x/y.ts', code)).toEqual([
      ...['a', 'src/core/b.ts', 'src/core/x/c.ts', 'src/core/x/e.ts'],
      ...['f', 'g', 'h', '@scope/i/j.ts'],
    ]);
  });

  test('code, not comments', () => {
    const text =
      "/** Temporal.Now */\nconst a = 'https://x.vn'; // Date.now()\n// new " +
      "Date()\nb('**/*.md'); /* x */ c();";
    expect(withoutComments(text)).not.toMatch(CLOCK);
    expect(withoutComments(text)).toContain('https://x.vn');
    expect(withoutComments(text)).toMatch(/b\('\*\*\/\*\.md'\);\s+c\(\);/);
  });

  test('the clock, but not a date made of something', () => {
    for (const read of ['new Date()', 'new Date( )', 'new Date;', 'Date.now()', 'Temporal.Now.x']) {
      expect(read).toMatch(CLOCK);
    }
    expect('new Date(2026, 1) new Dates() Temporal.PlainDate').not.toMatch(CLOCK);
  });

  test('the files of the core', () => {
    expect(below('src/core').length).toBeGreaterThan(40);
    expect(below('src/core').flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });
});

describe('src/core is pure', () => {
  test('it imports zod and itself, nothing else', () => {
    const outside = (name: string) => name !== 'zod' && !name.startsWith('src/core/');
    expect(breaches(below('src/core'), outside)).toEqual([]);
  });

  test('it reads no clock, no environment, no network', () => {
    const impure = /\bfetch\s*\(|\bprocess\b\.|\bnew Date\b|\bDate\.now\b|\bTemporal\.Now\b/;
    expect(sayings(below('src/core'), impure)).toEqual([]);
    expect(sayings(below('src/core'), /\bglobalThis\b|\bimport\.meta\b|\bMath\.random\b/)).toEqual(
      [],
    );
    expect(sayings(below('src/core'), /\bconsole\.|\brequire\s*\(|\bsetTimeout\b/)).toEqual([]);
  });
});

describe('one way in', () => {
  test('the clock is read in src/settings.ts alone', () => {
    const rest = [...SRC, ...OURS.filter(({ file }) => file.startsWith('scripts/'))].filter(
      ({ file }) => file !== 'src/settings.ts',
    );
    expect(sayings(rest, CLOCK)).toEqual([]);
    expect(sayings(SRC, CLOCK)).toEqual(['src/settings.ts: Temporal.Now']);
  });

  test('the environment is read in src/settings.ts alone; scripts may pass it on', () => {
    expect(sayings(SRC, /\bprocess\.env\b/)).toEqual(['src/settings.ts: process.env']);
  });

  test('src/reader alone reads YAML', () => {
    const files = filesImporting(/^(js-yaml|yaml|gray-matter|front-matter)(\/|$)/);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !file.startsWith('src/reader/'))).toEqual([]);
  });

  test('src/markdown alone reads Markdown', () => {
    const files = filesImporting(/^(satteri|marked|markdown-it|micromark|remark.*)(\/|$)/);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !file.startsWith('src/markdown/'))).toEqual([]);
  });

  test('one module beside src/content.config.ts asks astro:content', () => {
    const files = filesImporting(/^astro:content$/);
    expect(files.filter((file) => file !== 'src/content.config.ts').length).toBeLessThanOrEqual(1);
  });
});

describe('src/pages only put paths in and components out', () => {
  test('they import neither the quota engine nor periods', () => {
    const counting = (name: string) => /^src\/core\/(quota\/|calendar\/period)/.test(name);
    expect(breaches(below('src/pages'), counting)).toEqual([]);
  });

  test('they do not query the content themselves', () => {
    expect(breaches(below('src/pages'), (name) => name === 'astro:content')).toEqual([]);
  });

  test('they neither filter nor compare dates', () => {
    const dates = '(?:date|from|to|asOf|day|today)';
    const compared = new RegExp(String.raw`\b${dates}\b\s*(?:[<>]=?)\s*[\w.('"]`);
    const filtered = new RegExp(String.raw`\.filter\([^\n]*\b${dates}\b[^\n]*`);
    // Of an Astro page the part between the fences is code; the rest is markup with brackets.
    const code = below('src/pages').map((source) => ({
      ...source,
      code: source.file.endsWith('.astro') ? (source.code.split(/^---$/m)[1] ?? '') : source.code,
    }));
    expect(sayings(code, compared)).toEqual([]);
    expect(sayings(code, filtered)).toEqual([]);
  });
});
