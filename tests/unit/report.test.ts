import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/core/calendar/period.ts';
import { heldIn } from '../../src/core/report/register.ts';
import {
  begunPeriods,
  followingPeriod,
  periodBetween,
  reportSpan,
  spanName,
  yearPeriods,
} from '../../src/core/report/span.ts';
import { reportDocument, tablesOf } from '../../src/core/view/report.ts';
import { rowSpansOf } from '../../src/core/view/report-document.ts';
import { reportFileName } from '../../src/core/view/report-form.ts';
import { change } from '../support/plan-cases.ts';
import { activity, airings, item, on, yaml } from '../support/quota-cases.ts';
import { indicator, reportOn, said, tableOf } from '../support/report-cases.ts';
import { SEED_NAMES } from '../support/seeds.ts';

const named = (label: string) => parsePeriod(label) ?? expect.fail(label);

describe('the days of a report', () => {
  test.each([
    ['2026-07-01', '2026-09-30', 'quý III năm 2026'],
    ['2026-01-01', '2026-03-31', 'quý I năm 2026'],
    ['2026-01-01', '2026-06-30', '6 tháng đầu năm 2026'],
    ['2026-01-01', '2026-09-30', '9 tháng năm 2026'],
    ['2026-01-01', '2026-12-31', 'năm 2026'],
    ['2024-02-01', '2024-02-29', 'tháng 2 năm 2024'],
    ['2026-07-01', '2026-09-29', 'từ ngày 01 tháng 7 năm 2026 đến ngày 29 tháng 9 năm 2026'],
  ])('%s to %s is %s', (from, to, name) => {
    const period = periodBetween(from, to);
    expect(period && spanName(period)).toBe(name);
  });

  test('no report on days that are not real or in the wrong order', () => {
    expect(periodBetween('2026-02-30', '2026-03-31')).toBeUndefined();
    expect(periodBetween('2026-04-01', '2026-03-31')).toBeUndefined();
  });

  test.each([
    ['2026-Q1', '2026-Q2'],
    ['2026-Q4', '2027-Q1'],
    ['2026-H1', '2026-H2'],
    ['2026-9M', '2026-Q4'],
    ['2026', '2027'],
    ['2026-07-01..2026-07-10', '2026-07-11..2026-07-20'],
  ])('%s is followed by %s', (label, next) => {
    expect(followingPeriod(named(label)).label).toBe(next);
  });

  test('a period is open on its last day and judged on the day after', () => {
    const open = reportSpan(named('2026-Q1'), '2026-03-31');
    expect([open.ended, open.until, open.judgedOn]).toEqual([false, '2026-03-31', '2026-03-31']);
    const over = reportSpan(named('2026-Q1'), '2026-04-01');
    expect([over.ended, over.until, over.judgedOn]).toEqual([true, '2026-03-31', '2026-04-01']);
  });

  test('the periods of a year are due in order, and only those begun have a report', async () => {
    expect(yearPeriods(2026).map(({ label }) => label)).toEqual([
      ...['2026-Q1', '2026-Q2', '2026-H1', '2026-Q3', '2026-9M', '2026-Q4', '2026'],
    ]);
    const { store } = await reportOn('uong-bi', '2026-04-30', '2026-Q1');
    const begun = (asOf: string) => begunPeriods(store, asOf).map(({ label }) => label);
    expect(begun('2026-04-30')).toEqual(['2026-Q1', '2026-Q2', '2026-H1', '2026-9M', '2026']);
    expect(begun('2026-02-22')).toEqual([]);
  });
});

describe('results look back from the end of the period', () => {
  const made = [
    item('a', 'vhxh', '2026-03-02', airings('loudspeaker', '2026-03-05')),
    item('b', 'vhxh', '2026-03-03', airings('loudspeaker', '2026-03-31')),
    item('c', 'vhxh', '2026-04-03', airings('loudspeaker', '2026-04-04')),
  ];

  test('required rules by department, in the words of the count', async () => {
    const { report, result } = await reportOn('uong-bi', '2026-05-10', '2026-Q1', made);
    const [rule, ...others] = report.rules;
    expect(others).toEqual([]);
    expect(rule?.rule.id).toBe('ub-2');
    const totals = rule?.subjects.map(({ subject, totals: { periods, met, short, actual } }) => [
      ...[subject, periods, met, short, actual],
    ]);
    expect(totals).toEqual([
      ['vhxh', 1, 1, 0, 2],
      ['vp', 1, 0, 1, 0],
      ['kt', 1, 0, 1, 0],
      ['ttcudv', 1, 0, 1, 0],
    ]);
    const march = result.tallies.filter((one) => one.rule === 'ub-2' && one.period === '2026-03');
    expect(rule?.totals.actual).toBe(march.reduce((sum, { actual }) => sum + actual, 0));
    expect(rule?.totals.lacking).toBe(6);
  });

  test('what came after the period is not in a longer count', async () => {
    const tracked = async (label: string) => {
      const { report } = await reportOn('uong-bi', '2026-05-10', label, made);
      return report.tracked.find(({ rule, subject }) => rule.id === 'ub-3' && subject === 'vhxh');
    };
    expect((await tracked('2026-Q1'))?.actual).toBe(2);
    expect((await tracked('2026-H1'))?.actual).toBe(3);
  });

  test('other readings are set beside the chosen one', async () => {
    const { report } = await reportOn('uong-bi', '2026-05-10', '2026-Q1', made);
    const joint = report.rules[0]?.alternatives[0];
    expect([joint?.totals.periods, joint?.totals.met, joint?.totals.actual]).toEqual([1, 1, 2]);
  });

  test('a running period lacks nothing for good', async () => {
    const { report } = await reportOn('uong-bi', '2026-04-10', '2026-Q2', made);
    const { short, open, upcoming } = report.rules[0]?.totals ?? expect.fail('no rule');
    expect({ short, open, upcoming }).toEqual({ short: 0, open: 4, upcoming: 8 });
    expect(report.gaps).toEqual([]);
  });

  test('closed numbers stay, and say what would be counted now', async () => {
    const closing = yaml('closings/2026-03.yaml', {
      month: '2026-03',
      closedOn: '2026-04-01',
      rules: [{ id: 'ub-2', quote: 'Ít nhất 02 tin/bài', min: 2 }],
      tallies: [
        { rule: 'ub-2', subject: 'vp', period: '2026-03', required: 2, actual: 3, status: 'met' },
      ],
    });
    const { report } = await reportOn('uong-bi', '2026-05-10', '2026-Q1', [...made, closing]);
    const vp = report.rules[0]?.subjects.find(({ subject }) => subject === 'vp');
    expect([vp?.totals.met, vp?.totals.actual]).toEqual([1, 3]);
    const rows = tableOf(reportDocument(report), 'so-lieu-chi-tieu').rows.map((row) =>
      row.map(said),
    );
    expect(rows.find((row) => row.at(-1)?.includes('đã khóa sổ'))?.at(-1)).toBe(
      'đã khóa sổ; nay đếm được 0',
    );
  });

  test('what was not reached, with the reasons of the count', async () => {
    const { report } = await reportOn('uong-bi', '2026-05-10', '2026-Q1', [
      ...made,
      item('d', 'vp', '2026-03-09', on('loudspeaker', { sent: '2026-03-09' })),
    ]);
    const gap = report.gaps.find(({ subject }) => subject === 'vp');
    expect([gap?.lacking, gap?.reasons]).toEqual([2, [{ code: 'no-date', count: 1 }]]);
    expect(report.gaps.map(({ subject }) => subject)).toEqual(['vp', 'kt', 'ttcudv']);
  });
});

describe('an indicator that nobody can know is blank, never 0', () => {
  const value = async (words: string, made: Parameters<typeof reportOn>[3], label = '2026-Q2') => {
    const { report } = await reportOn('uong-bi', '2026-07-20', label, made);
    return indicator(report, words).value;
  };

  test.each([
    'Lượt đăng trên mạng xã hội',
    'Lượt đăng trên mạng xã hội > Facebook',
    'gửi và được đăng > Báo, đài',
    'Đợt phát hành tờ rơi',
    'Đợt phát hành tờ rơi > Số tờ rơi',
    'Văn bản xin lỗi',
    'Biểu dương > Gương điển hình',
    'Kiểm tra công tác',
  ])('%s', async (words) => {
    expect(await value(words, [])).toBeNull();
  });

  test('what the section itself holds is known to be none', async () => {
    expect(await value('Tin, bài, phóng sự đăng', [])).toBe(0);
    expect(await value('Mô hình, sáng kiến', [])).toBe(0);
    expect(await value('Thủ tục hành chính thay đổi', [])).toBe(0);
  });

  test('what a rule of the plan counts is known too', async () => {
    expect(await value('Tin, bài phát thanh', [])).toBe(0);
    expect(await value('Hội nghị, lớp tập huấn', [])).toBe(0);
  });

  test('airings by department are as blank as their sum', async () => {
    const { report } = await reportOn('gieng-day', '2025-07-20', '2025-Q2');
    const { rows, total } = tableOf(reportDocument(report), 'don-vi');
    expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set([null]));
    expect([total?.at(-1), total?.at(-2)]).toEqual([null, 0]);
  });

  test('a channel used in the year has its books kept', async () => {
    const earlier = item('a', 'vhxh', '2026-03-02', on('facebook', { published: '2026-03-02' }));
    const later = item('b', 'vhxh', '2026-07-02', on('zalo', { published: '2026-07-02' }));
    const social = 'Lượt đăng trên mạng xã hội';
    expect(await value(`${social} > Facebook`, [earlier])).toBe(0);
    expect(await value(`${social} > Facebook`, [earlier], '2026-Q1')).toBe(1);
    expect(await value(`${social} > Zalo`, [later])).toBeNull();
    expect(await value(social, [earlier, later])).toBe(0);
  });

  test('letters of apology are known for the months written down', async () => {
    const late = (months: object[]) => yaml('late-files.yaml', { months });
    const april = { month: '2026-04', late: 3, apologies: 2 };
    const words = 'Văn bản xin lỗi';
    expect(await value(words, [late([{ month: '2026-04', late: 3 }])])).toBeNull();
    expect(await value(words, [late([april, { month: '2026-07', late: 1, apologies: 9 }])])).toBe(
      2,
    );
    const { report } = await reportOn('uong-bi', '2026-07-20', '2026-Q2', [late([april])]);
    expect(indicator(report, words).note).toBe('Mới có số liệu 1/3 tháng');
  });
});

describe('articles are counted once and split', () => {
  const made = [
    item('own', 'vhxh', '2026-04-02', { genre: 'brief', fields: ['tthc', 'the-che'] }),
    item('again', 'vp', '2026-05-02', { origin: { kind: 'repost' }, fields: ['tthc'] }),
    item('photo', 'vp', '2026-05-03', { genre: 'photo' }),
    item('gone', 'vp', '2026-05-04', { withdrawn: { date: '2026-05-06', reason: 'Sai số liệu' } }),
    item('radio', 'kt', '2026-05-05', { web: false }, airings('loudspeaker', '2026-05-06T17:00')),
    item('twice', 'kt', '2026-06-05', airings('loudspeaker', '2026-06-06', '2026-06-07')),
    item('later', 'kt', '2026-07-01'),
  ];

  test('by department, month and field', async () => {
    const { report } = await reportOn('uong-bi', '2026-07-20', '2026-Q2', made);
    const { all, departments, months, fields, channels } = report.breakdown;
    expect(all).toEqual({
      ...{ total: 3, brief: 1, story: 2, reportage: 0, own: 2, repost: 1, photo: 1, video: 0 },
    });
    const shares = (of: typeof departments) =>
      of
        .filter(({ total, airings: aired }) => total + (aired ?? 0) > 0)
        .map((one) => {
          return [one.key, one.total, one.repost, one.airings];
        });
    expect(shares(departments)).toEqual([
      ['vhxh', 1, 0, 0],
      ['vp', 1, 1, 0],
      ['kt', 1, 0, 3],
    ]);
    expect(shares(months)).toEqual([
      ['2026-04', 1, 0, 0],
      ['2026-05', 1, 1, 1],
      ['2026-06', 1, 0, 2],
    ]);
    expect(shares(fields)).toEqual([
      ['the-che', 1, 0, 0],
      ['tthc', 2, 1, 0],
    ]);
    const radio = channels.find(({ channel }) => channel === 'loudspeaker');
    expect([radio?.total, radio?.airings]).toEqual([2, 3]);
  });

  test('minutes and neighbourhoods are what was written down', async () => {
    const part = {
      placements: [
        {
          channel: 'loudspeaker',
          airings: [
            { date: '2026-04-03', minutes: 4, areas: ['Khu 1'] },
            { date: '2026-04-10', areas: ['Khu 1', 'Khu 2'] },
          ],
        },
      ],
    };
    const { report } = await reportOn('uong-bi', '2026-07-20', '2026-Q2', [
      item('a', 'vhxh', '2026-04-02', part),
    ]);
    const minutes = indicator(report, 'phát thanh > Thời lượng');
    expect([minutes.value, minutes.note]).toEqual([4, 'Mới ghi thời lượng 1/2 lượt']);
    expect(indicator(report, 'phát thanh > Số khu phố').value).toBe(2);
    const whole = await reportOn('uong-bi', '2026-07-20', '2026-Q2', made);
    expect(indicator(whole.report, 'phát thanh > Số khu phố').value).toBeNull();
  });

  test('an activity counts on its last day', async () => {
    const { store, report } = await reportOn('uong-bi', '2026-10-20', '2026-Q3', [
      activity('hop', 'dialogue', 'vp', '2026-09-20..2026-10-01'),
      activity('lop', 'training', 'vp', '2026-09-30'),
    ]);
    expect(heldIn(store, report.span).map(({ id }) => id)).toEqual(['lop']);
    expect(indicator(report, 'Hội nghị, lớp tập huấn').value).toBe(1);
    // The only dialogue had not ended: nothing is known of dialogues yet.
    expect(indicator(report, 'Tọa đàm, đối thoại > Đối thoại').value).toBeNull();
  });

  test('changes of procedures with their average lag', async () => {
    const { report } = await reportOn('uong-bi', '2026-07-20', '2026-Q2', [
      change('a', { signed: '2026-04-01', received: '2026-04-03', published: '2026-04-05' }),
      change('b', { signed: '2026-05-01', published: '2026-05-04' }),
    ]);
    expect(indicator(report, 'Thủ tục hành chính > Số ngày trung bình').value).toBe(2.5);
    const table = tableOf(reportDocument(report), 'thay-doi-thu-tuc');
    expect(table.rows.map((row) => said(row[6] ?? null))).toEqual(['2', '3']);
  });
});

describe('what lies ahead', () => {
  test('the numbers of the next period, without those of this one', async () => {
    const { report } = await reportOn('uong-bi', '2026-05-10', '2026-Q1');
    const [first] = report.duties.quotas;
    expect(first?.tallies.map(({ period }) => period)).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(report.duties.quotas).toHaveLength(4);
    expect(report.duties.undated.map(({ periods }) => periods)).toEqual([
      ['2026-Q1', '2026-H1'],
      [],
    ]);
  });

  test('reports with their days: «trước ngày 05» is the 4th', async () => {
    const { report } = await reportOn('thach-khoi', '2026-04-10', '2026-Q1');
    expect(report.duties.reports.map(({ period, day }) => [period, day])).toEqual([
      ['2026-H1', '2026-06-04'],
    ]);
  });
});

describe('the document', () => {
  test.each(SEED_NAMES)('%s: every row has a cell for each column', async (seed) => {
    const year = seed === 'gieng-day' ? 2025 : 2026;
    for (const label of [`${year}-Q2`, `${year}`]) {
      const { report } = await reportOn(seed, `${year}-10-31`, label);
      const tables = tablesOf(reportDocument(report));
      const ids = tables.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const sheets = tables.map(({ sheet }) => sheet);
      expect(new Set(sheets).size).toBe(sheets.length);
      for (const { columns, rows, total, sheet } of tables) {
        expect(sheet).toMatch(/^[^[\]/\\:*?]{1,31}$/);
        for (const row of [...rows, ...(total ? [total] : [])]) {
          expect(row).toHaveLength(columns.length);
        }
      }
    }
  });

  test('tables are as wide as their page, 165 or 252 mm', async () => {
    const { report } = await reportOn('uong-bi', '2026-10-31', '2026', [
      item('a', 'vhxh', '2026-03-02', airings('loudspeaker', '2026-03-05')),
      activity('lop', 'training', 'vp', '2026-09-30'),
      change('b', { signed: '2026-05-01', published: '2026-05-04' }),
    ]);
    const document = reportDocument(report);
    const annexes = new Set(document.annexes.map(({ table }) => table.id));
    const widths = tablesOf(document).map(({ id, columns }) => {
      const sum = columns.reduce((all, { width }) => all + width, 0);
      return `${id} ${sum - (annexes.has(id) ? 252 : 165)}`;
    });
    expect(widths.filter((one) => !one.endsWith(' 0'))).toEqual([]);
  });

  test('sums are sums', async () => {
    const { report } = await reportOn('uong-bi', '2026-10-31', '2026-Q2');
    for (const { columns, rows, total } of tablesOf(reportDocument(report))) {
      columns.forEach(({ sum }, at) => {
        if (!sum || !total) return;
        expect(total[at]).toBe(rows.reduce((all, row) => all + Number(row[at]), 0));
      });
    }
  });

  test('a running period and samples say so, in the title and in the name of the file', async () => {
    const sample = item('a', 'vhxh', '2026-03-02', { sample: true });
    const form = async (asOf: string, made: Parameters<typeof reportOn>[3]) => {
      const { report, store } = await reportOn('uong-bi', asOf, '2026-Q1', made);
      const { title, marks } = reportDocument(report).form;
      const { span, sample: samples } = report;
      const facts = { ward: store.ward, period: span.period, asOf, sample: samples };
      return [title.endsWith('(tạm tính)'), marks.length, reportFileName(facts)];
    };
    expect(await form('2026-04-01', [])).toEqual([false, 0, 'bao-cao-uong-bi-2026-q1']);
    expect(await form('2026-03-31', [])).toEqual([true, 1, 'bao-cao-uong-bi-2026-q1-tam-tinh']);
    expect(await form('2026-04-01', [sample])).toEqual([
      ...[true, 2, 'bao-cao-uong-bi-2026-q1-tam-tinh-so-lieu-mau'],
    ]);
  });

  test('a plan without number and day leaves room for them', async () => {
    const { report } = await reportOn('an-tuong', '2026-04-01', '2026-Q1');
    const document = reportDocument(report);
    expect(document.opening[0]).toContain('Kế hoạch số …………/KH-UBND ngày …… tháng 1 năm 2026');
    expect(document.form.signer).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  });

  test('above a ward of 2025 stands its district, above one of 2026 nobody', async () => {
    const district = reportDocument((await reportOn('gieng-day', '2025-10-31', '2025-Q3')).report);
    expect(district.form.superior).toEqual(['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HẠ LONG']);
    expect(district.form.authority).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG GIẾNG ĐÁY']);
    const { form } = reportDocument((await reportOn('thuong-phuc', '2026-10-31', '2026')).report);
    expect([form.superior, form.placeAndDate.split(',')[0]]).toEqual([[], 'Thượng Phúc']);
  });

  test('equal cells are merged, a few rows at a time', () => {
    const row = (text: string) => [text, ''];
    const table = {
      ...{ id: 'x', caption: 'x', sheet: 'x', rows: [row('a'), row('b'), row('b')] },
      columns: [
        { label: 'A', width: 10, kind: 'text' as const, merged: true },
        { label: 'B', width: 10, kind: 'text' as const },
      ],
    };
    expect(rowSpansOf(table).map(([first]) => first)).toEqual([1, 2, 0]);
    const long = { ...table, rows: Array.from({ length: 10 }, () => row('a')) };
    expect(rowSpansOf(long).map(([first]) => first)).toEqual([8, 0, 0, 0, 0, 0, 0, 0, 2, 0]);
  });
});
