import { describe, expect, test } from 'vitest';
import { visit } from '../../scripts/links/visit.ts';
import { dating } from '../../src/core/audit/dating.ts';
import type { AuditFacts } from '../../src/core/audit/facts.ts';
import type { History } from '../../src/core/audit/history.ts';
import { deadLinks, recordCheck } from '../../src/core/audit/link-check.ts';
import { outsideLinks } from '../../src/core/audit/links.ts';
import { overdueReviews, uncheckedProcedures } from '../../src/core/audit/overdue.ts';
import { picturesIn, wordsFault } from '../../src/core/audit/pictures.ts';
import { publicIssues } from '../../src/core/audit/public-issues.ts';
import { wardLikenesses } from '../../src/core/audit/texts.ts';
import { issue } from '../../src/core/issue/issue.ts';
import { countQuotas } from '../../src/core/quota/result.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import type { ProcedureChangeEntry, Store } from '../../src/core/store/store.ts';
import { auditView } from '../../src/core/view/audit.ts';
import { likenessList, likenessPages } from '../../src/core/view/audit-likeness.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { item, yaml } from '../support/quota-cases.ts';
import { wardWith } from '../support/ward-with.ts';

const NOW = '2026-06-20';
const NO_GIT: History = { known: false, reason: 'no-git' };
const body = (from: number) => Array.from({ length: 60 }, (_, at) => `tu${from + at}`).join(' ');

/** The facts as `src/audit-facts.ts` gathers them, from entries that lie nowhere. */
function factsOf(store: Store, entries: readonly RawEntry[], more: Partial<AuditFacts> = {}) {
  const bodies = new Map(entries.map((entry) => [entry.file, entry.body?.source ?? '']));
  return {
    issues: [],
    bodies,
    links: outsideLinks(entries),
    history: NO_GIT,
    likenesses: wardLikenesses(store, NOW, bodies),
    drifts: [],
    ...more,
  } satisfies AuditFacts;
}

async function viewOf(made: RawEntry[], more: Partial<AuditFacts> = {}) {
  const { store, entries } = await wardWith('uong-bi', made);
  return auditView(store, NOW, factsOf(store, entries, more));
}

describe('declared dates against first commits', () => {
  const history = (days: Record<string, string>, id = 'abc1234'): History => ({
    known: true,
    shallow: false,
    files: new Map(
      Object.entries(days).map(([file, day]) => {
        const commit = { id, day };
        return [file, { first: commit, last: commit }];
      }),
    ),
  });
  const entry = (id: string, date: string) => ({ id, file: `${id}.md`, date });

  test.each([
    ['the same day', '2026-05-10', '2026-05-10', undefined],
    ['two days later', '2026-05-10', '2026-05-12', undefined],
    ['three days later', '2026-05-10', '2026-05-13', 3],
    ['one day later, but a month has ended', '2026-05-31', '2026-06-01', 1],
    ['saved before its date: a scheduled text', '2026-05-31', '2026-05-01', undefined],
    ['… and in the month before', '2026-06-02', '2026-05-30', undefined],
    ['long after', '2026-01-05', '2026-06-01', 147],
  ])('%s', (_, date, first, days) => {
    const found = dating([entry('a', date)], history({ 'a.md': first }));
    expect(found.hints[0]?.days).toBe(days);
    expect(found).toMatchObject({ compared: 1, unknown: 0, imports: [] });
  });

  test('what nobody can know is counted as such', () => {
    expect(dating([entry('a', NOW)], NO_GIT)).toMatchObject({ compared: 0, unknown: 1 });
    expect(dating([entry('a', NOW)], history({ 'b.md': NOW }))).toMatchObject({ unknown: 1 });
  });

  test('a stock that was carried over is one line, not one hint for each entry', () => {
    const old = Array.from({ length: 10 }, (_, at) => entry(`a${at}`, `2026-01-1${at}`));
    const days = Object.fromEntries(old.map(({ file }) => [file, '2026-06-01']));
    expect(dating(old, history(days))).toMatchObject({
      hints: [],
      imports: [{ entries: 10, earliest: '2026-01-10', commit: { day: '2026-06-01' } }],
    });
    expect(dating(old.slice(1), history(days))).toMatchObject({ imports: [] });
    expect(dating(old.slice(1), history(days)).hints).toHaveLength(9);
  });

  test('the page says days, not guilt, and why it knows nothing', async () => {
    const made = [item('a', 'vp', '2026-03-02')];
    const file = made[0]?.file ?? '';
    const known = await viewOf(made, { history: history({ [file]: '2026-03-20' }) });
    expect(known.dating.rows).toMatchObject([
      { days: 18, text: 'ghi ngày 02/3/2026, lưu lần đầu ngày 20/3/2026', otherMonth: false },
    ]);
    const unknown = await viewOf(made);
    expect(unknown.dating.sentence).toMatch(/không có git nên không thể biết/);
    expect(unknown.dating).toMatchObject({ unknown: true, rows: [] });
  });
});

describe('issues on a public page', () => {
  const at = (file: string) => ({ file, line: 3 });

  test('nothing with personal data, nothing of files that are not published', () => {
    const found = publicIssues(
      [
        issue('heading-level', at('articles/a.md'), { value: 'Tiêu đề' }),
        issue('personal-phone', at('articles/a.md'), { value: '0912345678' }),
        issue('personal-identity', at('articles/a.md'), { value: '001099000001' }),
        issue('alt-missing', at('articles/a.md'), { value: 'anh.jpg' }),
        issue('heading-level', at('articles/hen-dang.md'), { value: 'Tin chưa đăng' }),
      ],
      new Set(['articles/a.md']),
    );
    expect(found.issues.map(({ code }) => code)).toEqual(['heading-level']);
    expect(found.withheld).toBe(1);
    expect(JSON.stringify(found)).not.toMatch(/0912345678|001099000001|Tin chưa đăng|hen-dang/);
  });

  test('the page knows by date what is published', async () => {
    const made = [
      item('a', 'vp', '2026-03-02'),
      item('mai', 'vp', '2026-06-21', { title: 'Bài hẹn ngày mai' }),
      item('go', 'vp', '2026-03-02', { withdrawn: { date: '2026-03-09', reason: 'Sai.' } }),
    ];
    const issues = made.map(({ file }) => issue('heading-level', at(file), { value: 'Đầu đề' }));
    const view = await viewOf(made, { issues });
    expect(view.issues).toMatchObject({
      rows: [{ entry: { title: 'Bài mang tên a' }, place: `${made[0]?.file}, dòng 3` }],
      withheld: 2,
    });
    expect(JSON.stringify(view)).not.toMatch(/hẹn ngày mai|mai\.md/);
  });
});

describe('overdue', () => {
  test.each([
    ['its day is today', NOW, undefined],
    ['its day was yesterday', '2026-06-19', 1],
    ['no day', undefined, undefined],
  ])('a review: %s', async (_, reviewBy, days) => {
    const front = reviewBy ? { reviewBy } : {};
    const { store } = await wardWith('uong-bi', [item('a', 'vp', '2026-03-02', front)]);
    expect(overdueReviews(store.articles, NOW)[0]?.days).toBe(days);
  });

  test('a withdrawn article needs no review', async () => {
    const front = {
      reviewBy: '2026-05-01',
      withdrawn: { date: '2026-05-02', reason: 'Hết hiệu lực.' },
    };
    const { store } = await wardWith('uong-bi', [item('a', 'vp', '2026-03-02', front)]);
    expect(overdueReviews(store.articles, NOW)).toEqual([]);
  });

  test.each([
    ['90 days after the check', '2026-03-22', undefined],
    ['91 days after the check', '2026-03-21', 91],
    ['never checked, published 101 days ago', undefined, 101],
  ])('a procedure: %s', (_, checked, days) => {
    const entry = { id: 'a', data: { date: '2026-03-11' } } as ProcedureChangeEntry;
    const procedure = { code: '1.001193', checked } as never;
    expect(uncheckedProcedures([{ entry, procedure }], 90, NOW)[0]?.days).toBe(days);
  });
});

describe('pictures and their words', () => {
  test.each([
    ['![](anh.jpg)', 'missing'],
    ['![  ](anh.jpg)', 'missing'],
    ['![anh](anh.jpg)', 'file-name'],
    ['![IMG_2031.JPG](hinh/IMG_2031.jpg)', 'file-name'],
    ['![Ảnh 1](a.png)', 'file-name'],
    ['![Người dân nộp hồ sơ tại quầy số 2](a.png)', undefined],
    ['![Sơ đồ [bản mới] các bước nộp](<a.png> "Chú thích")', undefined],
  ])('%s', (markdown, fault) => {
    const [picture] = picturesIn(markdown);
    expect(picture && wordsFault(picture)).toBe(fault);
  });
});

describe('addresses elsewhere', () => {
  const entry = (source: string, data: unknown = {}) =>
    ({ collection: 'articles', file: 'a.md', data, body: { source } }) as never;

  test.each([
    ['[cổng](https://a.gov.vn/x)', ['https://a.gov.vn/x']],
    ['<https://a.gov.vn/x>', ['https://a.gov.vn/x']],
    ['Xem https://a.gov.vn/x.', ['https://a.gov.vn/x']],
    ['(https://a.gov.vn/x)', ['https://a.gov.vn/x']],
    ['[a](https://a.gov.vn/x_(y))', ['https://a.gov.vn/x_(y)']],
    ['https://a.gov.vn/x#muc-2', ['https://a.gov.vn/x']],
    ['[a](/tin-bai/) [b](mailto:a@b.vn) [c](anh.jpg)', []],
    ['https://', []],
  ])('%s', (source, wanted) => {
    expect(outsideLinks([entry(source)]).map(({ url }) => url)).toEqual(wanted);
  });

  test('fields at any depth, each address once with all its files', () => {
    const links = outsideLinks([
      entry('https://a.vn/', { sources: [{ url: 'https://b.vn/' }] }),
      { ...(entry('https://a.vn/') as object), file: 'b.md' } as never,
      {
        ...(entry('') as object),
        collection: 'linkCheck',
        data: { url: 'https://c.vn/' },
      } as never,
    ]);
    expect(links).toEqual([
      { url: 'https://a.vn/', files: ['a.md', 'b.md'] },
      { url: 'https://b.vn/', files: ['a.md'] },
    ]);
  });
});

describe('the weekly check', () => {
  const gone = { url: 'https://a.vn/', fault: 'gone', status: 404 } as const;
  const away = { url: 'https://b.vn/', fault: 'unreachable' } as const;
  const used = ['https://a.vn/', 'https://b.vn/'].map((url) => ({ url, files: ['a.md'] }));
  const dead = (check: Parameters<typeof deadLinks>[0]) =>
    deadLinks(check, used).map(({ url, since, times }) => `${url} ${since} ${times}`);

  test('a page that is gone is dead at once, a server that is away after two checks', () => {
    const first = recordCheck(undefined, [gone, away, { url: 'https://c.vn/' }], '2026-06-05');
    expect(first).toMatchObject({ date: '2026-06-05', checked: 3 });
    expect(dead(first)).toEqual(['https://a.vn/ 2026-06-05 1']);
    const second = recordCheck(first, [gone, away], '2026-06-12');
    expect(dead(second)).toEqual(['https://a.vn/ 2026-06-05 2', 'https://b.vn/ 2026-06-05 2']);
    const third = recordCheck(second, [gone, { url: away.url }], '2026-06-19');
    expect(dead(third)).toEqual(['https://a.vn/ 2026-06-05 3']);
  });

  test('running it again on the same day is no second check', () => {
    const first = recordCheck(undefined, [away], '2026-06-05');
    expect(recordCheck(first, [away], '2026-06-05').failed[0]?.times).toBe(1);
  });

  test('what nothing links to any more is not shown', () => {
    const check = recordCheck(undefined, [gone], '2026-06-05');
    expect(deadLinks(check, [])).toEqual([]);
  });

  test('without a check the page says so; a check of a later day is none yet', async () => {
    const made = [item('a', 'vp', '2026-03-02', { body: 'Xem https://a.vn/ nhé.' })];
    const check = (date: string) =>
      yaml('link-check.yaml', recordCheck(undefined, [gone], date) as never);
    const none = await viewOf(made);
    expect(none.links.sentence).toMatch(/^Chưa kiểm tra\./);
    expect((await viewOf([...made, check('2026-06-21')])).links.checkedOn).toBeUndefined();
    const done = await viewOf([...made, check('2026-06-14')]);
    expect(done.links).toMatchObject({
      sentence: 'Kiểm tra gần nhất ngày 14/6/2026, đã thử 1 địa chỉ.',
      rows: [
        {
          url: 'https://a.vn/',
          fault: 'trang không còn (404), từ lần kiểm tra ngày 14/6/2026',
          users: [{ title: 'Bài mang tên a' }],
        },
      ],
    });
    const old = await viewOf([...made, check('2026-06-01')]);
    expect(old.links.sentence).toContain('Đã 19 ngày chưa kiểm tra lại.');
  });

  test('a dead address that only an unpublished article links to is not named', async () => {
    const made = [
      item('mai', 'vp', '2026-06-21', { body: 'Xem https://a.vn/ nhé.' }),
      yaml('link-check.yaml', recordCheck(undefined, [gone], '2026-06-14') as never),
    ];
    expect((await viewOf(made)).links.rows).toEqual([]);
  });
});

describe('a visit', () => {
  type Answers = Record<string, { status: number; location?: string } | Error>;
  const visitor = (answers: Answers, addresses: Record<string, string[]> = {}) => ({
    fetch: (async (url: URL) => {
      const answer = answers[url.href];
      if (!answer) throw new Error(`Not expected: ${url.href}`);
      if (answer instanceof Error) throw answer;
      const response = new Response(null, { status: answer.status });
      if (answer.location) response.headers.set('location', answer.location);
      return response;
    }) as never,
    resolve: async (host: string) => addresses[host] ?? ['203.113.1.1'],
  });
  const noHost = Object.assign(new Error('x'), { cause: { code: 'ENOTFOUND' } });

  test.each<[string, Answers, object]>([
    ['it opens', { 'https://a.vn/': { status: 200 } }, {}],
    ['it is gone', { 'https://a.vn/': { status: 404 } }, { fault: 'gone', status: 404 }],
    ['somebody is there but says no', { 'https://a.vn/': { status: 403 } }, {}],
    [
      'the server fails',
      { 'https://a.vn/': { status: 503 } },
      { fault: 'unreachable', status: 503 },
    ],
    ['nobody answers', { 'https://a.vn/': new Error('timeout') }, { fault: 'unreachable' }],
    ['no such host', { 'https://a.vn/': noHost }, { fault: 'no-host' }],
    [
      'it leads on',
      {
        'https://a.vn/': { status: 301, location: '/moi' },
        'https://a.vn/moi': { status: 410 },
      },
      { fault: 'gone', status: 410 },
    ],
    [
      'it leads in circles',
      { 'https://a.vn/': { status: 302, location: '/' } },
      { fault: 'unreachable' },
    ],
  ])('%s', async (_, answers, wanted) => {
    expect(await visit('https://a.vn/', visitor(answers))).toEqual({
      url: 'https://a.vn/',
      ...wanted,
    });
  });

  test.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['192.168.1.1'],
    ['169.254.169.254'],
    ['::1'],
    ['fd00::1'],
    ['::ffff:10.0.0.1'],
  ])('an inner network (%s) is not visited, not even by a way round', async (inner) => {
    const own = { 'noi-bo.vn': [inner] };
    expect(await visit('http://noi-bo.vn/', visitor({}, own))).toEqual({
      url: 'http://noi-bo.vn/',
    });
    const led = visitor({ 'https://a.vn/': { status: 302, location: 'http://noi-bo.vn/' } }, own);
    expect(await visit('https://a.vn/', led)).toEqual({ url: 'https://a.vn/' });
  });
});

describe('likeness on the page', () => {
  const first = item('truoc', 'vp', '2026-03-02', { body: body(0) });
  const again = (...parts: Record<string, unknown>[]) =>
    item('sau', 'kt', '2026-04-02', { body: body(0) }, ...parts);
  const decided = (decision: string, more: Record<string, unknown> = {}) => ({
    originality: { decision, by: 'Trưởng phòng', date: '2026-04-03', reason: 'Lý do.', ...more },
  });
  const listOf = async (...made: RawEntry[]) => {
    const { store, entries } = await wardWith('uong-bi', made);
    const facts = factsOf(store, entries);
    return { list: likenessList(store, NOW, facts), pages: likenessPages(store, NOW, facts) };
  };

  test('an open pair with both shares', async () => {
    const { list, pages } = await listOf(first, again());
    expect(list).toMatchObject({ settled: [], more: 0, threshold: '25%' });
    expect(list.open).toMatchObject([
      {
        same: true,
        share: '98%',
        later: { title: 'Bài mang tên sau', unit: 'Phòng Kinh tế, Hạ tầng và Đô thị' },
        earlier: { title: 'Bài mang tên truoc', address: '/tin-bai/2026/03/truoc/' },
      },
    ]);
    expect(pages.map(({ pair }) => pair.address)).toEqual([list.open[0]?.address]);
    expect(pages[0]?.texts?.later.at(-1)).toEqual([{ text: body(0), common: true }]);
  });

  test.each<[string, object, boolean]>([
    ['a repeat, with a reason', decided('repeat', { of: '2026/03/truoc' }), true],
    ['new all the same', decided('new', { of: '2026/03/truoc' }), true],
    ['new, of no article in particular', decided('new'), true],
    ['new compared with another article', decided('new', { of: '2026/03/khac' }), false],
    ['decided tomorrow', decided('repeat', { date: '2026-06-21' }), false],
  ])('a decision settles it: %s', async (_, decision, settled) => {
    const other = item('khac', 'vp', '2026-03-03', { body: body(500) });
    const { list } = await listOf(first, other, again(decision as Record<string, unknown>));
    expect([list.open.length, list.settled.length]).toEqual(settled ? [0, 1] : [1, 0]);
  });

  test('an article of tomorrow is compared with nothing', async () => {
    const { list } = await listOf(first, item('mai', 'vp', '2026-06-21', { body: body(0) }));
    expect(list.open).toEqual([]);
  });

  test.each([
    ['withdrawn', { withdrawn: { date: '2026-04-09', reason: 'Sai.' } }, 'đã gỡ ngày 09/4/2026'],
    ['without a page here', { web: false }, 'không đăng trên trang này'],
  ])('a text that is %s is named, but not shown', async (_, front, note) => {
    const { list, pages } = await listOf(first, again(front));
    expect(list.open[0]?.later.notes).toEqual([note]);
    expect(pages[0]).not.toHaveProperty('texts');
    expect(JSON.stringify(pages)).not.toContain('tu10 tu11');
  });

  test('two texts of which neither is an article are not held against each other', async () => {
    const practice = (slug: string) => {
      const front = {
        title: `Mô hình mang tên ${slug}`,
        date: '2026-03-02',
        departments: ['vp'],
        start: '2026-03-01',
        stage: 'pilot',
        problem: 'Vấn đề.',
        solution: 'Cách làm.',
      };
      const read = readEntry(
        `practices/${slug}.md`,
        `---\n${JSON.stringify(front)}\n---\n\n${body(0)}\n`,
      );
      return ('entry' in read && read.entry) as RawEntry;
    };
    const { list } = await listOf(practice('a'), practice('b'));
    expect(list).toMatchObject({ open: [], settled: [] });
    const withArticle = await listOf(practice('a'), first);
    expect(withArticle.list.open).toHaveLength(1);
  });

  test('a repost is marked as what it is', async () => {
    const { list } = await listOf(first, again({ origin: { kind: 'repost' } }));
    expect(list.open[0]?.later.notes[0]).toMatch(/đăng lại/);
  });

  test('likeness changes no count: only the decision does', async () => {
    const topic = { topics: ['quy-hoach'] };
    const near = { body: `${body(0)} chỉ khác một chút` };
    const counted = async (...parts: Record<string, unknown>[]) => {
      const made = [
        item('truoc', 'kt', '2026-04-02', { body: body(0) }, topic),
        item('sau', 'kt', '2026-04-03', near, topic, ...parts),
      ];
      const { store, entries } = await wardWith('thuong-phuc', made);
      expect(factsOf(store, entries).likenesses).toHaveLength(1);
      const { tallies } = countQuotas(store, NOW);
      return tallies.find(({ rule, period }) => rule === 'tp-5' && period === '2026-04')?.actual;
    };
    expect(await counted()).toBe(2);
    expect(await counted(decided('repeat', { of: '2026/04/truoc' }))).toBe(1);
  });
});

describe('the whole page', () => {
  test('nothing to look at', async () => {
    const view = await viewOf([]);
    expect(view.sentence).toBe('Chưa thấy điều gì cần xem lại.');
    expect(view.parts.every(({ count }) => count === 0)).toBe(true);
  });

  test('one sentence counts what there is', async () => {
    const view = await viewOf([
      item('a', 'vp', '2026-03-02', { reviewBy: '2026-05-01', body: body(0) }),
      item('b', 'vp', '2026-03-03', { reviewBy: '2026-05-02', body: body(0) }),
    ]);
    expect(view.sentence).toBe('Cần xem lại 1 cặp nội dung giống nhau và 2 bài quá hạn rà soát.');
  });
});
