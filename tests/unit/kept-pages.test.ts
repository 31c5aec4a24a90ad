import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  KeptPages,
  makerDigest,
  manifestFile,
  readManifest,
  writeManifest,
} from '../../integrations/kept-pages.ts';
import { nextFolder, recover, swapIn } from '../../integrations/swap.ts';

/** What the pages of these builds show; a build makes what it cannot take over. */
type Pages = Record<string, string>;

const PAGES: Pages = { 'index.html': 'trang chủ', 'tin-bai/a/index.html': 'bài a' };
const FORMS = ['.gz', '.br'];
let folder = '';
let site = '';
let manifest = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cchc-kept-'));
  site = path.join(folder, 'site');
  manifest = manifestFile(path.join(folder, 'cache'), site);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const below = (root: string, file: string) => path.join(root, file);
const read = (file: string) => readFileSync(below(site, file), 'utf8');

/** Builds pages as `scripts/build.ts` does; gives those that were made. */
async function build(
  pages: Pages,
  { maker = 'mã nguồn', dies = false }: { maker?: string; dies?: boolean } = {},
): Promise<string[]> {
  const next = nextFolder(site);
  const kept = new KeptPages(site, maker, await readManifest(manifest));
  kept.begin();
  const made = Object.entries(pages).filter(([file, shown]) => !kept.reuse(file, shown));
  for (const [file, shown] of made) lay(next, file, shown);
  kept.finish();
  for (const file of Object.keys(pages)) kept.fact(file, 'hidden', () => file.includes('tin-bai'));
  for (const file of Object.keys(pages)) {
    if (!kept.compressed.has(path.normalize(file))) {
      for (const ending of FORMS) lay(next, `${file}${ending}`, `${ending} ${pages[file]}`);
    }
  }
  await swapIn(site);
  if (!dies) await writeManifest(manifest, kept.manifest());
  return made.map(([file]) => file);
}

function lay(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(below(root, file)), { recursive: true });
  // Never through a link that the last site shares: what is laid anew must not lie there.
  writeFileSync(below(root, file), text, { flag: 'wx' });
}

const ALL = Object.keys(PAGES);

describe('pages that the last site has', () => {
  test('are made once, and taken over for as long as they show the same', async () => {
    expect(await build(PAGES)).toEqual(ALL);
    expect(await build(PAGES)).toEqual([]);
    // What a build took over it knows as well as what it made.
    expect(await build(PAGES)).toEqual([]);
    expect(read('tin-bai/a/index.html')).toBe('bài a');
  });

  test('are made anew when they show something else, and the others stay', async () => {
    await build(PAGES);
    expect(await build({ ...PAGES, 'index.html': 'trang chủ mới' })).toEqual(['index.html']);
    expect(read('index.html')).toBe('trang chủ mới');
    expect(read('index.html.br')).toBe('.br trang chủ mới');
  });

  test('are gone when the content has them no more, and made anew when they come back', async () => {
    await build(PAGES);
    await build({ 'index.html': 'trang chủ' });
    expect(() => read('tin-bai/a/index.html')).toThrow('ENOENT');
    expect(await build(PAGES)).toEqual(['tin-bai/a/index.html']);
  });

  test('keep what is known of them without being read', async () => {
    await build(PAGES);
    const kept = new KeptPages(site, 'mã nguồn', await readManifest(manifest));
    expect(kept.reuse('tin-bai/a/index.html', 'bài a')).toBe(true);
    const asked = () => {
      throw new Error('read again');
    };
    expect(kept.fact('tin-bai/a/index.html', 'hidden', asked)).toBe(true);
    expect(() => kept.fact('index.html', 'hidden', asked)).toThrow('read again');
    expect(() => kept.fact('tin-bai/a/index.html', 'search', asked)).toThrow('read again');
  });

  test('go on being known by builds that never ask', async () => {
    await build(PAGES);
    const kept = new KeptPages(site, 'mã nguồn', await readManifest(manifest));
    kept.reuse('tin-bai/a/index.html', 'bài a');
    expect(kept.manifest().files['tin-bai/a/index.html']?.facts).toEqual({ hidden: true });
    expect(kept.fact('tin-bai/a/index.html', 'search', () => null)).toBeNull();
    const both = { hidden: true, search: null };
    expect(kept.manifest().files['tin-bai/a/index.html']?.facts).toEqual(both);
  });

  test('are theirs alone: a key that every object has is no page', async () => {
    await build(PAGES);
    expect(await build({ constructor: 'x', __proto__: 'y', toString: 'z' })).toContain('toString');
  });
});

describe('what somebody has touched is not taken over', () => {
  test.each<[string, (file: string) => void]>([
    ['another text', (file) => writeFileSync(file, 'sửa tay trên máy chủ')],
    ['another text of the same length', (file) => writeFileSync(file, 'bài b')],
    ['the same text, written again', (file) => writeFileSync(file, 'bài a')],
    ['another time', (file) => utimesSync(file, 1, 1)],
    ['nothing there', (file) => rmSync(file)],
    [
      'a folder in its place',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])('%s', async (_, touch) => {
    await build(PAGES);
    touch(below(site, 'tin-bai/a/index.html'));
    expect(await build(PAGES)).toEqual(['tin-bai/a/index.html']);
    expect(read('tin-bai/a/index.html')).toBe('bài a');
  });

  test.each(FORMS)('a compressed form (%s) is laid anew, and its page stays', async (ending) => {
    await build(PAGES);
    const file = `tin-bai/a/index.html${ending}`;
    writeFileSync(below(site, file), 'bị sửa');
    expect(await build(PAGES)).toEqual([]);
    expect(read(file)).toBe(`${ending} bài a`);
    expect(await build(PAGES)).toEqual([]);
    expect(read(file)).toBe(`${ending} bài a`);
  });
});

describe('without a manifest that holds, everything is made', () => {
  test.each([
    ['none', undefined],
    ['nothing in it', ''],
    ['cut off', '{"maker":"mã nguồn","files":{"index.html":{"key":"trang'],
    ['something else', 'null'],
    ['no files', '{"maker":"mã nguồn"}'],
  ])('%s', async (_, text) => {
    await build(PAGES);
    if (text === undefined) rmSync(manifest);
    else writeFileSync(manifest, text);
    expect(await build(PAGES)).toEqual(ALL);
    expect(await build(PAGES)).toEqual([]);
  });

  test('what other code made', async () => {
    await build(PAGES);
    expect(await build(PAGES, { maker: 'mã nguồn khác' })).toEqual(ALL);
  });

  test('each output has a manifest of its own', () => {
    expect(manifestFile('cache', '/a/site')).not.toBe(manifestFile('cache', '/b/site'));
  });
});

describe('a build that dies', () => {
  test('before the swap leaves the last site as it was', async () => {
    await build(PAGES);
    const before = statSync(below(site, 'index.html')).mtimeMs;
    const kept = new KeptPages(site, 'mã nguồn', await readManifest(manifest));
    kept.reuse('index.html', 'trang chủ');
    rmSync(nextFolder(site), { recursive: true });
    expect([read('index.html'), statSync(below(site, 'index.html')).mtimeMs]).toEqual([
      'trang chủ',
      before,
    ]);
    expect(await build(PAGES)).toEqual([]);
  });

  test('between the two renames leaves a site that the next build brings back', async () => {
    await build(PAGES);
    renameSync(site, `${site}.previous`);
    lay(nextFolder(site), 'index.html', 'dựng xong, chưa thay');
    await recover(site);
    expect(read('index.html')).toBe('trang chủ');
    expect(await build(PAGES)).toEqual([]);
    expect(read('index.html')).toBe('trang chủ');
  });

  test('between swap and manifest costs work, never a stale page', async () => {
    await build(PAGES);
    const edited = { ...PAGES, 'index.html': 'bản sửa' };
    await build(edited, { dies: true });
    // The edit is taken back: the old manifest knows that key, and the site holds another text.
    expect(await build(PAGES)).toEqual(['index.html']);
    expect(read('index.html')).toBe('trang chủ');
    await build(edited, { dies: true });
    expect(await build(edited)).toEqual(['index.html']);
    expect(read('index.html')).toBe('bản sửa');
  });
});

describe('the next site begins from the one before the last', () => {
  const previous = (file: string) => readFileSync(below(`${site}.previous`, file), 'utf8');

  test('which shares every page that stayed the same, and loses none of its own', async () => {
    for (const shown of ['bản 1', 'bản 2', 'bản 3']) {
      await build({ ...PAGES, 'index.html': shown });
    }
    expect([read('index.html'), previous('index.html')]).toEqual(['bản 3', 'bản 2']);
    expect(previous('index.html.gz')).toBe('.gz bản 2');
    const [one, other] = [site, `${site}.previous`].map((root) =>
      statSync(below(root, 'tin-bai/a/index.html')),
    );
    expect(one?.ino).toBe(other?.ino);
  });

  test('or with nothing, where nothing is known, and what lay there goes in the end', async () => {
    for (let time = 0; time < 2; time += 1) await build(PAGES);
    lay(nextFolder(site), 'thang/2026-10/index.html', 'dở dang');
    const ino = () => statSync(below(site, 'index.html')).ino;
    const before = ino();
    rmSync(manifest);
    expect(await build(PAGES)).toEqual(Object.keys(PAGES));
    expect([read('index.html'), previous('index.html')]).toEqual(['trang chủ', 'trang chủ']);
    expect(ino()).not.toBe(before);
    expect(() => read('thang/2026-10/index.html')).toThrow('ENOENT');
    expect(existsSync(`${site}.aside`)).toBe(false);
  });

  test('or from what a build that died left, of which nothing is believed', async () => {
    for (let time = 0; time < 2; time += 1) await build(PAGES);
    const next = nextFolder(site);
    lay(next, 'tin-bai/a/index.html', 'dở dang');
    lay(next, 'tin-bai/a/index.html.br', 'dở dang');
    lay(next, 'thang/2026-10/index.html', 'dở dang');
    expect(await build(PAGES)).toEqual([]);
    expect([read('tin-bai/a/index.html'), read('tin-bai/a/index.html.br')]).toEqual([
      'bài a',
      '.br bài a',
    ]);
    expect(existsSync(below(site, 'thang'))).toBe(false);
  });

  test('and leaves no folder without a page: a server would refuse it instead of not finding it', async () => {
    for (let time = 0; time < 2; time += 1) await build(PAGES);
    await build({ 'index.html': 'trang chủ' });
    expect(readdirSync(site).sort()).toEqual(['index.html', 'index.html.br', 'index.html.gz']);
  });
});

describe('the digest of what makes pages', () => {
  const facts = { base: '/' };
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(below(folder, file)), { recursive: true });
    writeFileSync(below(folder, file), text);
  };

  beforeEach(() => {
    for (const file of ['astro.config.mjs', 'package-lock.json', 'integrations/a.ts'])
      write(file, '');
    write('src/a.ts', 'export {}');
    write('src/content/articles/a.md', 'a');
  });

  test.each([
    ['code', 'src/a.ts'],
    ['new code', 'src/b.ts'],
    ['an integration', 'integrations/a.ts'],
    ['the configuration', 'astro.config.mjs'],
    ['a library', 'package-lock.json'],
  ])('changes with %s', async (_, file) => {
    const before = await makerDigest(folder, facts);
    write(file, 'export const changed = 1;');
    expect(await makerDigest(folder, facts)).not.toBe(before);
  });

  test('changes with the settings, and not with content', async () => {
    const before = await makerDigest(folder, facts);
    expect(await makerDigest(folder, { base: '/cchc' })).not.toBe(before);
    write('src/content/articles/a.md', 'b');
    expect(await makerDigest(folder, facts)).toBe(before);
  });
});
