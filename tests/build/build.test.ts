import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWard } from '../support/broken-wards.ts';
import { checkLinks, tagsOf } from '../support/links.ts';
import { between, partsOf, wordText } from '../support/office.ts';
import {
  filesAsMade,
  fingerprint,
  PROJECT,
  type Ran,
  runScript,
  temporaryFolder,
} from '../support/scripts.ts';

/**
 * Real builds of whole wards. Each costs seconds, so every one serves several tests; tests that
 * expect a refusal use the output of the first, which must come out of them untouched.
 */

const AS_OF = '2026-11-21';
let root = '';
const at = (name: string) => path.join(root, name);

beforeAll(async () => {
  // Within the project, where every output has a workshop of its own.
  await mkdir(path.join(PROJECT, 'var'), { recursive: true });
  root = await mkdtemp(path.join(PROJECT, 'var', 'test-build-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Builds a ward's content into a folder of the test, as it stands on a date. */
const build = (content: string, out: string, env: Record<string, string> = {}) =>
  runScript('build.ts', [], { AS_OF, CONTENT_DIR: content, OUT_DIR: at(out), ...env });

/** Makes a seed's content, and gives its folder. */
async function seeded(ward: string, option: '--samples' | '--empty'): Promise<string> {
  const folder = at(`${ward}${option}`);
  const { code, stderr } = await runScript('seed.ts', [ward, '--to', folder, option]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return folder;
}

/** No half of a build is left beside an output; the site before it may be. */
async function expectNothingBeside(out: string) {
  const beside = (await readdir(root)).filter((name) => name.startsWith(`${out}.`));
  expect(beside.filter((name) => name !== `${out}.previous`)).toEqual([]);
}

const page = (out: string, address: string) =>
  readFile(path.join(at(out), address, 'index.html'), 'utf8');

describe('the link checker', () => {
  test('finds what leads nowhere, and nothing else', async () => {
    const site = at('links');
    const files: Record<string, string> = {
      'index.html': `<title><a href="/a"></title><!-- <a href="/b"> --><link href=/app.css rel=x>
        <a href="/c/">c</a> <a href='c/#d'>d</a> <a href="/c/?x=1&amp;y=2#e%20e">e</a>
        <a href="#nowhere">1</a> <img alt="a > b" src="/no.png" srcset="/app.css 1x, /no.webp 2x">
        <a href="https://example.org/x">out</a> <a href="mailto:a@example.org">mail</a>
        <a href="/c">2</a> <a href="#">top</a> <script>document.write('<a href="/f">')</script>`,
      'c/index.html': `<p id=d></p><p id="e e"></p><i id="d"></i><a href="../">home</a>
        <a href="../../c/">above</a> <label for="gone">3</label>`,
      'app.css': '@font-face { src: url("no.woff2") } a { background: url(data:,x) }',
    };
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(site, file)), { recursive: true });
      await writeFile(path.join(site, file), text);
    }
    const { pages, dead, repeatedIds } = await checkLinks(site);
    expect(pages).toBe(2);
    expect(dead.map((one) => `${one.in} ${one.link}: ${one.why}`).sort()).toEqual([
      'app.css no.woff2: no such file',
      'c/index.html #gone: no such id',
      'index.html #nowhere: no such id',
      'index.html /c: no such file',
      'index.html /no.png: no such file',
      'index.html /no.webp: no such file',
    ]);
    expect(repeatedIds).toEqual(['c/index.html#d']);
    const under = await checkLinks(site, { base: '/cchc', origin: 'https://example.org' });
    const outside = under.dead.filter(({ why }) => why === 'outside the section');
    expect(outside.map(({ link }) => link)).toEqual(
      expect.arrayContaining(['/c/', 'https://example.org/x', '../../c/', '/app.css']),
    );
  });
});

describe('Uông Bí with samples', () => {
  let content = '';
  let first: Ran;
  let built: Record<string, string> = {};

  beforeAll(async () => {
    content = await seeded('uong-bi', '--samples');
    first = await build(content, 'ub');
    built = await fingerprint(at('ub'));
  });

  /** A refused build leaves the output as it was. */
  async function expectUntouched() {
    expect(Object.keys(built).length).toBeGreaterThan(50);
    expect(await fingerprint(at('ub'))).toEqual(built);
    await expectNothingBeside('ub');
  }

  test('is built; what is missing is said and stops nothing (QUOTA_ENFORCE=warn)', async () => {
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('SỐ LIỆU MẪU');
    expect(first.stdout).toContain('Kỳ đã qua còn thiếu, chưa khóa sổ:');
    expect(first.stdout).toContain('Đã dựng trang Phường Uông Bí');
    expect(built).toHaveProperty(['index.html']);
    // Nothing of the workshop is published.
    expect(
      Object.keys(built).filter((file) => /(^|\/)\.|\.(mjs|astro|md|ya?ml)$/.test(file)),
    ).toEqual([]);
    await expectNothingBeside('ub');
  });

  test('every link, picture, script and fragment leads somewhere', async () => {
    const { pages, links, dead, repeatedIds } = await checkLinks(at('ub'));
    expect(pages).toBeGreaterThan(60);
    expect(links).toBeGreaterThan(1000);
    expect(dead).toEqual([]);
    expect(repeatedIds).toEqual([]);
  });

  test('publishes the numbers of the command line, to the byte', async () => {
    const args = ['--content', content, '--as-of', AS_OF, '--format', 'json'];
    const { code, stdout } = await runScript('quota.ts', args);
    expect(code).toBe(0);
    const published = await readFile(path.join(at('ub'), 'du-lieu/v1/chi-tieu.json'), 'utf8');
    expect(published === stdout).toBe(true);
    // Every address in it is a page.
    const { tallies } = JSON.parse(published);
    for (const { url } of tallies.flatMap(({ counted }: { counted: object[] }) => counted)) {
      expect(built).toHaveProperty([`${url.slice(1)}index.html`]);
    }
  });

  test('every page says that it shows samples', async () => {
    for (const file of Object.keys(built).filter((name) => name.endsWith('.html'))) {
      if (file.startsWith('admin/')) continue;
      const text = await readFile(path.join(at('ub'), file), 'utf8');
      expect(text.includes('SỐ LIỆU MẪU'), file).toBe(true);
    }
  });

  test('the search finds articles, and nothing of the officials’ pages', async () => {
    const fragments = Object.keys(built).filter((name) => name.endsWith('.pf_fragment'));
    expect(fragments.length).toBeGreaterThan(0);
    const texts = await Promise.all(
      fragments.map(async (file) => inflated(await readFile(path.join(at('ub'), file)))),
    );
    expect(texts.join('\n')).toContain('/tin-bai/2026/');
    expect(texts.join('\n')).not.toContain('/can-bo/');
    expect(texts.join('\n')).not.toContain('/truyen-thanh/');
  });

  test('every article that stands has a script, as a page and as a file with the same lines', async () => {
    const articles = Object.keys(built).filter((file) =>
      /^tin-bai\/\d{4}\/\d{2}\/[^/]+\/index\.html$/.test(file),
    );
    expect(articles.length).toBeGreaterThan(30);
    for (const article of articles.map((file) => path.posix.dirname(file))) {
      const gone = (await page('ub', article)).includes('Bài đã được gỡ ngày');
      expect(`${article}/truyen-thanh/index.html` in built, article).toBe(!gone);
      if (gone) continue;
      expect(await page('ub', article)).toContain(`href="/${article}/truyen-thanh/"`);
      const html = await page('ub', `${article}/truyen-thanh`);
      const [list = ''] = /<ol class="script-lines">.*?<\/ol>/s.exec(html) ?? [];
      const lines = between(list, 'li').map((line) => line.trim());
      const file = partsOf(await readFile(path.join(at('ub'), article, 'truyen-thanh.docx')));
      const spoken = between(file['word/document.xml'] ?? '', 'w:p').filter((one) =>
        /<w:pStyle w:val="Spoken/.test(one),
      );
      expect(spoken.map(wordText), article).toEqual(lines);
    }
  });

  test('under a sub-path and a known origin every link still leads somewhere', async () => {
    const origin = 'https://uongbi.example.vn';
    const env = { BASE: '/cchc', SITE_URL: origin, QUOTA_ENFORCE: 'off' };
    const { code, stdout, stderr } = await build(content, 'ub-cchc', env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // QUOTA_ENFORCE=off says nothing of the quotas.
    expect(stdout).not.toContain('Chỉ tiêu');
    const { pages, links, dead } = await checkLinks(at('ub-cchc'), { base: '/cchc', origin });
    expect(pages).toBeGreaterThan(60);
    expect(links).toBeGreaterThan(1000);
    expect(dead).toEqual([]);
    // A script sends search engines to its article.
    const script = Object.keys(built).find((file) => file.endsWith('/truyen-thanh/index.html'));
    const article = path.posix.dirname(path.posix.dirname(script ?? ''));
    expect(await page('ub-cchc', `${article}/truyen-thanh`)).toContain(
      `<link rel="canonical" href="${origin}/cchc/${article}/">`,
    );
    // Data are the same wherever the section stands.
    const data = 'du-lieu/v1/chi-tieu.json';
    expect((await fingerprint(at('ub-cchc')))[data]).toBe(built[data]);
    expect(
      Object.keys(await fingerprint(at('ub-cchc'))).filter((file) => file.endsWith('.html')),
    ).toEqual(Object.keys(built).filter((file) => file.endsWith('.html')));
  });

  test('invalid content is refused with the list that check prints', async () => {
    await using ward = await makeWard('_ten');
    const check = await runScript('check.ts', ['--content', ward.folder]);
    const { code, stdout, stderr } = await build(ward.folder, 'ub');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(check.stdout)).toBe(true);
    expect(stderr).toContain('Chưa xuất bản: trang cũ được giữ nguyên.');
    await expectUntouched();
  });

  test('a short last period is refused with QUOTA_ENFORCE=fail', async () => {
    const { code, stdout, stderr } = await build(content, 'ub', { QUOTA_ENFORCE: 'fail' });
    expect(code).toBe(1);
    expect(stdout).toContain('Kỳ đã qua còn thiếu, chưa khóa sổ:');
    expect(stderr).toContain('Chưa xuất bản (QUOTA_ENFORCE=fail)');
    await expectUntouched();
  });

  test('samples are refused for real use', async () => {
    const { code, stderr } = await build(content, 'ub', { SITE_ENV: 'production' });
    expect(code).toBe(2);
    expect(stderr).toContain('LỖI [sample-published] articles/');
    await expectUntouched();
  });

  test('a wrong setting is refused', async () => {
    const { code, stderr } = await build(content, 'ub', { AS_OF: '2026-02-30' });
    expect(code).not.toBe(0);
    expect(stderr).toContain('AS_OF=2026-02-30: cần một ngày có thật');
    await expectUntouched();
  });
});

describe('the other seeds, one after the other in the same place', () => {
  test.each<[ward: string, option: '--samples' | '--empty' | '', env: Record<string, string>]>([
    ['thuong-phuc', '--samples', {}],
    ['gieng-day', '--samples', { AS_OF: '2025-11-21' }],
    ['an-tuong', '--empty', {}],
    // Without required rules nothing can fail, and a seed is fit for real use.
    ['thach-khoi', '', { SITE_ENV: 'production', QUOTA_ENFORCE: 'fail' }],
  ])('%s %s', async (ward, option, env) => {
    const content = option ? await seeded(ward, option) : path.join('seeds', ward);
    const ran = await build(content, 'other', env);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    await expectNothingBeside('other');
    const { pages, dead, repeatedIds } = await checkLinks(at('other'));
    expect(pages).toBeGreaterThan(10);
    expect({ dead, repeatedIds }).toEqual({ dead: [], repeatedIds: [] });
    const data = await readFile(path.join(at('other'), 'du-lieu/v1/chi-tieu.json'), 'utf8');
    expect(JSON.parse(data).ward.id).toBe(ward);
    const home = await page('other', '');
    expect(home.includes('SỐ LIỆU MẪU')).toBe(option === '--samples');
    // Nothing is left of the ward that was here before.
    const articles = (await filesAsMade(at('other'))).filter((file) =>
      /^tin-bai\/\d{4}\/.*\.html$/.test(file),
    );
    expect(articles.length > 0).toBe(option !== '--empty');
  });
});

describe('pictures and dates', () => {
  /** Words of metadata, of texts to come and of one that goes: wherever they are, they leak. */
  const METADATA = `nguoi-chup-${randomUUID()}`;
  const LATER = `henngay${randomUUID().slice(0, 8)}`;
  /** An activity is announced before its day, with its picture; it is the only one that is. */
  const ANNOUNCED = `baotruoc${randomUUID().slice(0, 8)}`;
  const GONE = `vanbanbigo${randomUUID().slice(0, 8)}`;
  /** The tag of EXIF under which the place stands, in the byte order of the file. */
  const GPS_TAG = Buffer.from([0x25, 0x88]);
  const [THE_DAY_BEFORE, THE_DAY] = ['2026-03-19', '2026-03-20'];
  let content = '';
  let originals: Buffer[] = [];
  let before: Ran;

  beforeAll(async () => {
    content = at('pictures-content');
    await cp(path.join('seeds', 'thach-khoi'), content, { recursive: true });
    originals = await Promise.all(
      ['#7a1f1f', '#1f5a7a', '#2f7a1f', '#7a6a1f', '#5a1f7a'].map((color) => photo(color)),
    );
    const [lead, inBody, toCome, going, ofActivity] = originals;
    const front = (title: string, date: string, image: string, more = '') =>
      `---\ntitle: ${title}\ndate: ${date}\ndepartment: vhxh\nimage: { src: ${image}, alt: Ảnh đầu bài }\n${more}---\n\n`;
    const story = 'genre: story\n';
    const withdrawn = `${story}withdrawn: { date: ${THE_DAY}, reason: Có số liệu sai. }\n`;
    const plan = `title: Kế hoạch ${LATER}\ndate: ${THE_DAY}\nyear: 2026\nissuer: UBND phường\n`;
    await lay({
      'articles/2026/03/anh.jpg': lead,
      'articles/2026/03/anh-trong-bai.jpg': inBody,
      'articles/2026/03/anh-hen-ngay.jpg': toCome,
      'articles/2026/03/anh-se-go.jpg': going,
      'activities/anh-hen-ngay.jpg': ofActivity,
      'plans/ban-ky.pdf': `%PDF-1.4 ${LATER}`,
      'articles/2026/03/loi-doc.mp3': Buffer.alloc(2_200_000, 1),
      'articles/2026/03/bai-co-anh.md':
        `${front('Một bài có ảnh', '2026-03-10', 'anh.jpg', `${story}attachments: [{ label: Bản ghi âm, file: loi-doc.mp3 }]\n`)}Xem [liên hệ](/lien-he/).\n\n` +
        '![Ảnh trong bài](anh-trong-bai.jpg)\n',
      'articles/2026/03/bai-se-go.md': `${front('Một bài sẽ gỡ', '2026-03-10', 'anh-se-go.jpg', withdrawn)}Lời ${GONE}.\n`,
      'articles/2026/03/bai-hen-ngay.md': `${front(`Một bài ${LATER}`, THE_DAY, 'anh-hen-ngay.jpg', story)}Lời ${LATER}.\n`,
      'activities/viec-hen-ngay.md': `${front(`Hoạt động ${ANNOUNCED}`, THE_DAY, 'anh-hen-ngay.jpg', 'kind: training\n')}Lời ${ANNOUNCED}.\n`,
      'plans/ke-hoach-hen-ngay.yaml': `${plan}attachments: [{ label: Bản ký, file: ban-ky.pdf }]\n`,
    });
    before = await build(content, 'pictures', { AS_OF: THE_DAY_BEFORE });
  });

  test('before its day nothing of what is to come is there', async () => {
    expect(before).toMatchObject({ code: 0, stderr: '' });
    const files = await filesAsMade(at('pictures'));
    expect(files).toContain('tin-bai/2026/03/bai-co-anh/index.html');
    expect(files.filter((file) => /\/[a-z-]+-hen-ngay\//.test(file))).toEqual([
      'hoat-dong/viec-hen-ngay/index.html',
    ]);
    expect(await filesHolding(ANNOUNCED)).toEqual(
      expect.arrayContaining(['hoat-dong/index.html', 'hoat-dong/viec-hen-ngay.ics', 'lich.ics']),
    );
    const told = (await page('pictures', '')).split('Sắp diễn ra').slice(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`Hoạt động ${ANNOUNCED}`);
    const pages = (await filesHolding(LATER)).filter((file) => !file.startsWith('tep/'));
    expect(pages).toEqual([]);
  });

  test('… no picture and no file either, be it of an article or a plan', async () => {
    const files = await filesAsMade(at('pictures'));
    expect(files.filter((file) => file.endsWith('.pdf'))).toEqual([]);
    // Two of one article, one of that which is not withdrawn yet, one of the announced activity.
    expect(motifs(files).size).toBe(4);
  });

  test('every picture that a page shows is there', async () => {
    const { pages, dead } = await checkLinks(at('pictures'));
    expect(pages).toBeGreaterThan(10);
    expect(dead).toEqual([]);
    expect(await filesHolding(GONE)).not.toEqual([]);
  });

  test('pictures have the sizes of the site and nothing that the camera wrote', async () => {
    const files = await filesAsMade(at('pictures'));
    expect(files.filter((file) => /^(?!anh-chia-se\/).*\.(jpe?g|png|tiff?)$/i.test(file))).toEqual(
      [],
    );
    const pictures = files.filter((file) => /^tep\/.*\.(webp|avif)$/.test(file));
    expect(pictures.length).toBeGreaterThanOrEqual(12);
    for (const file of pictures) {
      const found = await sharp(path.join(at('pictures'), file)).metadata();
      const { format, width, height, exif, xmp, iptc, orientation } = found;
      expect({ format, exif, xmp, iptc, orientation }, file).toEqual({
        // The library calls AVIF by the name of the container it is kept in.
        format: file.endsWith('.avif') ? 'heif' : 'webp',
      });
      expect([480, 960, 1440], file).toContain(width);
      // Taken upright with the camera on its side: turned, not only marked as turned.
      expect(height, file).toBeGreaterThan(width ?? 0);
    }
    // It did stand in the originals, or the next line would say nothing.
    for (const words of [METADATA, GPS_TAG]) {
      expect(originals.every((bytes) => bytes.includes(words))).toBe(true);
    }
    expect(await filesHolding(METADATA)).toEqual([]);
    const published = await Promise.all(
      files.map((file) => readFile(path.join(at('pictures'), file))),
    );
    expect(published.filter((bytes) => originals.some((one) => one.equals(bytes)))).toEqual([]);
  });

  test('a page shows its pictures in those sizes, with words for them', async () => {
    const images = tagsOf(await page('pictures', 'tin-bai/2026/03/bai-co-anh')).filter(
      ({ name }) => name === 'img',
    );
    const own = images.filter(({ attributes }) => attributes.get('src')?.startsWith('/tep/'));
    expect(own.map(({ attributes }) => attributes.get('alt')).sort()).toEqual([
      'Ảnh trong bài',
      'Ảnh đầu bài',
    ]);
    for (const { attributes } of own) {
      expect(attributes.get('src')).toMatch(/^\/tep\/[0-9a-f]+-1440\.webp$/);
      expect(attributes.get('srcset')).toMatch(/-480\.webp 480w, .*-960\.webp 960w, /);
      expect([attributes.get('width'), attributes.get('height')]).toEqual(['1440', '1920']);
    }
  });

  test('… and offers them in AVIF first, of the same widths, drawn as wide', async () => {
    const tags = tagsOf(await page('pictures', 'tin-bai/2026/03/bai-co-anh'));
    const sources = tags.filter(({ name }) => name === 'source');
    expect(sources).toHaveLength(2);
    for (const source of sources) {
      const image = tags[tags.indexOf(source) + 1];
      expect([tags[tags.indexOf(source) - 1]?.name, image?.name]).toEqual(['picture', 'img']);
      expect(source.attributes.get('type')).toBe('image/avif');
      expect(source.attributes.get('srcset')).toBe(
        image?.attributes.get('srcset')?.replaceAll('.webp', '.avif'),
      );
      expect(source.attributes.get('sizes')).toBe(image?.attributes.get('sizes'));
    }
  });

  test('a recording can be heard where its script stands, and is not fetched before', async () => {
    const html = await page('pictures', 'tin-bai/2026/03/bai-co-anh/truyen-thanh');
    const player = tagsOf(html).find(({ name }) => name === 'audio')?.attributes;
    const src = player?.get('src') ?? '';
    expect(src).toMatch(/^\/tep\/[0-9a-f]+\/loi-doc\.mp3$/);
    expect([player?.has('controls'), player?.get('preload')]).toEqual([true, 'none']);
    expect(html.replace(/\s+/g, ' ')).toContain(`<a href="${src}">Bản ghi âm</a> (MP3, 2,1 MB)`);
  });

  describe('on its day', () => {
    let after: Ran;
    beforeAll(async () => {
      after = await build(content, 'pictures', { AS_OF: THE_DAY, BASE: '/cchc' });
    });

    test('what was to come is there', async () => {
      expect(after).toMatchObject({ code: 0, stderr: '' });
      const files = await filesAsMade(at('pictures'));
      expect(files).toContain('tin-bai/2026/03/bai-hen-ngay/index.html');
      expect(files).toContain('hoat-dong/viec-hen-ngay/index.html');
      expect(files).toContain('ke-hoach/ke-hoach-hen-ngay/index.html');
      expect(await page('pictures', '')).toContain(LATER);
      const found = await filesHolding(LATER);
      expect(found).toContain('du-lieu/v1/chi-tieu.json');
      expect(found.filter((file) => file.endsWith('/ban-ky.pdf'))).toHaveLength(1);
      expect(found.some((file) => file.startsWith('pagefind/'))).toBe(true);
    });

    test('what was withdrawn is gone, with its picture; the page says why', async () => {
      expect(await page('pictures', 'tin-bai/2026/03/bai-se-go')).toContain('Có số liệu sai.');
      expect(await filesHolding(GONE)).toEqual([]);
      expect(motifs(await filesAsMade(at('pictures'))).size).toBe(4);
    });

    test('every link leads somewhere, those that an editor typed too', async () => {
      const { pages, dead } = await checkLinks(at('pictures'), { base: '/cchc' });
      expect(pages).toBeGreaterThan(10);
      expect(dead).toEqual([]);
    });
  });

  /** The published pictures, whatever their width. */
  const motifs = (files: string[]) =>
    new Set(
      files.filter((file) => /^tep\/.*\.(webp|avif)$/.test(file)).map((file) => file.split('-')[0]),
    );

  /** The published files that hold some words, compressed ones too. */
  async function filesHolding(words: string): Promise<string[]> {
    const files = await filesAsMade(at('pictures'));
    const holding = await Promise.all(
      files.map(async (file) => {
        const bytes = await readFile(path.join(at('pictures'), file));
        return bytes.includes(words) || inflated(bytes).includes(words) ? [file] : [];
      }),
    );
    return holding.flat();
  }

  async function lay(files: Record<string, string | Buffer | undefined>) {
    for (const [file, bytes] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(content, file)), { recursive: true });
      await writeFile(path.join(content, file), bytes ?? '');
    }
  }

  /** A photograph as a telephone takes it: on its side, with place and owner. */
  async function photo(background: string): Promise<Buffer> {
    return sharp({ create: { width: 2400, height: 1800, channels: 3, background } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Copyright: METADATA, Artist: METADATA },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 0/1', GPSLongitudeRef: 'E' },
      })
      .toBuffer();
  }
});

test('two builds at the same time do not meet, wherever their outputs lie', async () => {
  await using somewhere = await temporaryFolder();
  const wards = ['thach-khoi', 'gieng-day'];
  const ran = await Promise.all(
    wards.map((ward) =>
      build(path.join('seeds', ward), '', { OUT_DIR: path.join(somewhere.folder, ward) }),
    ),
  );
  expect(ran.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    wards.map(() => ({ code: 0, stderr: '' })),
  );
  for (const ward of wards) {
    const data = path.join(somewhere.folder, ward, 'du-lieu/v1/chi-tieu.json');
    expect(JSON.parse(await readFile(data, 'utf8')).ward.id).toBe(ward);
  }
});

/** The text of a compressed file; `''` for any other. */
function inflated(bytes: Buffer): string {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString('utf8') : '';
}
