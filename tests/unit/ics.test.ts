import { describe, expect, test } from 'vitest';
import { departmentCalendar } from '../../src/core/view/calendar.ts';
import { deskDepartments } from '../../src/core/view/department-desk.ts';
import {
  activitiesCalendar,
  activityCalendar,
  procedureCalendar,
} from '../../src/core/view/public-calendar.ts';
import { icsFile } from '../../src/render/ics.ts';
import { announcement, edition } from '../support/editions.ts';
import { book, plan, seedBook, task } from '../support/plan-cases.ts';
import { activity } from '../support/quota-cases.ts';
import { SEED_NAMES, type SeedName } from '../support/seeds.ts';

const link = (address: string) => `https://example.vn${address}`;

/** The file of a department. */
async function file(seed: SeedName, asOf: string, id: string): Promise<string> {
  const { store, quotas } = await seedBook(seed, asOf);
  const unit = store.departmentById.get(id);
  if (!unit) throw new RangeError(id);
  return icsFile(departmentCalendar(store, quotas, unit), link);
}

/** The events of a file as a calendar program reads them: unfolded, unescaped, by name. */
function read(text: string): Map<string, string>[] {
  const unfolded = text.replaceAll('\r\n ', '');
  return unfolded
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map(
      (event) =>
        new Map(
          event.split('\r\n').flatMap((one) => {
            const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(one) ?? [];
            const plain = value?.replace(/\\(n|.)/g, (_, mark) => (mark === 'n' ? '\n' : mark));
            return name && plain !== undefined ? [[name, plain] as const] : [];
          }),
        ),
    );
}

const days = (event: Map<string, string> | undefined) =>
  event && [event.get('DTSTART'), event.get('DTEND')];

describe('the calendar of a department', () => {
  test('«trước ngày 05/9» is the 4th, the whole day and that day only', async () => {
    const events = read(await file('thach-khoi', '2026-08-20', 'kt'));
    const report = events.find((event) => event.get('UID')?.includes('2026-Q3'));
    expect(days(report)).toEqual(['20260904', '20260905']);
    expect(report?.get('DESCRIPTION')).toContain(
      'Ngày cuối còn đúng hạn: 04/9/2026 (kế hoạch ghi «trước ngày 05/9/2026»).',
    );
    expect(report?.get('URL')).toMatch(/^https:\/\/example\.vn\/can-bo\/ke-hoach\/.*#bao-cao$/);
  });

  test('«chậm nhất 28/02» is the 28th; a quota’s day is the last of its period', async () => {
    const events = read(await file('uong-bi', '2026-10-20', 'kt'));
    const byUid = new Map(events.map((event) => [event.get('UID'), event]));
    expect(days(byUid.get('nhiem-vu.58-kh-ubnd-2026.1.kt@uong-bi.cchc'))).toEqual([
      ...['20260228', '20260301'],
    ]);
    const october = byUid.get('chi-tieu.ub-2.kt.2026-10.kt@uong-bi.cchc');
    expect(days(october)).toEqual(['20261031', '20261101']);
    expect(october?.get('SUMMARY')).toBe(
      'Chỉ tiêu: Ít nhất 02 tin/bài phát trên truyền thanh, tháng 10 năm 2026',
    );
    expect(october?.get('DESCRIPTION')).toContain('Đến 20/10/2026: 0/2, còn thiếu 2.');
    expect(october?.get('TRANSP')).toBe('TRANSPARENT');
    // The month of issue asks for nothing, so it is no date.
    expect([...byUid.keys()].filter((uid) => uid?.includes('2026-02.kt'))).toEqual([]);
  });

  test('the week that ends in the next year keeps its day', async () => {
    const events = read(await file('thuong-phuc', '2026-10-20', 'ttdvth'));
    const last = events.find((event) => event.get('UID')?.includes('2026-W53'));
    expect(days(last)).toEqual(['20270103', '20270104']);
  });

  test('the same input gives the same bytes, in any zone; only the stamp follows the date', async () => {
    const zone = process.env['TZ'];
    const made = [];
    for (const name of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env['TZ'] = name;
      made.push(await file('uong-bi', '2026-10-20', 'kt'));
    }
    process.env['TZ'] = zone;
    expect(new Set(made).size).toBe(1);
    const stamps = new Set(read(made[0] ?? '').map((event) => event.get('DTSTAMP')));
    expect(stamps).toEqual(new Set(['20261020T000000Z']));
  });

  test('an event keeps its id from day to day, and no two share one', async () => {
    for (const seed of SEED_NAMES) {
      const year = seed === 'gieng-day' ? 2025 : 2026;
      const { store, quotas } = await seedBook(seed, `${year}-10-20`);
      for (const { id } of deskDepartments(store, quotas)) {
        const uids = async (asOf: string) =>
          read(await file(seed, asOf, id)).map((event) => event.get('UID'));
        const [now, later] = [await uids(`${year}-10-20`), await uids(`${year}-11-03`)];
        expect(later).toEqual(now);
        expect(new Set(now).size).toBe(now.length);
        expect(now.every((uid) => uid?.endsWith(`.${id}@${store.ward.id}.cchc`))).toBe(true);
      }
    }
  });

  test('corrected words and days do not make another event', async () => {
    const event = async (text: string, date: string) => {
      const made = plan({ tasks: [task({ kind: 'fixed', date }, { text })] });
      const { store, quotas } = await book('2026-03-01', [made]);
      const unit = store.departmentById.get('vhxh');
      return unit && departmentCalendar(store, quotas, unit).events[0];
    };
    const [before, after] = [
      await event('Việc phải lm', '2026-03-30'),
      await event('Việc phải làm', '2026-03-31'),
    ];
    expect(before?.uid).toBe(after?.uid);
    expect([before?.to, after?.to]).toEqual(['2026-03-30', '2026-03-31']);
  });
});

describe('the file', () => {
  const long = `Việc ${'rất dài, kể nhiều; có \\ và «ngoặc» '.repeat(12)}`.trim();
  const made = plan({ tasks: [task({ kind: 'fixed', date: '2026-03-31' }, { text: long })] });

  async function longFile() {
    const { store, quotas } = await book('2026-03-01', [made]);
    const unit = store.departmentById.get('vhxh');
    if (!unit) throw new RangeError('vhxh');
    return icsFile(departmentCalendar(store, quotas, { ...unit, name: 'Phòng A, B; C' }), link);
  }

  test('follows RFC 5545: lines end with CRLF and hold at most 75 octets', async () => {
    const text = await longFile();
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const octets = text.split('\r\n').map((one) => Buffer.byteLength(one));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  });

  test('escapes what commas and semicolons would break, the calendar’s name too', async () => {
    const text = await longFile();
    const [event] = read(text);
    expect(event?.get('DESCRIPTION')).toContain(long);
    expect(event?.get('SUMMARY')?.length).toBeLessThan(105);
    expect(event?.get('SUMMARY')).toMatch(/…$/);
    expect(text.replaceAll('\r\n ', '')).toContain('X-WR-CALNAME:CCHC: Phòng A\\, B\\; C\r\n');
  });

  test('without a known origin events have no address rather than a wrong one', async () => {
    const { store, quotas } = await book('2026-03-01', [made]);
    const unit = store.departmentById.get('vhxh');
    const [event] = unit
      ? read(icsFile(departmentCalendar(store, quotas, unit), () => undefined))
      : [];
    expect(event?.has('URL')).toBe(false);
  });

  test('samples are named in the calendar and in every event', async () => {
    const { store, quotas } = await book('2026-03-01', [made]);
    const unit = store.departmentById.get('vhxh');
    if (!unit) throw new RangeError('vhxh');
    const view = departmentCalendar(store, quotas, unit);
    const text = icsFile({ ...view, sample: true }, link).replaceAll('\r\n ', '');
    expect(text).toMatch(/X-WR-CALNAME:.*\(SỐ LIỆU MẪU\)/);
    for (const event of read(text)) {
      expect(event.get('SUMMARY')).toMatch(/^\[MẪU\] /);
      expect(event.get('DESCRIPTION')).toContain('SỐ LIỆU MẪU');
    }
    expect(icsFile(view, link)).not.toContain('MẪU');
  });
});

describe('the calendar of activities', () => {
  const made = [
    activity('chua-den', 'seminar', 'vhxh', '2026-03-14'),
    activity('mot-ngay', 'seminar', 'vhxh', '2026-03-10'),
    activity('nhieu-ngay', 'contest', 'kt', '2026-03-12..2026-03-20'),
  ];

  test('has those that are announced too, with their first and last day', async () => {
    const here = await edition('uong-bi', '2026-03-13', made);
    const events = read(icsFile(activitiesCalendar(here), link));
    expect(events.map((event) => [event.get('UID'), ...(days(event) ?? [])])).toEqual([
      ['hoat-dong.mot-ngay@uong-bi.cchc', '20260310', '20260311'],
      ['hoat-dong.nhieu-ngay@uong-bi.cchc', '20260312', '20260321'],
      ['hoat-dong.chua-den@uong-bi.cchc', '20260314', '20260315'],
    ]);
    expect(events[0]?.get('URL')).toBe('https://example.vn/hoat-dong/mot-ngay/');
  });

  test('gives one activity alone, the same event as among the others', async () => {
    const here = await edition('uong-bi', '2026-03-13', made);
    const [announced] = here.announced;
    if (!announced) throw new RangeError('nothing announced');
    const alone = read(icsFile(activityCalendar(here, announced), link));
    const among = read(icsFile(activitiesCalendar(here), link));
    expect(alone).toEqual([among.at(-1)]);
  });
});

describe('the calendar of procedures', () => {
  const change = (code: string, more: object) => ({
    kind: 'new',
    code,
    name: `Thủ tục ${code}`,
    effective: '2026-06-01',
    ...more,
  });
  const events = async (asOf: string, ...announcements: Parameters<typeof announcement>[]) => {
    const texts = announcements.map((one) => announcement(...one));
    const here = await edition('uong-bi', asOf, texts);
    return read(icsFile(procedureCalendar(here), link)).map((event) => [
      event.get('UID')?.replace('@uong-bi.cchc', ''),
      event.get('DTSTART'),
      event.get('SUMMARY'),
    ]);
  };

  test('has first days, and last days that the announcement sets, as whole days', async () => {
    const found = await events('2026-05-20', [
      'tam',
      '2026-05-12',
      change('9.000001', { expires: '2026-12-31' }),
      change('9.000002', { kind: 'repealed' }),
    ]);
    expect(found).toEqual([
      [
        ...['thu-tuc.tam.9.000001.hieu-luc', '20260601'],
        'Có hiệu lực từ 01/6/2026: Thủ tục 9.000001',
      ],
      [
        ...['thu-tuc.tam.9.000001.het-hieu-luc', '20261231'],
        'Ngày cuối còn hiệu lực: Thủ tục 9.000001',
      ],
      ['thu-tuc.tam.9.000002.hieu-luc', '20260601', 'Bãi bỏ từ 01/6/2026: Thủ tục 9.000002'],
    ]);
  });

  test('drops a last day that another announcement has overtaken', async () => {
    const found = await events(
      '2026-08-01',
      ['tam', '2026-05-12', change('9.000001', { expires: '2026-12-31' })],
      ['bo', '2026-07-12', change('9.000001', { kind: 'repealed', effective: '2026-09-01' })],
    );
    expect(found.map(([uid, day]) => [uid, day])).toEqual([
      ['thu-tuc.bo.9.000001.hieu-luc', '20260901'],
      ['thu-tuc.tam.9.000001.hieu-luc', '20260601'],
    ]);
  });

  test('knows nothing of an announcement before its day', async () => {
    expect(await events('2026-05-11', ['tam', '2026-05-12', change('9.000001', {})])).toEqual([]);
  });
});
