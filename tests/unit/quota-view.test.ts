import { describe, expect, test } from 'vitest';
import { countQuotas, type QuotaResult, resultOfMonth } from '../../src/core/quota/result.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import type { Store } from '../../src/core/store/store.ts';
import { quotaFiles } from '../../src/core/view/quota-files.ts';
import { openingMonth, quotaMonthView } from '../../src/core/view/quota-month.ts';
import { quotaMonths } from '../../src/core/view/quota-pages.ts';
import { sentenceOf } from '../../src/core/view/quota-sentence.ts';
import { quotaSheetView } from '../../src/core/view/quota-sheet.ts';
import type { QuotaRow, QuotaYearView } from '../../src/core/view/quota-year.ts';
import { activity, airings, item, on, yaml } from '../support/quota-cases.ts';
import type { SeedName } from '../support/seeds.ts';
import { wardWith } from '../support/ward-with.ts';

/** An article aired on a day, in the words of Uông Bí's monthly rule. */
const aired = (slug: string, department: string, date: string) =>
  item(slug, department, date, on('loudspeaker', { aired: date }));

/** Two for each of the departments that Uông Bí's rule names, in April. */
const two = (department: string) => [
  aired(`${department}-1`, department, '2026-04-10'),
  aired(`${department}-2`, department, '2026-04-11'),
];

async function ward(seed: SeedName, asOf: string, made: readonly RawEntry[] = []) {
  const { store } = await wardWith(seed, made);
  return { store, result: countQuotas(store, asOf) };
}

async function page(seed: SeedName, asOf: string, month: string, made: readonly RawEntry[] = []) {
  const { store, result } = await ward(seed, asOf, made);
  return quotaMonthView(store, result, month);
}

const spoken = (store: Store, result: QuotaResult, month: string) =>
  quotaMonthView(store, result, month).sentence;

describe('the sentence on top', () => {
  interface Case {
    ward: SeedName;
    asOf: string;
    month: string;
    made?: RawEntry[];
    says: string;
  }
  const CASES: Record<string, Case> = {
    'counts who lacks what, and the days that are left': {
      ward: 'uong-bi',
      asOf: '2026-04-20',
      month: '2026-04',
      says: 'Tháng 4 năm 2026 còn thiếu 8 tin/bài của 4 đơn vị, còn 11 ngày.',
    },
    'names everybody when they are three, with the amounts': {
      ward: 'uong-bi',
      asOf: '2026-04-20',
      month: '2026-04',
      made: [...two('vhxh'), aired('kt-1', 'kt', '2026-04-05')],
      says: 'Tháng 4 năm 2026 còn thiếu 5 tin/bài của 3 đơn vị, còn 11 ngày: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường (2), Phòng Kinh tế, Hạ tầng và Đô thị (1) và Trung tâm Cung ứng dịch vụ phường (2).',
    },
    'says of one alone who it is': {
      ward: 'uong-bi',
      asOf: '2026-04-30',
      month: '2026-04',
      made: [...two('vhxh'), ...two('kt'), ...two('vp')],
      says: 'Tháng 4 năm 2026 còn thiếu 2 tin/bài của 1 đơn vị, còn 1 ngày: Trung tâm Cung ứng dịch vụ phường.',
    },
    'what somebody did beyond the minimum helps nobody else': {
      ward: 'uong-bi',
      asOf: '2026-05-01',
      month: '2026-04',
      made: [...two('vhxh'), aired('more', 'vhxh', '2026-04-12'), ...two('kt'), ...two('vp')],
      says: 'Tháng 4 năm 2026 thiếu 2 tin/bài của 1 đơn vị, kỳ đã kết thúc: Trung tâm Cung ứng dịch vụ phường.',
    },
    'all is well': {
      ward: 'uong-bi',
      asOf: '2026-04-20',
      month: '2026-04',
      made: [...two('vhxh'), ...two('kt'), ...two('vp'), ...two('ttcudv')],
      says: 'Tháng 4 năm 2026: mọi chỉ tiêu bắt buộc đều đạt.',
    },
    'the month of issue': {
      ward: 'uong-bi',
      asOf: '2026-04-20',
      month: '2026-02',
      says: 'Tháng 2 năm 2026 chưa tính chỉ tiêu: kế hoạch ban hành trong tháng này.',
    },
    'a month to come': {
      ward: 'uong-bi',
      asOf: '2026-04-20',
      month: '2026-11',
      says: 'Tháng 11 năm 2026 chưa đến kỳ tính chỉ tiêu.',
    },
    'before any plan is issued': {
      ward: 'uong-bi',
      asOf: '2026-01-05',
      month: '2026-01',
      says: 'Chưa có kế hoạch nào được đăng nên chưa có chỉ tiêu để tính.',
    },
    'a plan that demands nothing': {
      ward: 'gieng-day',
      asOf: '2025-10-20',
      month: '2025-10',
      says: 'Tháng 10 năm 2025: kế hoạch không đặt chỉ tiêu bắt buộc, chỉ đếm để theo dõi.',
    },
    'longer periods that run on, and lack something': {
      ward: 'an-tuong',
      asOf: '2026-10-20',
      month: '2026-10',
      says: 'Tháng 10 năm 2026 không có chỉ tiêu bắt buộc nào hết kỳ; các kỳ dài hơn còn thiếu 2 hoạt động, hết kỳ sớm nhất 31/12/2026.',
    },
    'longer periods that run on, and are met': {
      ward: 'an-tuong',
      asOf: '2026-10-20',
      month: '2026-10',
      made: [
        activity('toa-dam', 'seminar', 'ttdvc', '2026-05-05'),
        activity('doi-thoai', 'dialogue', 'vp', '2026-06-05'),
      ],
      says: 'Tháng 10 năm 2026 không có chỉ tiêu bắt buộc nào hết kỳ; 2 chỉ tiêu kỳ dài hơn đã đạt.',
    },
  };
  test.each(Object.entries(CASES))('%s', async (_, one) => {
    const { store, result } = await ward(one.ward, one.asOf, one.made);
    expect(spoken(store, result, one.month)).toBe(one.says);
  });

  test('weeks that are lost stand apart from what can still be done', async () => {
    const { store, result } = await ward('thuong-phuc', '2026-10-20');
    expect(spoken(store, result, '2026-10')).toBe(
      'Tháng 10 năm 2026 còn thiếu 8 tin/bài và 1 lần phát của 2 đơn vị và 3 nhóm đơn vị, còn từ 6 đến 12 ngày; những kỳ đã hết trong tháng thiếu 3 lần phát.',
    );
  });

  test('leaves out the names where citizens read it', async () => {
    const { store, result } = await ward('uong-bi', '2026-04-30', [...two('vhxh'), ...two('kt')]);
    const { tallies } = resultOfMonth(result, '2026-04');
    expect(sentenceOf(store, result, '2026-04', tallies)).toBe(
      'Tháng 4 năm 2026 còn thiếu 4 tin/bài của 2 đơn vị, còn 1 ngày.',
    );
  });

  test('names lead to the proof of what is lacking', async () => {
    const { sentenceParts, sentence } = await page('uong-bi', '2026-04-30', '2026-04', [
      ...[...two('vhxh'), ...two('kt'), ...two('vp')],
    ]);
    expect(sentenceParts.map(({ text }) => text).join('')).toBe(sentence);
    expect(sentenceParts.filter(({ address }) => address)).toEqual([
      {
        text: 'Trung tâm Cung ứng dịch vụ phường',
        address: '/can-bo/chi-tieu/2026-04/#ub-2-ttcudv-2026-04',
        detail: true,
      },
    ]);
  });
});

describe('whoever lacks something', () => {
  test('is listed where the sentence cannot name all: first what can still be done', async () => {
    const { lacking } = await page('thuong-phuc', '2026-10-20', '2026-10');
    expect(lacking.map(({ who, amount, when }) => `${who} ${amount}; ${when}`)).toEqual([
      'Trung tâm dịch vụ tổng hợp xã còn thiếu 1 lần phát; tuần 43, còn 6 ngày',
      'Phòng Văn hoá – Xã hội còn thiếu 2 tin/bài; còn 12 ngày',
      'các phòng chuyên môn thuộc UBND xã tính chung còn thiếu 2 tin/bài; còn 12 ngày',
      'Trung tâm dịch vụ tổng hợp xã và Phòng Văn hoá – Xã hội tính chung còn thiếu 2 tin/bài; còn 12 ngày',
      'Phòng Văn hoá – Xã hội còn thiếu 1 tin/bài; còn 12 ngày',
      'Phòng Kinh tế và Ban quản lý dự án đầu tư và hạ tầng tính chung còn thiếu 1 tin/bài; còn 12 ngày',
      'Trung tâm dịch vụ tổng hợp xã thiếu 3 lần phát; tuần 40, tuần 41, tuần 42',
    ]);
  });

  test('is not listed again where the sentence names them', async () => {
    const made = [...two('vhxh')];
    expect((await page('uong-bi', '2026-04-20', '2026-04', made)).lacking).toEqual([]);
  });
});

describe('the year', () => {
  const row = (year: QuotaYearView | undefined, key: string): QuotaRow => {
    const found = year?.groups.flatMap(({ rows }) => rows).find((one) => one.key === key);
    if (!found) throw new RangeError(key);
    return found;
  };
  const cells = ({ year }: QuotaRow) =>
    year.map(({ span, cell, weeks }) => {
      const shown = weeks ?? cell;
      return [shown ? `${shown.number} ${shown.word}`.trim() : '–', span > 1 ? `×${span}` : '']
        .join(' ')
        .trim();
    });

  test('has a column for every month from the plan’s issue on, the chosen one open', async () => {
    const { year } = await page('uong-bi', '2026-04-20', '2026-04', two('kt'));
    expect(year?.months.map(({ short }) => short).join(' ')).toBe(
      'T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12',
    );
    expect(year?.months.filter(({ chosen }) => chosen).map(({ month }) => month)).toEqual([
      '2026-04',
    ]);
    expect(cells(row(year, 'ub-2-kt')).slice(0, 4)).toEqual([
      'chưa tính',
      '0/2 thiếu 2',
      '2/2 đạt',
      'chưa đến kỳ',
    ]);
    expect(row(year, 'ub-2-vp').open.map(({ cell, left }) => `${cell.number}, ${left}`)).toEqual([
      '0/2, còn 11 ngày',
    ]);
  });

  test('weeks stand as those that end in a month; the open month has each', async () => {
    const { year } = await page('thuong-phuc', '2026-04-20', '2026-04', [
      item('a', 'ttdvth', '2026-03-20', airings('loudspeaker', '2026-04-08T17:00')),
    ]);
    const weekly = row(year, 'tp-6-ttdvth');
    expect(cells(weekly).slice(0, 3)).toEqual(['0/3 tuần đạt', '1/4 tuần đạt', 'chưa đến kỳ']);
    expect(weekly.open.map(({ lead, cell }) => `${lead} ${cell.number} ${cell.status}`)).toEqual([
      'Tuần 14 0/1 short',
      'Tuần 15 1/1 met',
      'Tuần 16 0/1 short',
      'Tuần 17 0/1 open',
    ]);
    expect(weekly.year[1]?.weeks?.weeks.map(({ status }) => status)).toEqual([
      ...['short', 'met', 'short', 'open'],
    ]);
    expect(weekly.year[1]?.weeks?.href).toBe('/can-bo/chi-tieu/2026-04/#tp-6-ttdvth-2026-w14');
  });

  test('longer periods are as wide as they are long, and stand open while they run', async () => {
    const { year } = await page('thuong-phuc', '2026-08-20', '2026-08');
    const quarter = row(year, 'tp-8-vhxh');
    expect(cells(quarter)).toEqual(['–', '–', '–', '–', '0/1 còn thiếu 1 ×3', '–', '–', '–']);
    expect(quarter.open).toMatchObject([{ lead: 'Quý III', left: 'hết kỳ 30/9/2026' }]);
    expect(row(year, 'tp-10-vhxh').open).toEqual([]);
  });

  test('joint and lead rules show each department’s share, which makes up the number', async () => {
    const { year } = await page('thuong-phuc', '2026-04-20', '2026-04', [
      ...[item('a', 'vhxh', '2026-04-02'), item('b', 'kt', '2026-04-03')],
      item('c', 'kt', '2026-04-04'),
    ]);
    const joint = row(year, 'tp-2b-joint');
    expect(joint.name).toBe('Chung: các phòng chuyên môn thuộc UBND xã');
    expect(joint.open[0]?.cell.number).toBe('3/2');
    expect(joint.shares.map(({ name, open }) => `${name} ${open}`)).toEqual([
      ...['Phòng Văn hoá – Xã hội 1', 'Văn phòng HĐND và UBND xã 0', 'Phòng Kinh tế 2'],
    ]);
    expect(row(year, 'tp-2a-vhxh').name).toBe('Phòng Văn hoá – Xã hội (chủ trì)');
    expect(row(year, 'tp-2a-vhxh').shares.map(({ open }) => open)).toEqual(['1', '0']);
  });

  test('tracked rules stand apart, without a word of judgement', async () => {
    const { year, trackedYear, required, tracked } = await page(
      'gieng-day',
      '2025-10-20',
      '2025-10',
    );
    expect([year, required]).toEqual([undefined, []]);
    expect(tracked.map(({ id }) => id)).toEqual(['gd-3']);
    const shown = cells(row(trackedYear, 'gd-3-vhtt'));
    expect(shown.slice(1, 10)).toEqual(Array(9).fill('0 theo dõi'));
    expect(shown.slice(10)).toEqual(['–', '–']);
  });

  test('every number of the page is a number of the count', async () => {
    const { store, result } = await ward('thuong-phuc', '2026-10-20', [
      item('a', 'ttdvth', '2026-09-20', airings('loudspeaker', '2026-10-08', '2026-10-15')),
      item('b', 'kt', '2026-10-03'),
    ]);
    const view = quotaMonthView(store, result, '2026-10');
    const shown = [...view.required, ...view.tracked].flatMap(({ proofs }) =>
      proofs.map(({ anchor, counted, cell }) => [anchor, counted.length, cell.number]),
    );
    const { tallies } = resultOfMonth(result, '2026-10');
    expect(shown).toHaveLength(tallies.length);
    for (const tally of tallies) {
      const anchor = `${tally.rule}-${tally.subject}-${tally.period}`.toLowerCase();
      const found = shown.find(([id]) => id === anchor);
      expect(found?.[1], anchor).toBe(tally.actual);
    }
  });
});

describe('a rule', () => {
  test('stands with the plan’s words, and what every reading comes to', async () => {
    const { required } = await page('uong-bi', '2026-05-02', '2026-04', [
      ...two('vhxh'),
      item('sent', 'kt', '2026-04-05', on('loudspeaker', { sent: '2026-04-06' })),
    ]);
    const [rule] = required;
    expect(rule?.quote).toContain('ít nhất 02 tin/bài');
    expect(rule?.where).toContain('Phụ lục, dòng 3');
    const readings = rule?.readings.map(({ chosen, label, result }) => [chosen, label, result]);
    expect(readings).toEqual([
      [true, expect.stringContaining('Tính cho từng đơn vị'), 'thiếu 6'],
      [false, expect.stringMatching(/^tính chung/), 'đạt'],
      [false, expect.stringMatching(/^tính theo ngày gửi/), 'thiếu 5'],
    ]);
    expect(rule?.readings[2]?.details).toContain('Phòng Kinh tế, Hạ tầng và Đô thị 1/2, thiếu 1');
  });

  test('shows beside a number what else proves it, and folded what does not count', async () => {
    const { required } = await page('uong-bi', '2026-05-02', '2026-04', [
      item('heard', 'kt', '2026-04-05', {
        web: false,
        placements: [
          {
            channel: 'loudspeaker',
            airings: [{ date: '2026-04-07', time: '05:30', minutes: 4, areas: ['Khu 1'] }],
            evidence: [{ label: 'Sổ nhật ký', url: 'https://example.org/so' }],
          },
        ],
      }),
      item('written', 'kt', '2026-04-08'),
    ]);
    const proof = required[0]?.proofs.find(({ anchor }) => anchor === 'ub-2-kt-2026-04');
    expect(proof?.counted).toEqual([
      {
        title: 'Bài mang tên heard',
        href: null,
        date: '2026-04-07',
        event: 'phát',
        gone: 'không đăng trên trang này',
        facts: [
          { text: 'lúc 05:30, 4 phút, Khu 1' },
          { text: 'Sổ nhật ký', url: 'https://example.org/so' },
        ],
      },
    ]);
    expect(proof?.notCounted).toMatchObject([
      { title: 'Bài mang tên written', href: '/tin-bai/2026/04/written/' },
    ]);
  });

  test('closed numbers are marked, and today’s stand beside them where they differ', async () => {
    const tally = { rule: 'ub-2', subject: 'kt', period: '2026-04', required: 2, status: 'met' };
    const counted = ['gone-1', 'gone-2'].map((slug) => ({
      ...{ id: `2026/04/${slug}`, title: slug, date: '2026-04-03' },
      url: `/tin-bai/2026/04/${slug}/`,
    }));
    const { year, required } = await page('uong-bi', '2026-05-20', '2026-04', [
      aired('left', 'kt', '2026-04-10'),
      yaml('closings/2026-04.yaml', {
        ...{ month: '2026-04', closedOn: '2026-05-03', rules: [] },
        tallies: [{ ...tally, actual: 2, counted }],
      }),
    ]);
    const row = year?.groups[0]?.rows.find(({ key }) => key === 'ub-2-kt');
    expect(row?.open[0]?.cell).toMatchObject({ number: '2/2', closed: true, live: 1 });
    expect(row?.open[0]?.cell.label).toContain('2/2 đạt, đã khóa sổ, nay 1');
    const proof = required[0]?.proofs.find(({ anchor }) => anchor === 'ub-2-kt-2026-04');
    expect(proof?.counted.map(({ href, gone }) => [href, gone])).toEqual([
      [null, 'nay không còn trên trang này'],
      [null, 'nay không còn trên trang này'],
    ]);
  });
});

describe('the months', () => {
  test('a ward before any plan has one, and is told what will come', async () => {
    const { store, result } = await ward('uong-bi', '2026-01-05');
    expect([quotaMonths(result), openingMonth(result)]).toEqual([['2026-01'], '2026-01']);
    const view = quotaMonthView(store, result, '2026-01');
    expect([view.files, view.required, view.year, view.provisional]).toEqual([
      ...[[], [], undefined, false],
    ]);
    expect(view.empty?.link.address).toBe('/ke-hoach/');
  });

  test('each leads to the one before and the one after', async () => {
    const { neighbours, years } = await page('uong-bi', '2026-04-20', '2026-04');
    expect([neighbours.previous?.address, neighbours.next?.address]).toEqual([
      ...['/can-bo/chi-tieu/2026-03/', '/can-bo/chi-tieu/2026-05/'],
    ]);
    expect(years.map(({ year, months }) => [year, months.length])).toEqual([['2026', 11]]);
  });

  test.each([
    ['2026-04-20', true, 'chi-tieu-uong-bi-2026-04-tam-tinh.xlsx'],
    ['2026-04-30', true, 'chi-tieu-uong-bi-2026-04-tam-tinh.xlsx'],
    ['2026-05-01', false, 'chi-tieu-uong-bi-2026-04.xlsx'],
  ])('on %s April is provisional: %s', async (asOf, provisional, name) => {
    const { store, result } = await ward('uong-bi', asOf);
    expect(quotaMonthView(store, result, '2026-04').provisional).toBe(provisional);
    expect(quotaFiles(result, '2026-04')[0]?.name).toBe(name);
    expect(quotaSheetView(store, result, '2026-04').title.includes('tạm tính')).toBe(provisional);
  });
});
