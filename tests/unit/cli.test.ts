import { appendFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/core/issue/issue.ts';
import type { QuotaResult } from '../../src/core/quota/result.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { makeWard } from '../support/broken-wards.ts';
import { fingerprint, runScript, temporaryFolder } from '../support/scripts.ts';
import { SEED_NAMES } from '../support/seeds.ts';

const TP = ['--content', 'seeds/thuong-phuc', '--as-of', '2026-05-31'];

async function quotas(...args: string[]): Promise<QuotaResult> {
  const { code, stdout, stderr } = await runScript('quota.ts', [...args, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

let asked: Promise<QuotaResult> | undefined;
/** The same arguments always give the same numbers, so they are asked for once. */
function whole(): Promise<QuotaResult> {
  asked ??= quotas(...TP);
  return asked;
}

describe('quota: the numbers of Thượng Phúc', () => {
  const ECONOMY = [
    ...['phat-trien-kinh-te', 'quy-hoach', 'dau-tu', 'tai-chinh', 'ngan-sach', 'phi-le-phi'],
    ...['doanh-nghiep', 'ho-kinh-doanh', 'thao-go-vuong-mac'],
  ];
  const ALL = 'group:phong-chuyen-mon';
  const web = { measure: 'item', event: 'published', channels: ['web'], period: 'month' };
  const loud = { event: 'aired', channels: ['loudspeaker'] };
  const RULES = {
    'tp-2a': {
      ...web,
      min: 2,
      subject: { mode: 'lead', lead: 'vhxh', departments: ['vp'] },
      members: ['vhxh', 'vp'],
    },
    'tp-2b': {
      ...web,
      min: 2,
      subject: { mode: 'joint', departments: [ALL] },
      members: ['vhxh', 'vp', 'kt'],
    },
    'tp-3': {
      ...loud,
      measure: 'item',
      min: 2,
      period: 'month',
      subject: { mode: 'joint', departments: ['ttdvth', 'vhxh'] },
      members: ['ttdvth', 'vhxh'],
    },
    'tp-4': {
      measure: 'item',
      event: 'sent',
      channels: ['upper-portal'],
      min: 1,
      period: 'month',
      conditions: { new: true },
      subject: { mode: 'lead', lead: 'vhxh', departments: [ALL] },
      members: ['vhxh', 'vp', 'kt'],
    },
    'tp-5': {
      ...web,
      min: 1,
      conditions: { new: true, topics: ECONOMY },
      subject: { mode: 'joint', departments: ['kt', 'bqlda'] },
      members: ['kt', 'bqlda'],
    },
    'tp-6': {
      ...loud,
      measure: 'airing',
      min: 1,
      period: 'week',
      subject: { mode: 'each', departments: ['ttdvth'] },
      members: ['ttdvth'],
    },
  };
  const MONTHLY = {
    'tp-2a': 'vhxh',
    'tp-2b': 'joint',
    'tp-3': 'joint',
    'tp-4': 'vhxh',
    'tp-5': 'joint',
  };

  test('one rule for each number of the plan', async () => {
    const { version, ward, asOf, sample, rules } = await whole();
    expect({ version, ward, asOf, sample }).toEqual({
      version: 1,
      ward: { id: 'thuong-phuc', name: 'Xã Thượng Phúc' },
      asOf: '2026-05-31',
      sample: false,
    });
    for (const [id, wanted] of Object.entries(RULES)) {
      const found = rules.filter((rule) => rule.id === id);
      expect(found, id).toHaveLength(1);
      expect(found[0], id).toMatchObject({
        ...wanted,
        level: 'required',
        plan: '108-kh-ubnd-2026',
      });
    }
  });

  test('months from April; March, in which the plan was issued, is not counted', async () => {
    const { tallies } = await whole();
    for (const [rule, subject] of Object.entries(MONTHLY)) {
      const line = tallies
        .filter((tally) => tally.rule === rule)
        .map((tally) => `${tally.subject} ${tally.period} ${tally.status}`);
      expect(line, rule).toEqual([
        `${subject} 2026-03 not-counted`,
        `${subject} 2026-04 short`,
        `${subject} 2026-05 open`,
        ...['06', '07', '08', '09', '10', '11', '12'].map(
          (month) => `${subject} 2026-${month} upcoming`,
        ),
      ]);
    }
  });

  test('weeks by their ISO labels, the last of 53 reaching into the next year', async () => {
    const { tallies } = await whole();
    const weeks = tallies.filter(({ rule }) => rule === 'tp-6');
    const labels = Array.from({ length: 44 }, (_, at) => `2026-W${at + 10}`);
    expect(weeks.map(({ period }) => period)).toEqual(labels);
    expect(weeks[0]).toMatchObject({ from: '2026-03-02', to: '2026-03-08', status: 'not-counted' });
    expect(weeks[1]).toMatchObject({ from: '2026-03-09', to: '2026-03-15', status: 'short' });
    expect(weeks[12]).toMatchObject({ from: '2026-05-25', to: '2026-05-31', status: 'open' });
    expect(weeks.at(-1)).toMatchObject({ from: '2026-12-28', to: '2027-01-03' });
  });

  test('--month leaves the periods whose last day lies in it', async () => {
    const all = await whole();
    const may = await quotas(...TP, '--month', '2026-05');
    expect(may.tallies.map(({ rule, period }) => `${rule} ${period}`)).toEqual([
      ...['tp-2a', 'tp-2b', 'tp-3', 'tp-4', 'tp-5'].map((rule) => `${rule} 2026-05`),
      // The week of 27 April to 3 May, and not the one that ends on 7 June.
      ...['18', '19', '20', '21', '22'].map((week) => `tp-6 2026-W${week}`),
      'tp-12 2026-05',
    ]);
    expect(may.tallies).toEqual(all.tallies.filter(({ to }) => to.startsWith('2026-05')));
    expect(may.alternatives.flatMap(({ tallies }) => tallies)).not.toEqual([]);
    expect(
      may.alternatives
        .flatMap(({ tallies }) => tallies)
        .filter(({ to }) => !to.startsWith('2026-05')),
    ).toEqual([]);
    expect(may.rules).toEqual(all.rules);
    const september = await quotas(...TP, '--month', '2026-09');
    const windows = september.tallies.filter(({ rule }) => rule === 'tp-8');
    expect(windows.map(({ period }) => period)).toEqual(['2026-07-01..2026-09-30']);
  });

  test('csv: a byte-order mark, headings and one line for each tally', async () => {
    const { tallies } = await whole();
    const { code, stdout } = await runScript('quota.ts', [...TP, '--format', 'csv']);
    expect(code).toBe(0);
    expect(stdout.startsWith('\ufeffChỉ tiêu,Đối tượng,Kỳ,')).toBe(true);
    const lines = stdout.slice(1).split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(tallies.length + 1);
    expect(lines[1]).toBe('tp-2a,vhxh,2026-03,2,0,chưa tính');
    expect(lines).toContain('tp-2b,chung,2026-04,2,0,thiếu');
    expect(lines).toContain('tp-12,ttdvth,2026-04,,0,theo dõi');
  });

  test('table: every tally in words', async () => {
    const { tallies } = await whole();
    const { code, stdout } = await runScript('quota.ts', TP);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual(['Xã Thượng Phúc, số liệu tính đến 2026-05-31', '']);
    expect(lines).toHaveLength(3 + tallies.length);
    expect(lines[4]).toMatch(/^tp-2a +vhxh +2026-04 +2 +0 +thiếu$/);
  });

  test('the day comes from --as-of, before the environment', async () => {
    const { stdout } = await runScript('quota.ts', TP, { AS_OF: '2026-01-01' });
    expect(stdout).toContain('số liệu tính đến 2026-05-31');
    const other = await runScript('quota.ts', [], {
      AS_OF: '2026-04-02',
      CONTENT_DIR: 'seeds/thuong-phuc',
    });
    expect(other.stdout).toContain('Xã Thượng Phúc, số liệu tính đến 2026-04-02');
  });
});

describe('quota: exit codes', () => {
  const strict = (content: string, day: string) => [
    '--content',
    content,
    '--as-of',
    day,
    '--strict',
  ];

  test.each([
    ['a short month', strict('seeds/thuong-phuc', '2026-05-31'), 1],
    ['before any counted period has ended', strict('seeds/thuong-phuc', '2026-03-15'), 0],
    ['the first counted week has ended', strict('seeds/thuong-phuc', '2026-03-16'), 1],
    ['a yearly rule that is still open', strict('seeds/an-tuong', '2026-12-31'), 0],
    ['… and has ended', strict('seeds/an-tuong', '2027-01-01'), 1],
    ['a plan without required rules', strict('seeds/thach-khoi', '2027-01-01'), 0],
  ])('%s', async (_, args, wanted) => {
    const { code, stdout, stderr } = await runScript('quota.ts', args);
    expect({ code, stderr }).toEqual({ code: wanted, stderr: '' });
    expect(stdout).toContain('số liệu tính đến');
  });

  test('--strict looks at the whole count, whatever month is shown', async () => {
    const args = [...strict('seeds/thuong-phuc', '2026-05-31'), '--month', '2026-12'];
    expect((await runScript('quota.ts', args)).code).toBe(1);
  });

  test('invalid content: 2, the issues, and no number', async () => {
    await using ward = await makeWard('date-invalid');
    const { code, stdout, stderr } = await runScript('quota.ts', ['--content', ward.folder]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('LỖI [date-invalid] articles/2026/03/lich-tiep-dan.md, dòng 3');
    expect(stderr).toContain('Tổng cộng: 1 lỗi');
  });

  test('a folder without content: 2', async () => {
    await using empty = await temporaryFolder();
    const { code, stderr } = await runScript('quota.ts', ['--content', empty.folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('Thiếu tệp ward.yaml');
  });
});

describe('wrong arguments run nothing, and say in Vietnamese what is known', () => {
  test.each<['quota.ts' | 'check.ts' | 'seed.ts', string[], RegExp]>([
    ['quota.ts', ['--formt', 'json'], /Cách dùng: .*--format table\|json\|csv/],
    ['quota.ts', ['--format', 'xml'], /--format xml: chọn table, json hoặc csv\./],
    ['quota.ts', ['--as-of', '2026-02-30'], /--as-of 2026-02-30: cần một ngày/],
    ['quota.ts', ['--month', '2026-W18'], /--month 2026-W18: cần một tháng/],
    ['quota.ts', ['--month'], /Cách dùng: /],
    ['quota.ts', ['2026-05'], /Cách dùng: /],
    ['check.ts', ['--format', 'csv'], /--format csv: chọn text hoặc json\./],
    ['check.ts', ['seeds/uong-bi'], /Cách dùng: /],
    [
      'seed.ts',
      [],
      /Chưa chọn phường, xã\.(.|\n)*an-tuong, gieng-day, thach-khoi, thuong-phuc, uong-bi/,
    ],
    ['seed.ts', ['ha-noi'], /Không có phường, xã «ha-noi»\./],
    ['seed.ts', ['samples'], /Không có phường, xã «samples»\./],
    ['seed.ts', ['uong-bi', 'an-tuong'], /Không có phường, xã «uong-bi an-tuong»\./],
    ['seed.ts', ['uong-bi', '--samples', '--empty'], /Chỉ chọn một trong hai/],
  ])('%s %j', async (script, args, said) => {
    await using somewhere = await temporaryFolder();
    const target = path.join(somewhere.folder, 'content');
    const { code, stdout, stderr } = await runScript(script, args, { CONTENT_DIR: target });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(await readdir(somewhere.folder)).toEqual([]);
  });

  test('a wrong setting is no missed quota: exit 2, without a trace', async () => {
    const { code, stdout, stderr } = await runScript('quota.ts', [], { AS_OF: '2026-02-30' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('AS_OF=2026-02-30: cần một ngày có thật');
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('check', () => {
  test('nothing wrong', async () => {
    const args = ['--content', 'seeds/uong-bi'];
    expect(await runScript('check.ts', args)).toEqual({
      code: 0,
      stdout: 'Nội dung hợp lệ: không có lỗi, không có cảnh báo.\n',
      stderr: '',
    });
    const json = await runScript('check.ts', [...args, '--format', 'json']);
    expect(json).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
  });

  test('every issue at once, the same in text and in JSON', async () => {
    await using ward = await makeWard('_ten');
    const args = ['--content', ward.folder];
    const text = await runScript('check.ts', args);
    const json = await runScript('check.ts', [...args, '--format', 'json']);
    expect([text.code, json.code, text.stderr, json.stderr]).toEqual([2, 2, '', '']);
    const issues: Issue[] = JSON.parse(json.stdout);
    expect(issues).toHaveLength(10);
    for (const { code, severity, file, line, message, remedy } of issues) {
      expect(text.stdout).toContain(
        `${severity === 'error' ? 'LỖI' : 'CẢNH BÁO'} [${code}] ${file}, dòng ${line}`,
      );
      expect(text.stdout).toContain(message);
      expect(text.stdout).toContain(`Cách sửa: ${remedy}`);
    }
    expect(text.stdout).toMatch(/Tổng cộng: 9 lỗi, 1 cảnh báo\.\n$/);
  });

  test('warnings alone stop nothing', async () => {
    await using ward = await makeWard('heading-level');
    const { code, stdout } = await runScript('check.ts', ['--content', ward.folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('CẢNH BÁO [heading-level]');
  });

  test('samples are refused for real use only', async () => {
    await using ward = await makeWard('sample-published');
    const args = ['--content', ward.folder];
    expect((await runScript('check.ts', args)).code).toBe(0);
    const real = await runScript('check.ts', args, { SITE_ENV: 'production' });
    expect(real.code).toBe(2);
    expect(real.stdout).toContain('LỖI [sample-published]');
  });
});

describe('seed', () => {
  const seed = (ward: string, to: string, ...options: string[]) =>
    runScript('seed.ts', [ward, '--to', to, ...options]);
  const withoutArticles = async (ward: string) => {
    const files = Object.entries(await fingerprint(path.join('seeds', ward)));
    return Object.fromEntries(files.filter(([file]) => !file.startsWith('articles/')));
  };

  test.each(SEED_NAMES)('%s: samples without an issue, the same every time', async (ward) => {
    await using to = await temporaryFolder();
    const [target, other] = [path.join(to.folder, 'a'), path.join(to.folder, 'b')];
    const ran = [await seed(ward, target, '--samples'), await seed(ward, other, '--samples')];
    expect(ran.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const made = await fingerprint(target);
    expect(await fingerprint(other)).toEqual(made);
    expect((await readdir(to.folder)).sort()).toEqual(['a', 'b']);

    const { issues } = await loadWard(target, { production: false });
    expect(issues).toEqual([]);
    const copied = await fingerprint(path.join('seeds', ward));
    expect(made).toMatchObject(copied);
    const dealt = Object.keys(made).filter((file) => !(file in copied));
    expect(dealt.length).toBeGreaterThan(30);
    for (const file of dealt) {
      expect(await readFile(path.join(target, file), 'utf8'), file).toMatch(/^sample: true$/m);
    }
  });

  test.each(['uong-bi', 'thuong-phuc'])('%s: samples of every status', async (ward) => {
    await using to = await temporaryFolder();
    const target = path.join(to.folder, 'content');
    await seed(ward, target, '--samples');
    const { sample, tallies } = await quotas('--content', target, '--as-of', '2026-11-21');
    expect(sample).toBe(true);
    const judged = tallies.filter(({ required }) => required !== null);
    const statuses = new Set(judged.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['met', 'not-counted', 'open', 'short', 'upcoming']);
    const codes = new Set(tallies.flatMap(({ notCounted }) => notCounted.map(({ code }) => code)));
    expect([...codes]).toEqual(expect.arrayContaining(['no-event', 'withdrawn']));
    // Made-up numbers say so wherever they are printed.
    const csv = await runScript('quota.ts', ['--content', target, '--format', 'csv']);
    for (const line of csv.stdout.trimEnd().split('\r\n').slice(1)) {
      expect(line).toMatch(/,SỐ LIỆU MẪU$/);
    }
    const table = await runScript('quota.ts', ['--content', target]);
    expect(table.stdout).toMatch(/^SỐ LIỆU MẪU\n/);
  });

  test('--empty is the ward without its articles', async () => {
    await using to = await temporaryFolder();
    const target = path.join(to.folder, 'content');
    expect((await seed('an-tuong', target, '--empty')).code).toBe(0);
    expect(await fingerprint(target)).toEqual(await withoutArticles('an-tuong'));
    expect((await loadWard(target, { production: true })).issues).toEqual([]);
  });

  test('without an option it is the ward alone', async () => {
    await using to = await temporaryFolder();
    const target = path.join(to.folder, 'xa', 'content');
    const ran = await seed('thuong-phuc', target);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('Xã Thượng Phúc');
    expect(await fingerprint(target)).toEqual(await fingerprint('seeds/thuong-phuc'));
  });

  test('one ward takes the place of another, with nothing left behind', async () => {
    await using to = await temporaryFolder();
    const [target, fresh] = [path.join(to.folder, 'a'), path.join(to.folder, 'b')];
    await seed('uong-bi', target, '--samples');
    expect((await seed('thuong-phuc', target, '--samples')).code).toBe(0);
    await seed('thuong-phuc', fresh, '--samples');
    expect(await fingerprint(target)).toEqual(await fingerprint(fresh));
    expect((await seed('gieng-day', target, '--empty')).code).toBe(0);
    expect(await fingerprint(target)).toEqual(await withoutArticles('gieng-day'));
    expect((await readdir(to.folder)).sort()).toEqual(['a', 'b']);
  });

  test('a target with somebody’s own work is left as it is, to the byte', async () => {
    await using to = await temporaryFolder();
    const target = path.join(to.folder, 'content');
    await seed('uong-bi', target, '--samples');
    await appendFile(path.join(target, 'ward.yaml'), 'phone: "0203 000 000"\n');
    const own = 'articles/2026/03/tin-cua-phuong.md';
    await mkdir(path.dirname(path.join(target, own)), { recursive: true });
    const front = 'title: Tin của phường\ndate: 2026-03-03\ndepartment: vp\ngenre: brief';
    await writeFile(path.join(target, own), `---\n${front}\n---\nNội dung.\n`);
    await cp(
      path.join('tests/fixtures/broken/_base', 'articles/2026/03/anh.jpg'),
      path.join(target, 'anh.jpg'),
    );
    const before = await fingerprint(to.folder);
    for (const option of ['--samples', '--empty']) {
      const { code, stdout, stderr } = await seed('uong-bi', target, option);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`Không ghi đè: ${target} có 3 tệp`);
      for (const file of ['ward.yaml', own, 'anh.jpg']) expect(stderr).toContain(`\n  ${file}\n`);
      expect(stderr).not.toContain('departments.yaml');
      expect(await fingerprint(to.folder)).toEqual(before);
    }
  });

  test('an unknown ward leaves the target as it is', async () => {
    await using to = await temporaryFolder();
    await seed('uong-bi', to.folder, '--empty');
    const before = await fingerprint(to.folder);
    const { code, stderr } = await seed('ha-noi', to.folder, '--samples');
    expect(code).toBe(2);
    expect(stderr).toContain('Không có phường, xã «ha-noi».');
    expect(await fingerprint(to.folder)).toEqual(before);
  });
});
