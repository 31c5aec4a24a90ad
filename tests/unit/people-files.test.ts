import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AuditLog } from '../../server/audit/log.ts';
import { readDetails } from '../../server/people/account-details.ts';
import { Accounts } from '../../server/people/accounts.ts';
import { FIRST_ADMINISTRATOR, firstAccess } from '../../server/people/first-start.ts';
import { accountsFileOf } from '../../server/people/parts.ts';
import { IDLE_MS, LONGEST_MS, Sessions } from '../../server/people/sessions.ts';
import { Throttle } from '../../server/people/throttle.ts';
import { readSettings } from '../../src/settings.ts';
import { person, TEST_COST } from '../support/editors-room.ts';
import { runScript, temporaryFolder } from '../support/scripts.ts';

const START = Date.parse('2026-10-31T16:59:00Z');

function bookIn(folder: string): Accounts {
  const file = path.join(folder, 'p', 'accounts.json');
  return new Accounts({ file, now: () => START, cost: TEST_COST });
}

describe('the file of accounts', () => {
  test('is readable by its owner alone and holds no password', async () => {
    await using dir = await temporaryFolder();
    const book = bookIn(dir.folder);
    await book.add(person('lan'), 'mot-mat-khau-bi-mat');
    expect((await stat(book.file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(book.file))).mode & 0o777).toBe(0o700);
    expect(await readFile(book.file, 'utf8')).not.toContain('mot-mat-khau-bi-mat');
  });

  test('loses nothing when two programs change it at once', async () => {
    await using dir = await temporaryFolder();
    const [a, b] = [bookIn(dir.folder), bookIn(dir.folder)];
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? a : b).add(person(`nguoi${i}`), 'x')),
    );
    expect((await a.all()).map(({ id }) => id)).toEqual(
      Array.from({ length: 8 }, (_, i) => `nguoi${i}`),
    );
  });

  test('a change of another program is seen at once', async () => {
    await using dir = await temporaryFolder();
    const [server, line] = [bookIn(dir.folder), bookIn(dir.folder)];
    await server.add(person('lan'), 'x');
    await line.setDisabled('lan', true);
    expect((await server.find('lan'))?.disabled).toBe(true);
  });

  test('a damaged one is named and never written over', async () => {
    await using dir = await temporaryFolder();
    const book = bookIn(dir.folder);
    await book.add(person('lan'), 'x');
    const broken = (await readFile(book.file, 'utf8')).replace('"editor"', '"vua"');
    await writeFile(book.file, broken);
    await expect(book.all()).rejects.toThrow(/accounts\.json.*accounts\.0\.roles/);
    await expect(book.add(person('hoa'), 'x')).rejects.toThrow('accounts.json');
    await expect(firstAccess(book)).rejects.toThrow('accounts.json');
    expect(await readFile(book.file, 'utf8')).toBe(broken);
  });

  test('a name is given once, and the last administrator stays', async () => {
    await using dir = await temporaryFolder();
    const book = bookIn(dir.folder);
    await book.add(person('an', { roles: ['administrator'] }), 'x');
    await expect(book.add(person('an'), 'x')).rejects.toThrow('«an»');
    await expect(book.setDisabled('an', true)).rejects.toThrow('quản trị cuối cùng');
    await expect(book.change('an', person('an'))).rejects.toThrow('quản trị cuối cùng');
    await expect(book.setDisabled('ba', true)).rejects.toThrow('Không có người dùng «ba»');
    await book.add(person('ba', { roles: ['administrator'] }), 'x');
    await book.setDisabled('an', true);
    await expect(book.setDisabled('ba', true)).rejects.toThrow('quản trị cuối cùng');
  });

  test('a department can be taken away again', async () => {
    await using dir = await temporaryFolder();
    const book = bookIn(dir.folder);
    await book.add(person('lan', { department: 'vhxh' }), 'x');
    expect(await book.change('lan', person('lan'))).not.toHaveProperty('department');
  });

  test('stands outside the repository, one for each ward', () => {
    const settings = readSettings({ XDG_STATE_HOME: '/var/lib' });
    expect(accountsFileOf(settings, 'uong-bi')).toBe('/var/lib/cchc/uong-bi/accounts.json');
    const set = readSettings({ ACCOUNTS_FILE: '/srv/a.json' });
    expect(accountsFileOf(set, 'uong-bi')).toBe('/srv/a.json');
    const usual = accountsFileOf(readSettings({}), 'uong-bi');
    expect(path.relative(process.cwd(), usual)).toMatch(/^\.\./);
  });

  test('the first start makes one administrator, the second nobody', async () => {
    await using dir = await temporaryFolder();
    const book = bookIn(dir.folder);
    const first = await firstAccess(book);
    expect(first?.id).toBe(FIRST_ADMINISTRATOR);
    const made = await book.find(FIRST_ADMINISTRATOR);
    expect(made).toMatchObject({ mustChange: true, roles: ['administrator'] });
    expect(await firstAccess(book)).toBeUndefined();
  });
});

test('what is typed about a person: every fault at once, with value and remedy', () => {
  const typed = { id: '1 Lan', name: 'L\u0007', email: 'lan', roles: ['vua'], department: 'xx' };
  const { faults } = readDetails(typed, [{ id: 'vhxh', name: 'VHXH' }]);
  expect(faults.map(({ field }) => field)).toEqual(['id', 'name', 'email', 'roles', 'department']);
  for (const { message } of faults) expect(message).toMatch(/«.*».*\. .*(Cần|Hãy)/s);
  const lone = {
    id: 'lan',
    name: 'Lan',
    email: 'a@b.vn',
    roles: ['cộng tác viên'],
    department: '',
  };
  expect(readDetails(lone, [{ id: 'vhxh', name: 'VHXH' }]).faults[0]?.message).toContain('vhxh');
  const inName = { ...lone, name: 'Lan <a@b>', roles: ['duyet'] };
  expect(readDetails(inName, []).faults.map(({ field }) => field)).toEqual(['name']);
});

describe('sessions', () => {
  const open = (folder: string, clock: { now: number }) =>
    new Sessions({ file: path.join(folder, 'sessions.json'), now: () => clock.now });
  const lan = { id: 'lan', stamp: 'tem-1' };

  test('outlive a restart; the file opens nothing', async () => {
    await using dir = await temporaryFolder();
    const clock = { now: START };
    const token = await open(dir.folder, clock).open(lan);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await open(dir.folder, clock).find(token)).toMatchObject({ person: 'lan' });
    const text = await readFile(path.join(dir.folder, 'sessions.json'), 'utf8');
    expect(text).not.toContain(token);
    for (const [hash] of Object.entries(JSON.parse(text))) {
      expect(await open(dir.folder, clock).find(hash)).toBeUndefined();
    }
  });

  test('end when idle, end after a day however busy, and when closed', async () => {
    await using dir = await temporaryFolder();
    const clock = { now: START };
    const sessions = open(dir.folder, clock);
    const [idle, busy, closed] = [
      await sessions.open(lan),
      await sessions.open(lan),
      await sessions.open(lan),
    ];
    await sessions.close(closed);
    expect(await sessions.find(closed)).toBeUndefined();
    clock.now += IDLE_MS - 1;
    expect(await sessions.find(busy)).toBeDefined();
    clock.now += 2;
    expect(await sessions.find(idle)).toBeUndefined();
    for (; clock.now < START + LONGEST_MS; clock.now += IDLE_MS / 2) {
      expect(await sessions.find(busy)).toBeDefined();
    }
    clock.now = START + LONGEST_MS + 1;
    expect(await sessions.find(busy)).toBeUndefined();
  });

  test('a damaged file signs everybody out, and works again', async () => {
    await using dir = await temporaryFolder();
    await writeFile(path.join(dir.folder, 'sessions.json'), '{"a": 1');
    const sessions = open(dir.folder, { now: START });
    expect(await sessions.find('a')).toBeUndefined();
    expect(await sessions.find(await sessions.open(lan))).toBeDefined();
  });

  test('nobody holds more than ten; the least used goes', async () => {
    await using dir = await temporaryFolder();
    const clock = { now: START };
    const sessions = open(dir.folder, clock);
    const tokens: string[] = [];
    for (let i = 0; i < 11; i += 1) {
      clock.now += 1000;
      tokens.push(await sessions.open(lan));
    }
    const alive = await Promise.all(tokens.map((token) => sessions.find(token)));
    expect(alive.filter(Boolean)).toHaveLength(10);
    expect(alive[0]).toBeUndefined();
  });
});

describe('the throttle', () => {
  test('waits longer and longer, then forgets', () => {
    const clock = { now: START };
    const throttle = new Throttle(() => clock.now);
    const waits: number[] = [];
    for (let i = 0; i < 14; i += 1) {
      let wait = throttle.attempt('lan', '10.0.0.1');
      waits.push(wait / 1000);
      clock.now += wait;
      if (wait > 0) wait = throttle.attempt('lan', '10.0.0.1');
      expect(wait).toBe(0);
    }
    expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
    clock.now += 25 * 3600_000;
    for (let i = 0; i < 5; i += 1) expect(throttle.attempt('lan', '10.0.0.1')).toBe(0);
  });

  test('one address does not lock the owner out elsewhere, many addresses are slowed', () => {
    const throttle = new Throttle(() => START);
    for (let i = 0; i < 20; i += 1) throttle.attempt('lan', '10.0.0.1');
    expect(throttle.attempt('lan', '10.0.0.2')).toBe(0);
    const granted = Array.from({ length: 100 }, (_, i) => throttle.attempt('lan', `10.1.0.${i}`));
    expect(granted.filter((wait) => wait === 0).length).toBeLessThan(30);
    expect(throttle.attempt('hoa', '10.0.0.1')).toBe(0);
  });

  test('many at once gain nothing, and success forgives', () => {
    const throttle = new Throttle(() => START);
    const granted = Array.from({ length: 50 }, () => throttle.attempt('lan', 'a'));
    expect(granted.filter((wait) => wait === 0)).toHaveLength(5);
    throttle.succeeded('lan', 'a');
    expect(throttle.attempt('lan', 'a')).toBe(0);
  });
});

describe('the audit log', () => {
  test('is appended to, month by month of the ward’s clock', async () => {
    await using dir = await temporaryFolder();
    const clock = { now: START };
    const log = new AuditLog({ folder: dir.folder, now: () => clock.now });
    await log.write({ person: 'lan', address: '::1', action: 'publish', outcome: 'ok' });
    clock.now += 60_000;
    const odd = 'x\n{"person":"giả"}'.padEnd(2000, 'é');
    await log.write({ address: '::1', action: 'upload', target: odd, outcome: 'refused' });
    expect(await log.months()).toEqual(['2026-11', '2026-10']);
    const [october] = await log.read('2026-10');
    expect(october).toMatchObject({ time: '2026-10-31T23:59:00+07:00', person: 'lan' });
    const november = await log.read('2026-11');
    expect(november).toHaveLength(1);
    expect(november[0]?.target).toHaveLength(500);
    expect(november[0]).not.toHaveProperty('person');
    expect((await stat(path.join(dir.folder, '2026-11.jsonl'))).mode & 0o777).toBe(0o600);
  });

  test('keeps its lines whole when many write at once, and reads past one that was cut', async () => {
    await using dir = await temporaryFolder();
    const log = new AuditLog({ folder: dir.folder, now: () => START });
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        log.write({ address: 'a', action: 'draft.save', target: `${i}`, outcome: 'ok' }),
      ),
    );
    const file = path.join(dir.folder, '2026-10.jsonl');
    await writeFile(file, `${await readFile(file, 'utf8')}{"time":"2026`);
    expect((await log.read('2026-10')).map(({ target }) => target)).toEqual(
      Array.from({ length: 50 }, (_, i) => `${49 - i}`),
    );
    expect(await log.read('../accounts')).toEqual([]);
  });
});

describe('npm run user', () => {
  const env = (folder: string) => ({
    ACCOUNTS_FILE: path.join(folder, 'accounts.json'),
    CONTENT_DIR: 'seeds/thuong-phuc',
  });

  test('adds, lists, gives roles, locks; a password is printed once and kept nowhere', async () => {
    await using dir = await temporaryFolder();
    const run = (...args: string[]) => runScript('user.ts', args, env(dir.folder));
    const details = ['--name', 'Nguyễn Thị Lan', '--email', 'lan@example.vn'];
    const added = await run('add', 'lan.nt', ...details, '--roles', 'bien-tap,duyet');
    expect(added.code).toBe(0);
    const password = /dùng một lần: (\S+)/.exec(added.stdout)?.[1] ?? '';
    expect(password).toHaveLength(19);
    const listed = await run('list');
    expect(listed.stdout).toContain('lan.nt; Nguyễn Thị Lan; lan@example.vn; Biên tập, Duyệt');
    expect(listed.stdout).not.toContain(password);
    expect((await run('roles', 'lan.nt', '--roles', 'cong-tac-vien')).stderr).toContain('đơn vị');
    expect((await run('disable', 'lan.nt')).code).toBe(0);
    expect((await run('list')).stdout).toContain('đã khóa');
    const files = await Promise.all(
      ['accounts.json', 'audit'].map(async (name) => {
        const full = path.join(dir.folder, name);
        if ((await stat(full)).isFile()) return readFile(full, 'utf8');
        const log = new AuditLog({ folder: full, now: () => START });
        return JSON.stringify(await Promise.all((await log.months()).map((m) => log.read(m))));
      }),
    );
    expect(files.join()).not.toContain(password);
    expect(files[1]).toMatch(/people\.add.*lan\.nt|lan\.nt.*people\.add/);
  });

  test('a mistake says what is known and changes nothing', async () => {
    await using dir = await temporaryFolder();
    const run = (...args: string[]) => runScript('user.ts', args, env(dir.folder));
    for (const args of [[], ['xoa', 'lan'], ['add'], ['add', 'a', 'b'], ['list', '--x']]) {
      const { code, stderr } = await run(...args);
      expect([code, stderr.includes('npm run user')]).toEqual([2, true]);
    }
    const unknown = await run('disable', 'lan');
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.stderr).toContain('«lan»');
    await expect(stat(path.join(dir.folder, 'accounts.json'))).rejects.toThrow('ENOENT');
  });
});
