import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Action, may } from '../../server/people/policy.ts';
import { countQuotas } from '../../src/core/quota/result.ts';
import type { Entry } from '../../src/core/store/entry.ts';
import type { ArticleEntry, Store } from '../../src/core/store/store.ts';
import { type CountsForView, countsForView } from '../../src/core/view/counts-for.ts';
import { type OwedView, owedView } from '../../src/core/view/owed.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { GOOD_PASSWORD, openRoom, person, type TestRoom } from '../support/editors-room.ts';
import { wardWith } from '../support/ward-with.ts';

const AS_OF = '2026-10-20';
const HOST = 'localhost:4321';

/** An article of Uông Bí as its file would say it. */
function article(id: string, fields: string, body = `Nội dung của ${id}.`) {
  const text = `---
title: Bài viết số ${id} của phường
department: vhxh
genre: story
fields: [tthc]
summary: Tóm tắt bài viết đủ dài để hiểu bài nói về điều gì.
${fields}
---
${body}
`;
  const read = readEntry(`articles/2026/10/${id}.md`, text);
  if (!('entry' in read)) throw new Error(read.issues.map(({ message }) => message).join());
  return read.entry;
}

const aired = (day: string) => `placements: [{channel: loudspeaker, aired: ${day}}]`;

async function uongBi(...made: ReturnType<typeof article>[]): Promise<Store> {
  return (await wardWith('uong-bi', made)).store;
}

/** What the last article comes to in a ward that holds the others only. */
async function verdict(
  fields: string,
  { others = [], body }: { others?: ReturnType<typeof article>[]; body?: string } = {},
): Promise<CountsForView> {
  const one = article('moi', fields, body);
  const all = await uongBi(...others, one);
  const entry = all.articleById.get('2026/10/moi') as ArticleEntry;
  const store = await uongBi(...others);
  return countsForView(store, countQuotas(store, AS_OF), entry);
}

const loudspeaker = (view: CountsForView) => ({
  counts: view.counts.filter(({ rule }) => rule === 'ub-2'),
  not: view.countsNot.filter(({ rule }) => rule === 'ub-2').flatMap(({ reasons }) => reasons),
});

describe('what an entry will count for', () => {
  test('an airing this month, beside the number as it stands', async () => {
    const first = article('truoc', `date: 2026-10-02\n${aired('2026-10-03')}`);
    const view = await verdict(`date: 2026-10-10\n${aired('2026-10-12')}`, { others: [first] });
    expect(loudspeaker(view).counts).toEqual([
      {
        rule: 'ub-2',
        demand: 'Ít nhất 02 tin/bài phát trên truyền thanh',
        period: 'tháng 10 năm 2026',
        dates: ['2026-10-12'],
        number: '1/2',
      },
    ]);
    expect(view.sentence).toMatch(/^Bài này sẽ được tính cho \d chỉ tiêu của Phòng Văn hóa/);
  });

  test('a date that has not come counts where it lies', async () => {
    const view = await verdict(`date: 2026-11-05\n${aired('2026-12-01')}`);
    expect(loudspeaker(view).counts).toMatchObject([{ period: 'tháng 12 năm 2026' }]);
  });

  test.each([
    ['no airing', 'date: 2026-10-10', 'chưa được phát trên kênh «Truyền thanh»'],
    [
      'sent, not yet aired',
      'date: 2026-10-10\nplacements: [{channel: loudspeaker, sent: 2026-10-11}]',
      'chưa ghi ngày phát',
    ],
    [
      'withdrawn',
      `date: 2026-10-10\n${aired('2026-10-12')}\nwithdrawn: {date: 2026-10-13, reason: Sai số liệu}`,
      'Bài đã gỡ ngày 13/10/2026',
    ],
  ])('%s: the reason', async (_, fields, words) => {
    const { counts, not } = loudspeaker(await verdict(fields));
    expect(counts).toEqual([]);
    expect(not.join(' ')).toContain(words);
  });

  test('agrees with the count once it is published', async () => {
    const others = [article('truoc', `date: 2026-10-02\n${aired('2026-10-03')}`)];
    for (const fields of [
      `date: 2026-10-10\n${aired('2026-10-12')}`,
      'date: 2026-10-10',
      `date: 2026-09-10\n${aired('2026-09-12')}`,
    ]) {
      const view = await verdict(fields, { others });
      const store = await uongBi(...others, article('moi', fields));
      const counted = countQuotas(store, AS_OF).tallies.flatMap(({ rule, counted: all }) =>
        all.filter(({ id }) => id === '2026/10/moi').map(({ date }) => `${rule} ${date}`),
      );
      const said = view.counts.flatMap(({ rule, dates }) => dates.map((day) => `${rule} ${day}`));
      expect(said.sort()).toEqual(counted.sort());
    }
  });

  test('every published article of the samples: the same as the count', async () => {
    const { store } = await loadWard('src/content', { production: false });
    if (!store) throw new Error('src/content');
    const late = '2027-01-15';
    const quotas = countQuotas(store, late);
    const entries: Entry[] = [...store.articles, ...store.activities];
    for (const entry of entries) {
      const counted = quotas.tallies.flatMap(({ rule, counted: all }) =>
        all
          .filter(({ id }) => id === entry.id || id.startsWith(`${entry.id}#`))
          .map(({ date }) => `${rule} ${date}`),
      );
      const { counts } = countsForView(store, quotas, entry);
      const said = counts.flatMap(({ rule, dates }) => dates.map((day) => `${rule} ${day}`));
      expect(said.sort(), entry.id).toEqual(counted.sort());
    }
    expect(entries.length).toBeGreaterThan(20);
  });

  test('what cannot count says so', async () => {
    const { store } = await loadWard('src/content', { production: false });
    const [change] = store?.procedureChanges ?? [];
    if (!store || !change) throw new Error('src/content');
    const view = countsForView(store, countQuotas(store, AS_OF), change);
    expect(view.sentence).toContain('không được tính');
  });
});

describe('what is still owed', () => {
  test('this month’s numbers by channel, those in time first, with the days that are left', async () => {
    const store = await uongBi(article('mot', `date: 2026-10-02\n${aired('2026-10-03')}`));
    const view = owedView(store, countQuotas(store, AS_OF), ['vhxh']);
    expect(view).toMatchObject({ month: 'tháng 10 năm 2026', sample: false });
    const [department] = view.departments;
    expect(department?.name).toBe('Phòng Văn hóa - Xã hội');
    expect(department?.sentence).toContain('Còn thiếu 1 tin/bài');
    expect(department?.channels).toEqual([
      {
        name: 'Truyền thanh',
        rows: [
          {
            demand: 'Ít nhất 02 tin/bài phát trên truyền thanh',
            period: 'tháng 10 năm 2026',
            number: '1/2',
            status: 'open',
            word: 'còn thiếu 1',
            missing: 1,
            daysLeft: 12,
            left: 'còn 12 ngày',
            address: '/can-bo/chi-tieu/2026-10/#ub-2-vhxh-2026-10',
          },
        ],
      },
    ]);
  });

  test('every seed: the panel of all is what the count says of the month', async () => {
    for (const seed of ['thach-khoi', 'an-tuong', 'thuong-phuc'] as const) {
      const { store } = await wardWith(seed, []);
      const quotas = countQuotas(store, AS_OF);
      const ids = store.departments.map(({ id }) => id);
      const rows = owedView(store, quotas, ids).departments.flatMap(({ channels }) =>
        channels.flatMap((channel) => channel.rows),
      );
      const open = new Set(
        rows.filter(({ status }) => status === 'open').map((row) => row.address),
      );
      const wanted = quotas.tallies.filter(
        ({ status, from, to }) => status === 'open' && from <= AS_OF && AS_OF <= to,
      );
      expect(open.size, seed).toBe(wanted.length);
      for (const row of rows) expect(row.daysLeft === 0).toBe(row.left.startsWith('hết kỳ'));
    }
  });
});

describe('over HTTP', () => {
  let room: TestRoom;
  const headers = { host: HOST, origin: `http://${HOST}`, 'x-cchc': '1' };

  beforeAll(async () => {
    room = openRoom({ contentDir: 'src/content', base: '/cchc' });
    await room.accounts.add(person('lan', { roles: ['contributor'], department: 'vhxh' }), 'x');
    await room.accounts.add(person('duc', { roles: ['publisher'] }), 'x');
    for (const id of ['lan', 'duc']) await room.accounts.setPassword(id, GOOD_PASSWORD, false);
  });
  afterAll(() => room.close());

  async function cookieOf(id: string): Promise<string> {
    const account = await room.accounts.get(id);
    return `cchc_session=${await room.sessions.open(account)}`;
  }

  async function countsFor(cookie: string, payload: object) {
    const url = '/cchc/admin/api/counts-for';
    return room.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload });
  }

  test('a contributor sees the own department, a publisher all', async () => {
    const url = '/cchc/admin/api/owed';
    const seen = async (id: string): Promise<OwedView> =>
      (
        await room.server.inject({ url, headers: { ...headers, cookie: await cookieOf(id) } })
      ).json();
    const own = await seen('lan');
    expect(own.departments.map(({ id }) => id)).toEqual(['vhxh']);
    expect(own.sample).toBe(true);
    expect(own.departments[0]?.channels[0]?.rows[0]?.address).toMatch(/^\/cchc\/can-bo\/chi-tieu/);
    expect((await seen('duc')).departments.length).toBeGreaterThan(2);
  });

  const data = {
    title: 'Bài viết mới về thủ tục',
    date: '2026-10-10',
    department: 'vhxh',
    genre: 'story',
    fields: ['tthc'],
    summary: 'Tóm tắt bài viết đủ dài để hiểu bài nói về điều gì.',
    placements: [{ channel: 'loudspeaker', aired: '2026-10-12' }],
  };

  test('an entry of the form, its own department’s alone', async () => {
    const lan = await cookieOf('lan');
    const answer = await countsFor(lan, {
      collection: 'articles',
      data,
      body: 'Một thân bài mới.',
    });
    expect(answer.json().counts[0]).toMatchObject({ rule: 'ub-2', dates: ['2026-10-12'] });
    const other = { ...data, department: 'ktht' };
    const refused = await countsFor(lan, { collection: 'articles', data: other });
    const refusal = may(
      person('lan', { roles: ['contributor'], department: 'vhxh' }),
      'draft.read' satisfies Action,
      { collection: 'articles', id: '', departments: ['ktht'] },
    );
    expect([refused.statusCode, refused.json().error]).toEqual([403, refusal]);
  });

  test('a form with faults names every field', async () => {
    const wrong = { ...data, date: '2026-02-30', genre: 'vè' };
    const answer = await countsFor(await cookieOf('duc'), { collection: 'articles', data: wrong });
    expect(answer.statusCode).toBe(422);
    const fields = answer.json().issues.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(['date', 'genre']);
    const odd = await countsFor(await cookieOf('duc'), { collection: 'toString', data: {} });
    expect(odd.statusCode).toBe(422);
  });
});
