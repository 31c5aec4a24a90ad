import { describe, expect, test } from 'vitest';
import type { ProcedureChangeEntry } from '../../src/core/store/store.ts';
import type { Edition } from '../../src/core/view/edition.ts';
import { codeRegister } from '../../src/core/view/procedure-code.ts';
import { narrowedProcedureLists, wholeProcedureList } from '../../src/core/view/procedure-list.ts';
import { noticePage } from '../../src/core/view/procedure-notice.ts';
import { procedureSheet } from '../../src/core/view/procedure-sheet.ts';
import { announcement, edition } from '../support/editions.ts';

const change = (code: string, effective: string, more: object = {}) => ({
  kind: 'amended',
  code: `1.00000${code}`,
  name: `Thủ tục ${code}`,
  effective,
  ...more,
});
const codes = (...short: string[]) => short.map((code) => `1.00000${code}`);
const replaced = (code: string, by: string, day: string) =>
  change(code, day, { kind: 'replaced', replacedBy: codes(by) });
const made = (code: string, instead: string, day: string) =>
  change(code, day, { kind: 'new', replaces: codes(instead) });

function entryOf(here: Edition, id: string): ProcedureChangeEntry {
  const entry = here.procedureChanges.find((one) => one.id === id);
  if (!entry) throw new Error(`No announcement ${id}`);
  return entry;
}

describe('the lists of changes', () => {
  const texts = [
    announcement(
      'a',
      '2026-03-01',
      change('1', '2026-03-10', { procedureField: 'Hộ tịch' }),
      change('2', '2026-05-10', { procedureField: 'Hộ Tịch', kind: 'repealed' }),
    ),
    announcement('b', '2025-03-01', change('3', '2025-03-10', { procedureField: 'Đất đai' })),
  ];

  test('have a page with real addresses for each state, kind and field, with true counts', async () => {
    const here = await edition('uong-bi', '2026-04-01', texts);
    const facets = wholeProcedureList(here).facets.flatMap((group) =>
      group.facets.map(
        ({ label, address, count }) => `${group.label}: ${label} ${count} ${address}`,
      ),
    );
    expect(facets).toEqual([
      'Theo hiệu lực: Sắp có hiệu lực 1 /thu-tuc/sap-co-hieu-luc/',
      'Theo hiệu lực: Đã có hiệu lực 2 /thu-tuc/da-co-hieu-luc/',
      'Theo hiệu lực: Hết hiệu lực 0 /thu-tuc/het-hieu-luc/',
      'Theo loại thay đổi: Sửa đổi, bổ sung 2 /thu-tuc/sua-doi-bo-sung/',
      'Theo loại thay đổi: Bãi bỏ 1 /thu-tuc/bai-bo/',
      'Theo lĩnh vực: Đất đai 1 /thu-tuc/linh-vuc/dat-dai/',
      'Theo lĩnh vực: Hộ Tịch 2 /thu-tuc/linh-vuc/ho-tich/',
    ]);
    for (const list of narrowedProcedureLists(here)) {
      const current = list.facets.flatMap((group) => group.facets.filter((one) => one.current));
      const rows = list.groups.flatMap((group) => group.rows);
      expect(current.length, list.address).toBeLessThanOrEqual(1);
      if (current[0]) expect(rows, list.address).toHaveLength(current[0].count);
      expect(list.address).toBe(`/thu-tuc/${list.below}/`);
      // What a list does not hold is said, not left blank.
      expect(rows.length > 0 || list.groups[0]?.empty).toBeTruthy();
    }
  });

  test('cut a long state on the list of everything, and lead to the whole of it by year', async () => {
    const many = Array.from({ length: 15 }, (_, at) =>
      announcement(
        `m${at}`,
        '2026-03-01',
        change('1', at < 5 ? '2025-01-10' : '2026-02-10', { code: `2.0000${10 + at}` }),
      ),
    );
    const here = await edition('uong-bi', '2026-04-01', many);
    const inForce = wholeProcedureList(here).groups[1];
    expect(inForce).toMatchObject({
      count: 15,
      more: { label: 'Xem tất cả 15 thay đổi đã có hiệu lực', address: '/thu-tuc/da-co-hieu-luc/' },
    });
    expect(inForce?.rows).toHaveLength(12);
    const all = narrowedProcedureLists(here).find(({ below }) => below === 'da-co-hieu-luc');
    expect(all?.groups.map(({ heading, count }) => [heading, count])).toEqual([
      ['Năm 2026', 10],
      ['Năm 2025', 5],
    ]);
  });
});

describe('a line of replacements', () => {
  const line = async (asOf: string, id: string, texts: Parameters<typeof edition>[2]) => {
    const here = await edition('uong-bi', asOf, texts);
    return noticePage(here, entryOf(here, id)).procedures.map(({ line }) =>
      line.map(({ code, span, standing, here: own }) =>
        [`${own ? '>' : ''}${code.at(-1)}`, span, standing?.text].filter(Boolean).join(' | '),
      ),
    );
  };
  const chain = [
    announcement('a', '2026-03-01', change('1', '2026-03-05', { kind: 'new' })),
    announcement('b', '2026-05-01', replaced('1', '2', '2026-05-15'), made('2', '1', '2026-05-15')),
    announcement('c', '2026-09-01', replaced('2', '3', '2026-10-01'), made('3', '2', '2026-10-01')),
  ];

  test('is told in both directions from each of its steps, and once in an announcement', async () => {
    const steps = (own: string) =>
      [
        '1 | từ 05/3/2026 đến hết 14/5/2026 | Đã được thay thế',
        '2 | từ 15/5/2026 đến hết 30/9/2026 | Đã được thay thế',
        '3 | từ 01/10/2026 | Đang áp dụng',
      ].map((step) => (step.startsWith(own) ? `>${step}` : step));
    expect(await line('2026-11-01', 'a', chain)).toEqual([steps('1')]);
    expect(await line('2026-11-01', 'b', chain)).toEqual([[], steps('2')]);
    expect(await line('2026-11-01', 'c', chain)).toEqual([[], steps('3')]);
  });

  test('stands as it stood on the date', async () => {
    expect((await line('2026-09-30', 'c', chain))[1]).toEqual([
      '1 | từ 05/3/2026 đến hết 14/5/2026 | Đã được thay thế',
      '2 | từ 15/5/2026 đến hết 30/9/2026 | Đang áp dụng',
      '>3 | từ 01/10/2026 | Sắp có hiệu lực',
    ]);
  });

  test('names codes that nothing here announced', async () => {
    const only = [announcement('b', '2026-05-01', made('2', '1', '2026-05-15'))];
    expect(await line('2026-06-01', 'b', only)).toEqual([
      ['1 | đến hết 14/5/2026 | Đã được thay thế', '>2 | từ 15/5/2026 | Đang áp dụng'],
    ]);
  });

  test('ends where replacements go round in a circle', async () => {
    const circle = [
      announcement('a', '2026-03-01', made('1', '2', '2026-03-05')),
      announcement('b', '2026-04-01', made('2', '1', '2026-05-05')),
    ];
    const [steps] = await line('2026-06-01', 'a', circle);
    expect(steps?.map((step) => step.split(' ')[0])).toEqual(['2', '>1']);
  });

  test('is not drawn for a procedure that stands alone, or replaces itself', async () => {
    const own = announcement('a', '2026-03-01', made('1', '1', '2026-03-05'));
    expect(await line('2026-06-01', 'a', [own])).toEqual([[]]);
  });

  test('stands in the register by code, unknown codes too', async () => {
    const rows = codeRegister(await edition('uong-bi', '2026-11-01', [...chain.slice(1)]));
    expect(rows.map(({ code, name, standing }) => [code.at(-1), name, standing?.text])).toEqual([
      ['1', 'Thủ tục 1', 'Đã được thay thế'],
      ['2', 'Thủ tục 2', 'Đã được thay thế'],
      ['3', 'Thủ tục 3', 'Đang áp dụng'],
    ]);
    const [one] = codeRegister(
      await edition('uong-bi', '2026-11-01', [
        announcement('b', '2026-05-01', made('2', '1', '2026-05-15')),
      ]),
    );
    expect(one).toMatchObject({ anchor: 'ma-1-000001', announced: [] });
    expect(one?.name).toMatch(/^Chưa có thông báo/);
    expect(one).not.toHaveProperty('checked');
  });
});

describe('a change for a time', () => {
  const temporary = announcement(
    'a',
    '2026-03-01',
    change('1', '2026-03-05', { expires: '2026-06-30' }),
  );

  test('says until when, and that what follows is for others to say', async () => {
    const here = await edition('uong-bi', '2026-04-01', [temporary]);
    const { notice, procedures } = noticePage(here, entryOf(here, 'a'));
    expect(notice).toMatchObject({ from: '2026-03-05', until: '2026-06-30' });
    expect(procedures[0]?.temporary).toContain('đến hết ngày 30/6/2026');
    expect(procedureSheet(here, entryOf(here, 'a')).procedures[0]?.until).toBe('2026-06-30');
  });

  test('does not end its procedure', async () => {
    const [row] = codeRegister(await edition('uong-bi', '2026-08-01', [temporary]));
    expect(row?.standing?.text).toBe('Đang áp dụng');
  });
});

describe('the comparison with the national portal', () => {
  test.each<[asOf: string, checked: string | undefined, text: string]>([
    ['2026-05-30', '2026-03-01', 'ngày 01/3/2026.'],
    ['2026-05-31', '2026-03-01', 'ngày 01/3/2026, cần đối chiếu lại.'],
    ['2026-05-30', undefined, 'Chưa đối chiếu với Cổng Dịch vụ công quốc gia.'],
    ['2026-06-01', undefined, 'Chưa đối chiếu với Cổng Dịch vụ công quốc gia, cần đối chiếu lại.'],
  ])('on %s, checked %s: %s', async (asOf, checked, text) => {
    const one = change('1', '2026-03-05', checked ? { checked } : {});
    const here = await edition('uong-bi', asOf, [announcement('a', '2026-03-01', one)]);
    const note = noticePage(here, entryOf(here, 'a')).procedures[0]?.checked;
    expect(note?.text.endsWith(text)).toBe(true);
    expect(note?.due).toBe(text.includes('cần đối chiếu lại'));
  });
});

describe('the printed notice', () => {
  test('is set larger the less it says, and always says whom to ask', async () => {
    const long = { aspect: 'Cách nộp', before: 'a'.repeat(200), after: 'b'.repeat(200) };
    const here = await edition('uong-bi', '2026-04-01', [
      announcement('it', '2026-03-01', change('1', '2026-03-05')),
      announcement(
        'nhieu',
        '2026-03-01',
        change('2', '2026-03-05', { changes: [long, long, long] }),
      ),
      announcement('vua', '2026-03-01', change('3', '2026-03-05', { changes: [long, long] })),
    ]);
    const sheets = ['it', 'vua', 'nhieu'].map((id) => procedureSheet(here, entryOf(here, id)));
    expect(sheets.map(({ size }) => size)).toEqual(['large', 'medium', 'small']);
    expect(sheets[0]).toMatchObject({
      authority: 'Ủy ban nhân dân phường Uông Bí',
      address: '/thu-tuc/it/',
      ask: ['gặp Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường'],
      portal: 'Cổng Dịch vụ công quốc gia, dichvucong.gov.vn, tra mã 1.000001',
    });
  });
});
