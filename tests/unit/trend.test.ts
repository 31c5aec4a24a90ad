import { describe, expect, test } from 'vitest';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { type TrendChart, yearTrend } from '../../src/core/trend/year.ts';
import { item, on } from '../support/quota-cases.ts';
import { wardWith } from '../support/ward-with.ts';

const MADE: RawEntry[] = [
  item('a', 'vhxh', '2026-03-05', { genre: 'brief', fields: ['tthc', 'the-che'] }),
  item('b', 'kt', '2026-03-06', on('loudspeaker', { aired: '2026-04-01' }), { fields: ['tthc'] }),
  item('c', 'kt', '2026-05-01', { origin: { kind: 'repost', source: { title: 'Báo' } } }),
  item('d', 'kt', '2026-05-02', { genre: 'photo' }),
  item('e', 'kt', '2026-05-03', on('facebook', { sent: '2026-05-03' }), { web: false }),
  item('f', 'kt', '2026-05-04', { withdrawn: { date: '2026-05-06', reason: 'Sai số liệu.' } }),
  item('later', 'kt', '2026-05-21'),
  item('before', 'kt', '2025-12-31'),
];

async function trend(asOf = '2026-05-20', made = MADE) {
  const { store } = await wardWith('uong-bi', made);
  return yearTrend(store, asOf, '2026');
}

const chart = async (id: string): Promise<TrendChart> => {
  const found = (await trend()).charts.find((one) => one.id === id);
  if (!found) throw new RangeError(id);
  return found;
};
const cells = ({ table }: TrendChart) =>
  Object.fromEntries(table.rows.map(({ name, cells: own }) => [name, own.join(' ')]));

describe('the year', () => {
  test('counts what this section published by the date, and was not withdrawn', async () => {
    expect((await trend()).total).toBe(3);
    expect((await trend('2026-05-05')).total).toBe(4);
    expect((await trend('2026-05-21')).total).toBe(4);
  });

  test('tin and bài by month: months to come are not known, months without any are 0', async () => {
    const table = cells(await chart('the-loai'));
    expect(table['Tháng 3']).toBe('1 1 0 2');
    expect(table['Tháng 4']).toBe('0 0 0 0');
    expect(table['Tháng 5']).toBe('0 1 0 1');
    expect(table['Tháng 6']).toBe('– – – –');
    expect(Object.keys(table)).toHaveLength(12);
  });

  test('own and reposted', async () => {
    const table = cells(await chart('nguon'));
    expect([table['Tháng 3'], table['Tháng 5']]).toEqual(['2 0 2', '0 1 1']);
  });

  test('the reform fields; a text of two counts in both, one of none is said', async () => {
    const table = cells(await chart('linh-vuc'));
    expect(table['Cải cách thủ tục hành chính']).toBe('2');
    expect(table['Cải cách thể chế']).toBe('1');
    expect(table['Cải cách tài chính công']).toBe('0');
    expect(table['Không ghi lĩnh vực']).toBe('1');
  });

  test('the channels: by the day of publishing or airing there, not of sending', async () => {
    const table = cells(await chart('kenh'));
    expect(table['Trang thông tin điện tử']).toBe('3');
    expect(table['Truyền thanh']).toBe('1');
    expect(table['Facebook']).toBe('0');
  });
});

test.each(['the-loai', 'nguon', 'linh-vuc', 'kenh'])(
  'the chart «%s», its words and its table say the same',
  async (id) => {
    const { drawing, table, description } = await chart(id);
    const drawn = drawing.shapes.map(({ value }) => value).sort();
    const sums = table.head.at(-1) === 'Cộng' ? -1 : undefined;
    const told = table.rows
      .flatMap(({ cells: own }) => own.slice(0, sums))
      .map(Number)
      .filter((value) => value > 0)
      .sort();
    expect(drawn).toEqual(told);
    expect(drawn.length).toBeGreaterThan(0);
    const said = description.match(/\d+(?= (?:tin|bài|phóng|tự|đăng))|(?<=: )\d+(?=[;.])/g) ?? [];
    expect(
      said
        .map(Number)
        .filter((value) => value > 0)
        .sort(),
    ).toEqual(told);
  },
);
