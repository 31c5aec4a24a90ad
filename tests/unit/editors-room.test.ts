import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fastify, { type InjectOptions } from 'fastify';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor } from '../../server/people/door.ts';
import { IDLE_MS } from '../../server/people/sessions.ts';
import { readSettings } from '../../src/settings.ts';
import { GOOD_PASSWORD, openRoom, person, type TestRoom } from '../support/editors-room.ts';

const HOST = 'localhost:4321';
const FORM = { host: HOST, origin: `http://${HOST}`, 'content-type': FORM_TYPE() };
const ANOTHER = 'bảy chiếc ghế gỗ ngoài hiên';

let room: TestRoom;

function FORM_TYPE() {
  return 'application/x-www-form-urlencoded';
}

/** The same people for every test, hashed and written once. */
let people: string;

beforeAll(async () => {
  room = openRoom();
  await hire('quan', 'administrator');
  await hire('duc', 'publisher');
  await hire('bich', 'editor');
  await room.accounts.add(person('lan', { roles: ['contributor'], department: 'vhxh' }), 'x');
  await room.accounts.setPassword('lan', GOOD_PASSWORD, false);
  people = await readFile(room.accounts.file, 'utf8');
  await room.close();
});
beforeEach(async () => {
  room = openRoom();
  await writeFile(room.accounts.file, people);
});
afterEach(() => room.close());

async function hire(id: string, role: 'administrator' | 'publisher' | 'editor') {
  await room.accounts.add(person(id, { roles: [role] }), 'x');
  await room.accounts.setPassword(id, GOOD_PASSWORD, false);
}

/** Sends a form as a browser on the room's own page does. */
function send(url: string, fields: Record<string, string | string[]>, more: InjectOptions = {}) {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  const headers = { ...FORM, ...(more.headers as Record<string, string>) };
  return room.server.inject({ method: 'POST', url, payload: form.toString(), ...more, headers });
}

function get(url: string, cookie = '', headers: Record<string, string> = {}) {
  return room.server.inject({ url, headers: { host: HOST, cookie, ...headers } });
}

const signIn = (ten: string, matKhau = GOOD_PASSWORD, more: InjectOptions = {}) =>
  send('/admin/dang-nhap', { ten, 'mat-khau': matKhau }, more);

async function cookieOf(id: string, password = GOOD_PASSWORD): Promise<string> {
  const [cookie] = (await signIn(id, password)).cookies;
  return `${cookie?.name}=${cookie?.value}`;
}

const logged = async () => (await room.audit.read('2026-10')).reverse();

describe('signing in', () => {
  test('opens the room with a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn('lan');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/admin/']);
    expect(answer.headers['set-cookie']).toMatch(
      /^cchc_session=[\w-]{43}; Max-Age=43200; Path=\/admin; HttpOnly; SameSite=Lax$/,
    );
    const me = await get('/admin/api/me', await cookieOf('lan'));
    expect(me.json()).toMatchObject({
      id: 'lan',
      roleNames: 'Cộng tác viên',
      department: 'vhxh',
      may: {
        people: false,
        audit: false,
        review: false,
        publish: false,
        close: false,
        ward: false,
      },
    });
  });

  test('the name may be typed with capitals and spaces, the password may not', async () => {
    expect((await signIn(' LAN ')).statusCode).toBe(303);
    expect((await signIn('lan', GOOD_PASSWORD.toUpperCase())).statusCode).toBe(401);
  });

  test('the cookie is secure where the site is served by HTTPS', async () => {
    await room.close();
    room = openRoom({ siteUrl: 'https://uongbi.vn', base: '/cchc' });
    await hire('bich', 'editor');
    const headers = { host: 'uongbi.vn', origin: 'https://uongbi.vn', 'content-type': FORM_TYPE() };
    const payload = new URLSearchParams({ ten: 'bich', 'mat-khau': GOOD_PASSWORD }).toString();
    const url = '/cchc/admin/dang-nhap';
    const answer = await room.server.inject({ method: 'POST', url, headers, payload });
    expect(answer.headers['set-cookie']).toMatch(/Path=\/cchc\/admin; HttpOnly; Secure; SameSite/);
    expect(answer.headers.location).toBe('/cchc/admin/');
  });

  test('nobody learns which names exist', async () => {
    await room.accounts.setDisabled('duc', true);
    const answers = await Promise.all([
      signIn('lan', 'sai'),
      signIn('aix', 'sai'),
      signIn('duc', 'sai'),
      signIn('duc', GOOD_PASSWORD),
    ]);
    const same = answers.map(({ statusCode, body }) => [
      statusCode,
      body.replace(/value="(lan|aix|duc)"/, ''),
    ]);
    expect(new Set(same.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(401);
    expect(answers.flatMap(({ cookies }) => cookies)).toEqual([]);
  });

  test.each(['lan', 'khong.co.ai'])('guessing %s is slowed, known name or not', async (name) => {
    const codes: number[] = [];
    for (let i = 0; i < 7; i += 1) codes.push((await signIn(name, `sai ${i}`)).statusCode);
    expect(codes).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const blocked = await signIn(name);
    expect([blocked.statusCode, blocked.headers['retry-after']]).toEqual([429, '30']);
    expect(blocked.body).toContain('Hãy chờ 1 phút');
    room.clock.now += 31_000;
    expect((await signIn(name)).statusCode).toBe(name === 'lan' ? 303 : 401);
  });

  test('a hundred guesses at once are five', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, i) => signIn('lan', i === 20 ? GOOD_PASSWORD : `sai ${i}`)),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toEqual([]);
  });

  test('one network address may try so often and no more, whatever the names', async () => {
    const codes: number[] = [];
    for (let i = 0; i < 34; i += 1) codes.push((await signIn(`ten${i}`, 'sai')).statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(30);
    const last = await signIn('lan');
    expect(last.statusCode).toBe(429);
    expect(last.body).toContain('Có quá nhiều lần thử từ máy này');
    const elsewhere = await signIn('lan', GOOD_PASSWORD, { remoteAddress: '10.1.1.1' });
    expect(elsewhere.statusCode).toBe(303);
  });

  test.each([
    ['/admin/nhat-ky?thang=2026-10', '/admin/nhat-ky?thang=2026-10'],
    ['https://evil.example/admin/', '/admin/'],
    ['//evil.example/admin/', '/admin/'],
    ['/\\evil.example/admin/', '/admin/'],
    ['/admin/../../tin-bai/', '/admin/'],
    ['/tin-bai/', '/admin/'],
    ['javascript:alert(1)//admin/', '/admin/'],
  ])('goes on to %s: %s', async (tiep, goal) => {
    const answer = await send('/admin/dang-nhap', { ten: 'lan', 'mat-khau': GOOD_PASSWORD, tiep });
    expect(answer.headers.location).toBe(goal);
  });

  test('a token that was slipped into the browser before is worth nothing after', async () => {
    const planted = 'cchc_session=do-ke-gian-chon-truoc';
    const answer = await signIn('lan', GOOD_PASSWORD, { headers: { cookie: planted } });
    expect(answer.cookies[0]?.value).not.toBe('do-ke-gian-chon-truoc');
    expect((await get('/admin/api/me', planted)).statusCode).toBe(401);
    const thief = await cookieOf('bich');
    await signIn('lan', GOOD_PASSWORD, { headers: { cookie: thief } });
    expect((await get('/admin/api/me', thief)).statusCode).toBe(401);
  });
});

describe('sessions', () => {
  test('survive a restart, and end with idleness, sign-out, new password, lock', async () => {
    const [lan, bich, duc, quan] = [
      await cookieOf('lan'),
      await cookieOf('bich'),
      await cookieOf('duc'),
      await cookieOf('quan'),
    ];
    const again = room.restart();
    const me = await again.server.inject({
      url: '/admin/api/me',
      headers: { host: HOST, cookie: lan },
    });
    expect(me.json().id).toBe('lan');
    await again.server.close();
    expect((await send('/admin/dang-xuat', {}, { headers: { cookie: lan } })).statusCode).toBe(303);
    await room.accounts.setPassword('bich', ANOTHER, false);
    await room.accounts.setDisabled('duc', true);
    for (const ended of [lan, bich, duc]) {
      expect((await get('/admin/api/me', ended)).statusCode).toBe(401);
    }
    expect((await get('/admin/api/me', quan)).statusCode).toBe(200);
    room.clock.now += IDLE_MS + 1;
    const late = await get('/admin/api/me', quan);
    expect([late.statusCode, late.json().reason]).toEqual([401, 'sign-in']);
  });

  test('a role that was taken away is gone at the next request', async () => {
    const quan = await cookieOf('quan');
    await room.accounts.change('duc', person('duc', { roles: ['administrator'] }));
    await room.accounts.change('quan', person('quan', { roles: ['editor'] }));
    expect((await get('/admin/nguoi-dung', quan)).statusCode).toBe(403);
  });

  test('pages lead to the way in and back, programs are told', async () => {
    const page = await get('/admin/nhat-ky?thang=2026-10');
    expect([page.statusCode, page.headers.location]).toEqual([
      303,
      '/admin/dang-nhap?tiep=%2Fadmin%2Fnhat-ky%3Fthang%3D2026-10',
    ]);
    const form = await get('/admin/dang-nhap?tiep=%2Fadmin%2Fnhat-ky');
    expect(form.body).toContain('name="tiep" value="/admin/nhat-ky"');
    expect((await get('/admin/')).statusCode).toBe(303);
    expect((await get('/admin/api/owed')).statusCode).toBe(401);
  });
});

describe('a password that others know', () => {
  beforeEach(() => room.accounts.setPassword('lan', 'k7wm-3fqh-x9tc-pd4r', true));

  test('opens nothing but its own change', async () => {
    const answer = await signIn('lan', 'k7wm-3fqh-x9tc-pd4r');
    expect(answer.headers.location).toBe('/admin/mat-khau');
    const cookie = `cchc_session=${answer.cookies[0]?.value}`;
    expect((await get('/admin/', cookie)).headers.location).toBe('/admin/mat-khau');
    expect((await get('/admin/api/me', cookie)).json().reason).toBe('password');
    const change = (moi: string, nhacLai = moi, hienTai = 'k7wm-3fqh-x9tc-pd4r') =>
      send(
        '/admin/mat-khau',
        { 'hien-tai': hienTai, moi, 'nhac-lai': nhacLai },
        { headers: { cookie } },
      );
    const refused = await change('lan123456789', 'khác', 'sai');
    expect(refused.statusCode).toBe(422);
    for (const words of ['hiện tại chưa đúng', 'dễ đoán', 'chưa giống nhau']) {
      expect(refused.body).toContain(words);
    }
    expect((await change('k7wm-3fqh-x9tc-pd4r')).body).toContain('phải khác');
    const changed = await change(ANOTHER);
    expect(changed.body).toContain('Đã đổi mật khẩu');
    expect((await get('/admin/api/me', cookie)).statusCode).toBe(401);
    const fresh = `cchc_session=${changed.cookies[0]?.value}`;
    expect((await get('/admin/api/me', fresh)).json().id).toBe('lan');
  });

  test('the present one cannot be guessed at the change either', async () => {
    const cookie = await cookieOf('lan', 'k7wm-3fqh-x9tc-pd4r');
    const guess = () =>
      send(
        '/admin/mat-khau',
        { 'hien-tai': 'sai', moi: ANOTHER, 'nhac-lai': ANOTHER },
        { headers: { cookie } },
      );
    for (let i = 0; i < 5; i += 1) expect((await guess()).body).toContain('chưa đúng');
    expect((await guess()).body).toContain('Hãy chờ 1 phút');
  });
});

describe('requests from elsewhere', () => {
  const api = { host: HOST, origin: `http://${HOST}`, 'x-cchc': '1' };
  const post = (headers: Record<string, string>, cookie: string) =>
    room.server.inject({
      method: 'POST',
      url: '/admin/api/thu',
      headers: { ...headers, cookie, 'content-type': 'application/json' },
      payload: '{}',
    });

  test.each([
    ['the room itself', api, 200],
    ['a program with the mark', { host: HOST, 'x-cchc': '1' }, 200],
    ['a foreign page', { ...api, origin: 'https://evil.example' }, 403],
    ['another port of this machine', { ...api, origin: 'http://localhost:8080' }, 403],
    ['a page that hides itself', { ...api, origin: 'null' }, 403],
    ['a page of the same site', { host: HOST, 'x-cchc': '1', 'sec-fetch-site': 'same-site' }, 403],
    ['a form, which cannot bear the mark', { host: HOST, origin: `http://${HOST}` }, 403],
    ['nobody knows', { host: HOST }, 403],
    ['a rebound name', { ...api, host: 'evil.example', origin: 'http://evil.example' }, 403],
    [
      'a rebound name that claims a proxy',
      { ...api, host: 'evil.example', 'x-forwarded-host': HOST, origin: 'http://evil.example' },
      403,
    ],
    ['a name with a name in it', { ...api, host: 'localhost@evil.example' }, 403],
    ['no name', { ...api, host: '' }, 403],
  ])('%s', async (_, headers, status) => {
    const cookie = await cookieOf('bich');
    const answer = await post(headers, cookie);
    expect(answer.statusCode).toBe(status);
    const last = (await logged()).at(-1);
    if (status === 403) {
      expect(answer.json().error).toMatch(/chưa được phép|không đến từ phòng biên tập/);
      expect(last).toMatchObject({ action: 'request', outcome: 'refused' });
    }
  });

  test('nobody can be signed in or out from a foreign page', async () => {
    const foreign = { headers: { origin: 'https://evil.example' } };
    expect((await signIn('lan', GOOD_PASSWORD, foreign)).statusCode).toBe(403);
    const cookie = await cookieOf('lan');
    const out = await send(
      '/admin/dang-xuat',
      {},
      { headers: { origin: 'https://evil.example', cookie } },
    );
    expect(out.statusCode).toBe(403);
    expect((await get('/admin/api/me', cookie)).statusCode).toBe(200);
  });

  test('nothing changes by reading, and a rebound name may not even read', async () => {
    const cookie = await cookieOf('quan');
    expect((await get('/admin/dang-xuat', cookie)).statusCode).toBe(404);
    expect((await get('/admin/nguoi-dung/lan/khoa', cookie)).statusCode).toBe(404);
    const answer = await get('/admin/api/me', cookie, { host: 'evil.example:4321' });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain('quan@');
  });
});

describe('the screens', () => {
  test.each([
    ['lan', 403, 403],
    ['bich', 403, 403],
    ['duc', 403, 200],
    ['quan', 200, 200],
  ])('%s: people %d, log %d', async (id, people, log) => {
    const cookie = await cookieOf(id);
    expect((await get('/admin/nguoi-dung', cookie)).statusCode).toBe(people);
    expect((await get('/admin/nguoi-dung/lan', cookie)).statusCode).toBe(people);
    expect((await get('/admin/nhat-ky', cookie)).statusCode).toBe(log);
    const add = await send(
      '/admin/nguoi-dung',
      { id: 'moi', name: 'Mới', email: 'm@x.vn', roles: 'administrator' },
      { headers: { cookie } },
    );
    expect(add.statusCode).toBe(people);
    const given = await send('/admin/nguoi-dung/duc/mat-khau', {}, { headers: { cookie } });
    expect(given.statusCode).toBe(people);
    expect((await room.accounts.find('moi')) !== undefined).toBe(people === 200);
  });

  test('an administrator adds, changes, locks and lets in again', async () => {
    const headers = { cookie: await cookieOf('quan') };
    const fields = { id: 'tu.anh', name: 'Tú Anh', email: 'tu@x.vn', roles: ['contributor'] };
    const refused = await send('/admin/nguoi-dung', fields, { headers });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Chưa chọn đơn vị');
    expect(refused.body).toContain('value="Tú Anh"');
    const added = await send('/admin/nguoi-dung', { ...fields, department: 'vhxh' }, { headers });
    const password = /class="secret">([^<]+)</.exec(added.body)?.[1] ?? '';
    expect((await signIn('tu.anh', password)).headers.location).toBe('/admin/mat-khau');
    const twice = await send('/admin/nguoi-dung', { ...fields, department: 'vhxh' }, { headers });
    expect(twice.body).toContain('Đã có người dùng tên đăng nhập');
    const change = { ...fields, roles: ['editor', 'publisher'], department: '' };
    expect((await send('/admin/nguoi-dung/tu.anh', change, { headers })).body).toContain('Đã lưu');
    expect((await room.accounts.find('tu.anh'))?.roles).toEqual(['editor', 'publisher']);
    await send('/admin/nguoi-dung/tu.anh/khoa', {}, { headers });
    expect((await signIn('tu.anh', password)).statusCode).toBe(401);
    await send('/admin/nguoi-dung/tu.anh/mo', {}, { headers });
    expect((await signIn('tu.anh', password)).statusCode).toBe(303);
    const self = await send('/admin/nguoi-dung/quan/khoa', {}, { headers });
    expect(self.body).toContain('Không ai tự khóa');
    const last = await send(
      '/admin/nguoi-dung/quan',
      { name: 'Q', email: 'q@x.vn', roles: 'editor' },
      { headers },
    );
    expect(last.statusCode).toBe(422);
    expect((await get('/admin/nguoi-dung/khong-co', headers.cookie)).statusCode).toBe(303);
  });

  test('what people typed is text, wherever it is shown', async () => {
    const headers = { cookie: await cookieOf('quan') };
    const attack = '"><img src=x onerror=alert(1)>';
    const pages = [
      await send('/admin/nguoi-dung', { id: attack, name: attack, email: attack }, { headers }),
      await signIn(attack, 'x'),
      await get(`/admin/dang-nhap?tiep=${encodeURIComponent(attack)}`),
      await get(`/admin/nhat-ky?nguoi=${encodeURIComponent(attack)}`, headers.cookie),
    ];
    for (const { body } of pages) expect(body).not.toMatch(/<img/);
    expect(pages[0]?.body).toContain('&lt;img');
  });

  test('carry no script, are never kept, and may not be framed', async () => {
    const cookie = await cookieOf('quan');
    for (const url of [
      '/admin/dang-nhap',
      '/admin/mat-khau',
      '/admin/nguoi-dung',
      '/admin/nhat-ky',
    ]) {
      const { headers, body } = await get(url, cookie);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(body).not.toMatch(/<script|<style| style=| on\w+=/);
      expect(body).toContain('name="robots" content="noindex"');
    }
    const program = await get('/admin/', cookie);
    expect(program.body).toContain('<h1>Bài viết</h1>');
    expect(program.headers['cache-control']).toBe('private, no-cache');
    expect((await get('/admin/index.html')).statusCode).toBe(303);
    const editor = program.headers['content-security-policy'];
    expect(editor).toContain("script-src 'self';");
    expect(editor).toContain("style-src 'self' 'unsafe-inline'");
    expect((await get('/admin/phong/phong.css')).body).toContain('--accent:');
    expect((await get('/admin/phong/..%2f..%2fpackage.json')).statusCode).toBe(404);
  });
});

test('the program is sent as small as it lies there, and to nobody outside', async () => {
  const program = path.join(room.folder, 'site', 'admin', 'cms.js');
  await writeFile(program, 'plain');
  await writeFile(`${program}.br`, 'small');
  const lan = await cookieOf('lan');
  const sent = async (cookie: string, accepted: string) => {
    const answer = await get('/admin/cms.js', cookie, { 'accept-encoding': accepted });
    return [answer.statusCode, answer.headers['content-encoding'], answer.body];
  };
  expect(await sent(lan, 'gzip, br')).toEqual([200, 'br', 'small']);
  expect(await sent(lan, 'identity')).toEqual([200, undefined, 'plain']);
  const kept = (await get('/admin/cms.js', lan, { 'accept-encoding': 'br' })).headers;
  expect(kept['cache-control']).toBe('private, no-cache');
  expect((await sent('', 'gzip, br'))[2]).not.toContain('small');
});

describe('the audit log', () => {
  test('tells who did what, and never a secret', async () => {
    await signIn('lan', 'mật-khẩu-sai-1');
    await signIn(GOOD_PASSWORD, 'mật-khẩu-sai-2');
    const cookie = await cookieOf('quan');
    await send('/admin/nguoi-dung/lan/mat-khau', {}, { headers: { cookie } });
    await send('/admin/nguoi-dung/lan/khoa', {}, { headers: { cookie } });
    await get('/admin/nhat-ky', await cookieOf('bich'));
    await send('/admin/dang-xuat', {}, { headers: { cookie } });
    const lines = await logged();
    const short = lines.map(({ person: who, action, target, outcome }) =>
      [who ?? '-', action, target ?? '-', outcome].join(' '),
    );
    expect(short).toEqual([
      '- sign-in lan failed',
      '- sign-in tên không có failed',
      'quan sign-in - ok',
      'quan people.password lan ok',
      'quan people.disable lan ok',
      'bich sign-in - ok',
      'bich request /admin/nhat-ky refused',
      'quan sign-out - ok',
    ]);
    for (const { time, address } of lines) {
      expect([time, address]).toEqual(['2026-10-20T09:00:00+07:00', '127.0.0.1']);
    }
    const text = JSON.stringify(lines);
    for (const secret of [GOOD_PASSWORD, 'mật-khẩu-sai', cookie.split('=')[1] ?? 'x']) {
      expect(text).not.toContain(secret);
    }
  });

  test('names the browser behind a proxy here, and believes no browser about another', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9, 10.0.0.7' };
    await signIn('lan', 'sai', { headers });
    await signIn('lan', 'sai', { headers, remoteAddress: '10.0.0.8' });
    expect((await logged()).map(({ address }) => address)).toEqual(['10.0.0.7', '10.0.0.8']);
  });

  test('is found by person, action and outcome, page by page', async () => {
    for (let i = 0; i < 150; i += 1) {
      await room.audit.write({
        person: i % 3 ? 'lan' : 'bich',
        address: '::1',
        action: i % 2 ? 'draft.save' : 'upload',
        target: `bai-${i}`,
        outcome: i % 5 ? 'ok' : 'refused',
      });
    }
    const cookie = await cookieOf('duc');
    const page = async (query: string) => (await get(`/admin/nhat-ky?${query}`, cookie)).body;
    const rows = (body: string) => body.match(/<tr><th scope="row"/g)?.length ?? 0;
    expect(await page('')).toContain('151 dòng trong tháng 10 năm 2026');
    expect(rows(await page(''))).toBe(100);
    expect(rows(await page('trang=2'))).toBe(51);
    expect(rows(await page('trang=99'))).toBe(51);
    const some = await page('nguoi=bich&viec=upload&ket-qua=refused');
    expect(rows(some)).toBe(5);
    expect(some).toContain('bai-120');
    expect(await page('nguoi=khong')).toContain('Không có dòng nào như vậy');
    expect(await page('thang=1999-01&viec=toString')).toContain('151 dòng');
  });
});

test('the door is put together from the settings; the first start prints one way in', async () => {
  const settings = readSettings({
    ACCOUNTS_FILE: path.join(room.folder, 'moi', 'accounts.json'),
    CONTENT_DIR: 'seeds/thuong-phuc',
  });
  const parts = {
    settings,
    contentDir: () => settings.contentDir,
    published: async () => undefined,
  };
  const door = await openDoor(parts);
  expect((await openDoor(parts)).first).toBeUndefined();
  const server = fastify();
  door.open(server, (inside) => {
    inside.get('/api/ai', async (request) => ({ id: door.seams.personOf(request)?.id }));
  });
  const form = { ten: door.first?.id ?? '', 'mat-khau': door.first?.password ?? '' };
  const payload = new URLSearchParams(form).toString();
  const answer = await server.inject({
    method: 'POST',
    url: '/admin/dang-nhap',
    headers: FORM,
    payload,
  });
  expect(answer.headers.location).toBe('/admin/mat-khau');
  const inside = await server.inject({ url: '/admin/api/ai', headers: { host: HOST } });
  expect(inside.statusCode).toBe(401);
  await server.close();
});
