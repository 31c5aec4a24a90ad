import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectBody } from '../../src/markdown/body.ts';
import { bodyCache } from '../../src/reader/body-cache.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cchc-bodies-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Asked = readonly [markdown: string, startLine: number, mdx: boolean];

/** Looks bodies over as one command does, from what earlier commands left. */
async function command(asked: readonly Asked[], { code = 'mã', ward = '/phuong' } = {}) {
  const bodies = await bodyCache(folder, ward, code);
  const found = asked.map((one) => bodies.inspect(...one));
  await bodies.save();
  return found;
}

const anew = (asked: readonly Asked[]) => asked.map((one) => inspectBody(...one));
const keptFile = () => path.join(folder, readdirSync(folder)[0] ?? '');

/** Makes what is kept recognisable, so that it shows whether it was used. */
function mark(): void {
  const text = readFileSync(keptFile(), 'utf8');
  writeFileSync(keptFile(), text.replaceAll(/"textKey":"[^"]*"/g, '"textKey":"kept"'));
}

const BODIES: readonly Asked[] = [
  ['Một đoạn có [liên kết](/thu-tuc/) và ![](anh.jpg).', 7, false],
  ['# Tên quá to\n\n<script>alert(1)</script>', 3, false],
  ['', 1, false],
  ['::thu-tuc{ma="1.001190"}', 9, false],
  ['Trang có <LienHe /> và {1 + 1}.', 5, true],
];

describe('bodies that were looked over before', () => {
  test('give what looking anew gives, the first time and every other', async () => {
    for (let turn = 0; turn < 3; turn += 1) expect(await command(BODIES)).toEqual(anew(BODIES));
  });

  test('are taken from what is kept', async () => {
    await command(BODIES);
    mark();
    expect((await command(BODIES)).map(({ textKey }) => textKey)).toEqual(BODIES.map(() => 'kept'));
  });

  test.each<[string, Asked]>([
    ['another text', ['Một đoạn khác.', 7, false]],
    ['another line', [BODIES[0]?.[0] ?? '', 8, false]],
    ['another kind', [BODIES[0]?.[0] ?? '', 7, true]],
  ])('are looked over anew for %s', async (_, changed) => {
    await command(BODIES);
    mark();
    expect(await command([changed])).toEqual(anew([changed]));
  });

  test('are looked over anew by other code', async () => {
    await command(BODIES);
    mark();
    expect(await command(BODIES, { code: 'mã khác' })).toEqual(anew(BODIES));
  });

  test('whatever is edited in between, nothing stale is given', async () => {
    const text = fc.array(
      fc.constantFrom('a', '\n', '# ', '<b>', '[x](y.pdf)', '![](z.jpg)', '> '),
    );
    const bodies = fc.array(
      fc.tuple(
        text.map((parts) => parts.join('')),
        fc.integer({ min: 1, max: 4 }),
        fc.constant(false),
      ),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bodies, { maxLength: 4 }), async (commands) => {
        for (const asked of commands) expect(await command(asked)).toEqual(anew(asked));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is kept', () => {
  test.each([
    ['cut off', '{"code":"mã","facts":{"a'],
    ['something else', 'null'],
    ['no facts', '{"code":"mã"}'],
  ])('that cannot be read is no matter: %s', async (_, text) => {
    await command(BODIES);
    writeFileSync(keptFile(), text);
    expect(await command(BODIES)).toEqual(anew(BODIES));
  });

  test('does not grow with what is written anew', async () => {
    await command(BODIES);
    const before = Object.keys(JSON.parse(readFileSync(keptFile(), 'utf8')).facts).length;
    for (let at = 0; at < 5; at += 1) await command([...BODIES.slice(1), [`Bản ${at}`, 1, false]]);
    expect(Object.keys(JSON.parse(readFileSync(keptFile(), 'utf8')).facts)).toHaveLength(before);
  });

  test('is a file of each ward, and forgotten when nothing was new in the ward for long', async () => {
    await command(BODIES);
    const old = keptFile();
    await command(BODIES, { ward: '/xa' });
    expect(readdirSync(folder)).toHaveLength(2);
    utimesSync(old, 1, 1);
    await command(BODIES.slice(1), { ward: '/xa' });
    expect(readdirSync(folder)).not.toContain(path.basename(old));
  });

  test('is nothing where nothing can be written', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const bodies = await bodyCache(path.join(folder, 'file'), '/phuong', 'mã');
    bodies.inspect('a', 1, false);
    await expect(bodies.save()).resolves.toBeUndefined();
  });
});
