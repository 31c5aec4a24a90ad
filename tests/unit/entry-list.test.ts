import { describe, expect, test } from 'vitest';
import { entryFacts } from '../../src/core/list/facts.ts';
import { entryQuery, readEntryFilter } from '../../src/core/list/filter.ts';
import { type DRAFT_STATES, type ListedEntry, statesOf } from '../../src/core/list/state.ts';
import { ENTRY_PAGE, type EntryListView, entryListView } from '../../src/core/list/view.ts';

const ASOF = '2026-10-20';
const departments = [
  { value: 'vp', label: 'Văn phòng' },
  { value: 'kt', label: 'Phòng Kinh tế' },
];

const fields = (rest: object) => ({ title: 'Đăng ký khai sinh', date: '2026-10-01', ...rest });
const published = (id: string, rest: object = {}): ListedEntry => ({
  id,
  published: entryFacts(fields({ department: 'vp', fields: ['tthc'], ...rest })),
});
const draft = (id: string, status: keyof typeof DRAFT_STATES, rest: object = {}): ListedEntry => ({
  id,
  draft: { facts: entryFacts(fields(rest)), status, by: 'Trần Thị Hoa', day: '2026-10-02' },
});

function view(entries: readonly ListedEntry[], query = ''): EntryListView {
  const filter = readEntryFilter(new URLSearchParams(query));
  return entryListView(entries, filter, { asOf: ASOF, departments });
}
const ids = (entries: readonly ListedEntry[], query = '') =>
  view(entries, query).rows.map(({ id }) => id);

const ward: readonly ListedEntry[] = [
  published('a', { title: 'Đổi mới cách trả kết quả', date: '2026-03-05', department: 'kt' }),
  published('b', { date: '2026-10-21', placements: [{ channel: 'loudspeaker' }] }),
  published('c', { reviewBy: '2026-10-19', fields: ['bo-may'] }),
  published('d', { withdrawn: { date: '2026-10-05', reason: 'Sai' }, reviewBy: '2020-01-01' }),
  published('e', { web: 'false', placements: [{ channel: 'zalo' }], sample: 'true' }),
  draft('f', 'draft', { date: '' }),
  { ...published('g'), ...draft('g', 'pending_review', { title: 'Chứng thực bản sao' }) },
  draft('h', 'pending_publish', { date: '2025-10-02' }),
];

test.each([
  ['a', ['da-dang']],
  ['b', ['da-len-lich']],
  ['c', ['qua-han', 'da-dang']],
  ['d', ['da-go']],
  ['e', ['khong-dang', 'mau']],
  ['f', ['ban-nhap']],
  ['g', ['cho-duyet', 'da-dang']],
  ['h', ['san-sang']],
])('entry %s is %j', (id, states) => {
  const entry = ward.find((one) => one.id === id) as ListedEntry;
  expect(statesOf(entry, ASOF)).toEqual(states);
});

test('the day itself is neither ahead nor overdue', () => {
  const today = published('x', { date: ASOF, reviewBy: ASOF });
  expect(statesOf(today, ASOF)).toEqual(['da-dang']);
});

test('what has no date stands on top, then the newest', () => {
  expect(ids(ward)).toEqual(['f', 'b', 'c', 'd', 'e', 'g', 'a', 'h']);
});

test.each([
  ['tim=khai+sinh', ['f', 'b', 'c', 'd', 'e', 'h']],
  ['tim=doi+moi', ['a']],
  ['tim=ĐỔI', ['a']],
  ['tim=chung+thuc', ['g']],
  ['nam=2026&thang=10', ['b', 'c', 'd', 'e', 'g']],
  ['nam=2025', ['h']],
  ['don-vi=kt', ['a']],
  ['linh-vuc=bo-may', ['c']],
  ['kenh=loudspeaker', ['b']],
  ['kenh=web&nam=2026', ['b', 'c', 'd', 'g', 'a']],
  ['tinh-trang=cho-duyet', ['g']],
  ['tinh-trang=da-len-lich', ['b']],
  ['tinh-trang=qua-han', ['c']],
  ['tinh-trang=da-go&nam=2025', []],
])('%s shows %j', (query, found) => {
  expect(ids(ward, query)).toEqual(found);
});

test('numbers beside the states are what each of them would show', () => {
  for (const query of ['', 'nam=2026', 'tim=khai', 'don-vi=vp&tinh-trang=qua-han']) {
    for (const state of view(ward, query).states) {
      expect([state.label, String(view(ward, state.query).rows.length)]).toEqual([
        state.label,
        state.count,
      ]);
    }
  }
});

test('only what tells entries apart is offered, in the order of the ward', () => {
  const { controls } = view(ward);
  expect(controls.map(({ name }) => name)).toEqual([
    ...['year', 'month', 'department', 'field', 'channel'],
  ]);
  expect(controls[2]?.choices).toEqual(departments);
  expect(view([published('x')]).controls).toEqual([]);
});

describe('pages', () => {
  const many = Array.from({ length: 2 * ENTRY_PAGE + 1 }, (_, at) => published(`n${at}`));

  test('every entry stands on one page', () => {
    const all = [1, 2, 3].flatMap((page) => ids(many, `trang=${page}`));
    expect(new Set(all).size).toBe(many.length);
    expect(all).toHaveLength(many.length);
  });

  test('lead to the next and back, with the filter', () => {
    const second = view(many, 'tim=khai&trang=2');
    expect([second.newer, second.older]).toEqual(['tim=khai', 'tim=khai&trang=3']);
    expect(second.sentence).toBe('101 mục, trang 2 trong 3, mới nhất ở trên.');
    expect(view(many, 'trang=3').older).toBeUndefined();
  });

  test('one that is not there is the last one', () => {
    expect(view(many, 'trang=99').rows).toHaveLength(1);
  });
});

test('a filter survives its address; what makes no sense is left out', () => {
  const query = 'tim=kh%C3%A1m&tinh-trang=qua-han&nam=2026&thang=09&don-vi=vp&trang=4';
  expect(entryQuery(readEntryFilter(new URLSearchParams(query)))).toBe(query);
  const wild = 'tinh-trang=constructor&nam=26&thang=13&don-vi=%3Cb%3E&trang=-1';
  expect(entryQuery(readEntryFilter(new URLSearchParams(wild)))).toBe('');
});

test('a list without a hit says so and leads back', () => {
  const { sentence, everything } = view(ward, 'tim=khong-co');
  expect([sentence, everything]).toEqual(['Không có mục nào như vậy.', '']);
  expect(view([]).sentence).toBe('Chưa có mục nào.');
});

test.each([
  [undefined, ''],
  ['một dòng chữ', ''],
  [{ title: ['x'], date: { y: 1 }, departments: 'vp', placements: 'zalo' }, ''],
  [{ number: '58/KH-UBND', title: 'Kế hoạch', year: '2026' }, '58/KH-UBND · Kế hoạch'],
])('facts of broken or unusual fields: %j', (data, title) => {
  const { title: read, day } = entryFacts(data);
  expect([read, /^(\d{4})?$/.test(day)]).toEqual([title, true]);
});
