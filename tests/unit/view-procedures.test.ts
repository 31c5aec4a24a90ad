import { describe, expect, test } from 'vitest';
import { noticePage } from '../../src/core/view/procedure-notice.ts';
import { latestNotices, procedureRegister } from '../../src/core/view/procedure-register.ts';
import { announcement, edition } from '../support/editions.ts';

const change = (code: string, effective: string, more: object = {}) => ({
  kind: 'amended',
  code,
  name: `Thủ tục ${code}`,
  effective,
  ...more,
});

async function states(asOf: string, made: Parameters<typeof edition>[2]) {
  const groups = procedureRegister(await edition('uong-bi', asOf, made));
  return Object.fromEntries(groups.map(({ state, rows }) => [state, rows.map(({ name }) => name)]));
}

describe('the register of procedures', () => {
  const made = [
    announcement('a', '2026-03-01', change('1.000001', '2026-04-01')),
    announcement('b', '2026-03-02', change('1.000002', '2026-03-10', { expires: '2026-05-31' })),
    announcement('c', '2026-03-03', change('1.000003', '2026-03-15', { kind: 'repealed' })),
  ];

  test('sorts by the state on the date: on the first day in force, on the last still', async () => {
    expect(await states('2026-03-31', made)).toEqual({
      upcoming: ['Thủ tục 1.000001'],
      'in-force': ['Thủ tục 1.000002'],
      ended: ['Thủ tục 1.000003'],
    });
    expect(await states('2026-04-01', made)).toMatchObject({ upcoming: [] });
    expect((await states('2026-05-31', made))['in-force']).toContain('Thủ tục 1.000002');
    expect((await states('2026-06-01', made))['ended']).toContain('Thủ tục 1.000002');
  });

  test('knows nothing of an announcement that is dated later', async () => {
    expect(await states('2026-02-28', made)).toEqual({ upcoming: [], 'in-force': [], ended: [] });
  });

  test('ends a change when a later announcement repeals or replaces its procedure', async () => {
    const first = announcement('a', '2026-03-01', change('1.000001', '2026-03-05'));
    const repeal = announcement(
      'b',
      '2026-04-01',
      change('1.000001', '2026-05-01', { kind: 'repealed' }),
    );
    const replacing = announcement(
      'c',
      '2026-04-01',
      change('1.000009', '2026-05-01', { kind: 'new', replaces: ['1.000001'] }),
    );
    for (const later of [repeal, replacing]) {
      expect((await states('2026-04-30', [first, later]))['in-force']).toEqual([
        'Thủ tục 1.000001',
      ]);
      expect((await states('2026-05-01', [first, later]))['ended']).toContain('Thủ tục 1.000001');
      const here = await edition('uong-bi', '2026-05-01', [first, later]);
      const entry = here.procedureChanges.find(({ id }) => id === 'a');
      const [procedure] = entry ? noticePage(here, entry).procedures : [];
      expect(procedure?.endedBy?.text).toMatch(/^Thông báo mang tên [bc]$/);
      expect(procedure?.facts[0]).toMatchObject({ values: [{ day: '2026-04-30' }] });
    }
  });

  test('does not end what was changed again after a repeal', async () => {
    const made = [
      announcement('a', '2026-03-01', change('1.000001', '2026-03-05', { kind: 'repealed' })),
      announcement('b', '2026-04-01', change('1.000001', '2026-04-05', { kind: 'new' })),
    ];
    expect((await states('2026-05-01', made))['in-force']).toEqual(['Thủ tục 1.000001']);
  });
});

describe('a notice', () => {
  test('leads with what is to come, then with what came last', async () => {
    const notices = latestNotices(
      await edition('uong-bi', '2026-04-15', [
        announcement('cu', '2026-03-01', change('1.000001', '2026-03-05')),
        announcement('moi', '2026-04-01', change('1.000002', '2026-04-10')),
        announcement('xa', '2026-04-01', change('1.000003', '2026-07-01')),
        announcement(
          'gan',
          '2026-04-01',
          change('1.000004', '2026-05-01'),
          change('1.000005', '2026-04-02'),
        ),
      ]),
    );
    expect(notices.map(({ title, from, state }) => [title.slice(-3).trim(), from, state])).toEqual([
      ['gan', '2026-05-01', 'upcoming'],
      ['xa', '2026-07-01', 'upcoming'],
      ['moi', '2026-04-10', 'in-force'],
      ['cu', '2026-03-05', 'in-force'],
    ]);
  });

  test('says how a procedure ceased, and compares only where there is a before', async () => {
    const here = await edition('uong-bi', '2026-06-01', [
      announcement(
        'a',
        '2026-03-01',
        change('1.000001', '2026-04-01', { kind: 'repealed' }),
        change('1.000002', '2026-04-01', { kind: 'replaced', replacedBy: ['1.000003'] }),
        change('1.000003', '2026-04-01', {
          kind: 'new',
          changes: [{ aspect: 'Cách nộp', after: 'Trực tuyến' }],
        }),
      ),
    ]);
    const [entry] = here.procedureChanges;
    const { procedures } = noticePage(here, entry as NonNullable<typeof entry>);
    expect(procedures.map(({ effectiveLabel, stateText }) => [effectiveLabel, stateText])).toEqual([
      ['Bãi bỏ từ', 'Đã bãi bỏ'],
      ['Được thay thế từ', 'Đã được thay thế'],
      ['Có hiệu lực từ', 'Đã có hiệu lực'],
    ]);
    expect(procedures[2]).toMatchObject({ showBefore: false, afterHeading: 'Từ ngày 01/4/2026' });
    expect(procedures[0]?.portal.url).toBe('https://dichvucong.gov.vn/');
  });
});
