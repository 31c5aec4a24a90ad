import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { countQuotas } from '../../src/core/quota/result.ts';
import { contract } from '../../src/core/rollup/contract.ts';
import { type KindFacts, ruleKind } from '../../src/core/rollup/kind.ts';
import { rollup } from '../../src/core/rollup/rollup.ts';
import type { RollupInput } from '../../src/core/rollup/source.ts';
import { rollupView } from '../../src/core/rollup/view.ts';
import { rollupHtml } from '../../src/render/rollup-html.ts';
import { rollupXlsx } from '../../src/render/rollup-xlsx.ts';
import { SEED_NAMES } from '../support/seeds.ts';
import { wardWith } from '../support/ward-with.ts';

const AS_OF = '2026-05-10';

type Status = 'met' | 'short' | 'open' | 'upcoming' | 'not-counted' | 'tracked';

interface Made {
  id?: string;
  name?: string;
  asOf?: string;
  sample?: boolean;
  /** `2026-03 met 2/2`, each of one department. */
  tallies?: string[];
}

/** A published file in a few words. */
function file({ id = 'a', name = `Phường ${id}`, asOf = AS_OF, sample = false, ...made }: Made) {
  const tallies = (made.tallies ?? []).map((words, index) => {
    const [period = '', status = '', numbers = ''] = words.split(' ');
    const [actual = 0, required = 0] = numbers.split('/').map(Number);
    return {
      ...{ rule: 'r', subject: `d${index}`, period, from: `${period}-01`, to: lastOf(period) },
      ...{ required, actual, status: status as Status, closed: false, live: null, shares: {} },
      counted: Array.from({ length: actual }, (_, one) => ({
        ...{ id: `${index}-${one}`, title: 'Tin', url: null, date: `${period}-01` },
      })),
      notCounted: [],
    };
  });
  return {
    ...{ version: 1, ward: { id, name }, asOf, sample },
    departments: [{ id: 'd0', name: 'Văn phòng', from: null, to: null }],
    rules: [rule('r')],
    tallies,
    alternatives: [],
  };
}

const rule = (id: string) => ({
  ...{ id, plan: '2026', quote: 'Ít nhất 02 tin/bài', measure: 'item', channels: ['loudspeaker'] },
  ...{ event: 'aired', period: 'month', level: 'required', conditions: {}, min: 2 },
});

const lastOf = (month: string) => `${month}-${month.endsWith('04') ? '30' : '31'}`;
const input = (source: string, value: unknown): RollupInput => ({
  source,
  text: typeof value === 'string' ? value : JSON.stringify(value),
});

describe('what can be used', () => {
  const good = file({ id: 'tot', tallies: ['2026-03 met 2/2'] });
  const changed = (...patches: object[]) => ({
    ...good,
    tallies: patches.map((patch) => ({ ...good.tallies[0], ...patch })),
  });
  test.each<[string, unknown, RegExp]>([
    ['half a file', JSON.stringify(good).slice(0, 99), /không phải JSON/],
    ['a page instead of data', '<!doctype html>', /không phải JSON/],
    ['an empty file', '', /không phải JSON/],
    ['an older version', { ...good, version: 0 }, /phiên bản 0/],
    ['a later version', { ...good, version: 2 }, /phiên bản 2/],
    ['no version', { wards: [] }, /phiên bản không ghi/],
    ['nothing', 'null', /phiên bản không ghi/],
    ['a list', '[]', /phiên bản không ghi/],
    ['no ward', { ...good, ward: undefined }, /sai cấu trúc ở ward/],
    ['a date that is none', { ...good, asOf: '2026-02-30' }, /sai cấu trúc ở asOf/],
    ['a name with codes for a terminal', file({ id: 'x', name: 'P\u001b[2J' }), /ward\.name/],
    ['a number that is not its posts', changed({ actual: 3 }), /tallies\.0\.actual/],
    ['a period of other days', changed({ to: '2026-03-30' }), /tallies\.0\.period/],
    ['a number of no rule', changed({ rule: 'x' }), /ở tallies$/],
    ['a number twice', changed({}, {}), /ở tallies$/],
    ['a status unheard of', file({ tallies: ['2026-03 fine 2/2'] }), /tallies\.0\.status/],
    ['a later day', file({ asOf: '2026-05-11' }), /sau ngày tổng hợp 10\/5\/2026/],
    ['an old day', file({ asOf: '2026-04-08' }), /số liệu cũ, đến 08\/4\/2026/],
  ])('%s is named and left out, the rest stays', (_, broken, reason) => {
    const result = rollup([input('xau.json', broken), input('tot.json', good)], AS_OF);
    expect(result.rejected).toEqual([
      { source: 'xau.json', reason: expect.stringMatching(reason) },
    ]);
    expect(result.wards.map(({ id }) => id)).toEqual(['tot']);
    expect(result.all.met).toBe(1);
  });

  test('an address that did not answer is named too', () => {
    const { rejected } = rollup([{ source: 'https://x.vn', failure: 'quá 20 giây' }], AS_OF);
    expect(rejected).toEqual([{ source: 'https://x.vn', reason: 'quá 20 giây' }]);
  });

  test.each([
    ['the first of two of one day', AS_OF, AS_OF, 'mot', 'hai'],
    ['the newer of two', '2026-05-01', AS_OF, 'hai', 'mot'],
    ['the newer of two, given first', AS_OF, '2026-05-01', 'mot', 'hai'],
  ])('of a ward given twice %s stays', (_, first, second, kept, left) => {
    const result = rollup(
      [input('mot', file({ asOf: first })), input('hai', file({ asOf: second }))],
      AS_OF,
    );
    expect(result.wards.map(({ source }) => source)).toEqual([kept]);
    expect(result.rejected).toEqual([
      { source: left, reason: expect.stringContaining(`với ${kept}`) },
    ]);
  });

  test('31 days are not old yet, and what a later version adds is let through', () => {
    const extended = { ...file({ asOf: '2026-04-09' }), later: true };
    expect(rollup([input('a', extended)], AS_OF).rejected).toEqual([]);
  });
});

describe('the matrix', () => {
  const made = rollup(
    [
      file({ id: 'b', tallies: ['2026-03 met 2/2', '2026-04 short 0/2', '2026-05 open 1/2'] }),
      file({ id: 'c', tallies: ['2026-04 met 3/2', '2026-05 met 2/2'], sample: true }),
      file({ id: 'a', tallies: ['2026-03 short 1/2', '2026-04 short 0/2'] }),
      file({ id: 'd', tallies: ['2026-05 upcoming 0/2', '2026-03 not-counted 1/2'] }),
      file({ id: 'e', tallies: ['2025-12 short 0/2'] }),
    ].map((one) => input(one.ward.id, one)),
    AS_OF,
  );

  test('puts the worst first, and who has nothing judged in the year last', () => {
    expect(
      made.wards.map(({ id, all }) => `${id} ${all.met}/${all.met + all.short} ${all.percent}`),
    ).toEqual(['a 0/2 0', 'b 1/2 50', 'c 2/2 100', 'd 0/0 null', 'e 0/0 null']);
  });

  test('counts what is lacking and what still runs', () => {
    expect(made.wards[1]?.all).toEqual({ met: 1, short: 1, open: 1, lacking: 2, percent: 50 });
    expect(made.all).toEqual({ met: 3, short: 3, open: 1, lacking: 5, percent: 50 });
  });

  test('has a column for each kind of rule and a number for each month', () => {
    expect(made.kinds.map(({ label, wards }) => `${label}: ${wards}`)).toEqual([
      'Tin/bài trên Truyền thanh, mỗi tháng: 3',
    ]);
    expect(
      made.months.map(({ month, all }) => `${month} ${all.met}/${all.met + all.short}`),
    ).toEqual(['2026-03 1/2', '2026-04 1/3', '2026-05 1/1']);
    expect(made.wards[0]?.months.map((one) => one?.percent)).toEqual([0, 0, undefined]);
  });

  test('marks samples wherever a number stands', async () => {
    const view = rollupView(made);
    expect(made.sample).toBe(true);
    expect(view.marks[0]).toBe('SỐ LIỆU MẪU');
    expect(view.rows.find(({ ward }) => ward.id === 'c')?.name).toContain('SỐ LIỆU MẪU');
    expect(view.rows.find(({ ward }) => ward.id === 'a')?.name).not.toContain('SỐ LIỆU MẪU');
    expect(rollupHtml(view)).toContain('SỐ LIỆU MẪU');
  });

  test('says it in one sentence', () => {
    expect(rollupView(made).sentence).toBe(
      '3/6 kỳ đạt (50%); 2 phường, xã có kỳ thiếu; 1 kỳ đang làm.',
    );
    expect(rollupView(rollup([], AS_OF)).sentence).toBe('Không có tệp nào dùng được.');
  });

  test('does not depend on the order of the files', () => {
    const files = ['b', 'c', 'a'].map((id) =>
      input(id, file({ id, tallies: ['2026-03 met 2/2'] })),
    );
    expect(rollup(files.toReversed(), AS_OF)).toEqual(rollup(files, AS_OF));
  });
});

test('kinds tell contests from courses, but not the order of channels', () => {
  const base: Omit<KindFacts, 'conditions'> = { measure: 'activity', channels: [], period: 'year' };
  const contest = ruleKind({ ...base, conditions: { activityKinds: ['contest'] } });
  const course = ruleKind({ ...base, conditions: { activityKinds: ['training'] } });
  expect(contest.label).toBe('Hoạt động: Cuộc thi, trong năm');
  expect(contest.id).not.toBe(course.id);
  const item = { measure: 'item', period: 'month', conditions: {} } as const;
  expect(ruleKind({ ...item, channels: ['zalo', 'facebook'] }).id).toBe(
    ruleKind({ ...item, channels: ['facebook', 'zalo'] }).id,
  );
});

describe('the page and the sheet', () => {
  const evil = file({
    id: 'x',
    name: '<script>alert(1)</script> & "x"',
    tallies: ['2026-03 met 2/2'],
  });
  const made = rollup([input('https://x.vn/?a="><b>', evil), input('<i>', 'x')], AS_OF);

  test('print texts from elsewhere as texts', () => {
    const html = rollupHtml(rollupView(made));
    expect(html).not.toMatch(/<script|<b>|<i>|style=| on\w+=/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
    expect(html).toContain('href="https://x.vn/?a=&quot;&gt;&lt;b&gt;"');
  });

  test('the same files give the same bytes', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => rollupXlsx(made, rollupView(made))));
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
  });
});

describe('npm run rollup', () => {
  /** Runs the script and collects what it says; nothing of this process may stand still. */
  function run(...args: string[]): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, ['scripts/rollup.ts', ...args]);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
  }

  test('reads files and addresses, names what it cannot use, writes the rest', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cchc-rollup-'));
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/a.json' ? 200 : 503;
      response.end(JSON.stringify(file({ id: 'a', tallies: ['2026-03 short 0/2'] })));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const own = path.join(folder, 'b.json');
      await writeFile(own, JSON.stringify(file({ id: 'b', tallies: ['2026-03 met 2/2'] })));
      const out = path.join(folder, 'out');
      const sources = [own, `${origin}/a.json`, `${origin}/b.json`, path.join(folder, 'none.json')];
      const { code, said } = await run(...sources, '--as-of', AS_OF, '--out', out);
      expect(said).toContain(`Không dùng ${origin}/b.json: không đọc được (máy chủ trả lời 503).`);
      expect(said).toContain('none.json: không đọc được (không có tệp này).');
      expect(said).toContain('2 phường, xã, 2 tệp không dùng được. 1/2 kỳ đạt (50%)');
      expect(code).toBe(0);
      expect((await readdir(out)).sort()).toEqual([
        ...['index.html', 'tong-hop.css', 'tong-hop.json', 'tong-hop.xlsx'],
      ]);
      const { wards } = JSON.parse(await readFile(path.join(out, 'tong-hop.json'), 'utf8'));
      expect(wards.map(({ id }: { id: string }) => id)).toEqual(['a', 'b']);
      expect(await readFile(path.join(out, 'index.html'), 'utf8')).not.toMatch(/<script|style=/);
    } finally {
      server.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test.each([
    ['nothing to read', [], /Cách dùng/],
    ['a date that is none', ['x.json', '--as-of', '2026-02-30'], /cần một ngày/],
    ['nothing that can be used', ['package.json'], /Không có tệp nào dùng được/],
    ['an option unheard of', ['x.json', '--wrong'], /Cách dùng/],
  ])('%s: exit code 2, and nothing is written', async (_, args, says) => {
    const { code, said } = await run(...args);
    expect([code, said]).toEqual([2, expect.stringMatching(says)]);
  });
});

test('what the five wards publish keeps the contract', async () => {
  for (const name of SEED_NAMES) {
    const asOf = name === 'gieng-day' ? '2025-10-31' : '2026-10-31';
    const { store } = await wardWith(name, []);
    const published = JSON.parse(JSON.stringify(countQuotas(store, asOf)));
    expect(contract.safeParse(published).error?.issues, name).toBeUndefined();
  }
});
