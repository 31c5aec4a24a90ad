import { describe, expect, test } from 'vitest';
import {
  activity,
  airings,
  count,
  inWords,
  item,
  type Made,
  membership,
  on,
  tallyNamed,
  yaml,
} from '../support/quota-cases.ts';
import type { SeedName } from '../support/seeds.ts';

/** What is the case, on which day, with which content, and how the named tallies read then. */
type Case = readonly [what: string, asOf: string, made: Made[], tallies: Record<string, string>];

function cases(rule: string, seed: SeedName, table: readonly Case[]) {
  describe(rule, () => {
    test.each(table)('%s (%s)', async (_, asOf, made, wanted) => {
      const result = await count(seed, asOf, made);
      const found = Object.keys(wanted).map((name) => [name, inWords(tallyNamed(result, name))]);
      expect(Object.fromEntries(found)).toEqual(wanted);
    });
  });
}

const LOUD = 'loudspeaker';
const PORTAL = 'upper-portal';
const repost = { origin: { kind: 'repost', source: { title: 'Báo của tỉnh' } } };
const economy = { topics: ['dau-tu'] };
const repeatOf = (of: string, date: string) => ({
  originality: { decision: 'repeat', of, by: 'Phòng Văn hóa', date, reason: 'Cùng một việc.' },
});
const withdrawn = (date: string) => ({ withdrawn: { date, reason: 'Có sai sót.' } });

cases('ub-2: each department airs two items a month', 'uong-bi', [
  [
    'aired items count; one that was only sent has no date',
    '2026-04-01',
    [
      item('a', 'vhxh', '2026-03-02', on(LOUD, { aired: '2026-03-10' })),
      item('b', 'vhxh', '2026-03-02', on(LOUD, { sent: '2026-03-05', aired: '2026-03-20' })),
      item('c', 'vhxh', '2026-03-02', on(LOUD, { sent: '2026-03-11' })),
      item('d', 'vp', '2026-03-02'),
    ],
    {
      'ub-2 vhxh 2026-03': 'met 2/2; c no-date',
      'ub-2 vp 2026-03': 'short 0/2; d no-event',
      'ub-2 kt 2026-03': 'short 0/2',
      'ub-2 ttpvhcc 2026-03': 'none',
    },
  ],
  [
    'an item aired five times is one item',
    '2026-04-01',
    [
      item(
        'a',
        'kt',
        '2026-03-02',
        airings(LOUD, '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'),
      ),
    ],
    { 'ub-2 kt 2026-03': 'short 1/2' },
  ],
  [
    'the last of March and the first of April are two months',
    '2026-05-01',
    [
      item('a', 'vp', '2026-03-30', on(LOUD, { aired: '2026-03-31' })),
      item('b', 'vp', '2026-03-30', on(LOUD, { aired: '2026-04-01' })),
    ],
    { 'ub-2 vp 2026-03': 'short 1/2; b again', 'ub-2 vp 2026-04': 'short 1/2' },
  ],
  [
    'an item aired in two months counts in the first',
    '2026-05-01',
    [item('a', 'vp', '2026-03-30', airings(LOUD, '2026-03-30T17:00', '2026-04-02T17:00'))],
    { 'ub-2 vp 2026-03': 'short 1/2', 'ub-2 vp 2026-04': 'short 0/2; a again' },
  ],
  [
    'on its last day a month is open',
    '2026-03-31',
    [
      item('a', 'vp', '2026-03-02', on(LOUD, { aired: '2026-03-31' })),
      item('b', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-03' })),
      item('c', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-31' })),
    ],
    {
      'ub-2 vp 2026-03': 'open 1/2',
      'ub-2 kt 2026-03': 'met 2/2',
      'ub-2 kt 2026-04': 'upcoming 0/2',
      'ub-2 kt 2026-12': 'upcoming 0/2',
      'ub-2 kt 2027-01': 'none',
    },
  ],
  [
    'the month of the plan is not counted',
    '2026-03-01',
    [
      item('a', 'vp', '2026-02-24', on(LOUD, { aired: '2026-02-25' })),
      item('b', 'vp', '2026-02-24', airings(LOUD, '2026-02-26', '2026-03-01')),
    ],
    {
      'ub-2 vp 2026-01': 'none',
      'ub-2 vp 2026-02': 'not-counted 0/2; a no-event, b again',
      'ub-2 vp 2026-03': 'open 1/2',
    },
  ],
  [
    'what is aired after the day of counting is not there yet',
    '2026-03-15',
    [
      item('a', 'vp', '2026-03-02', on(LOUD, { aired: '2026-03-16' })),
      item('b', 'vp', '2026-03-16', on(LOUD, { aired: '2026-03-16' })),
    ],
    { 'ub-2 vp 2026-03': 'open 0/2; a no-event' },
  ],
  [
    '… and is there on its day',
    '2026-03-16',
    [
      item('a', 'vp', '2026-03-02', on(LOUD, { aired: '2026-03-16' })),
      item('b', 'vp', '2026-03-16', on(LOUD, { aired: '2026-03-16' })),
    ],
    { 'ub-2 vp 2026-03': 'met 2/2' },
  ],
  [
    'an item without a page here counts on the air',
    '2026-04-01',
    [item('a', 'vp', '2026-03-02', { web: false }, on(LOUD, { aired: '2026-03-10' }))],
    { 'ub-2 vp 2026-03': 'short 1/2' },
  ],
  [
    'neither co-ordinator nor author counts',
    '2026-04-01',
    [
      item('a', 'vp', '2026-03-02', on(LOUD, { aired: '2026-03-10' }), {
        coordinators: ['kt', 'vhxh'],
        author: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      }),
      item('b', 'ttpvhcc', '2026-03-02', on(LOUD, { aired: '2026-03-10' }), {
        coordinators: ['kt'],
      }),
    ],
    {
      'ub-2 vp 2026-03': 'short 1/2',
      'ub-2 kt 2026-03': 'short 0/2',
      'ub-2 vhxh 2026-03': 'short 0/2',
    },
  ],
  [
    'brief, story and reportage are summed; photo and video are not tin/bài',
    '2026-04-01',
    ['brief', 'story', 'reportage', 'photo', 'video'].map((genre) =>
      item(genre, 'kt', '2026-03-02', { genre }, on(LOUD, { aired: '2026-03-10' })),
    ),
    { 'ub-2 kt 2026-03': 'met 3/2; photo genre, video genre' },
  ],
  [
    'a withdrawn item counts nowhere',
    '2026-04-01',
    [
      item('a', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-10' }), withdrawn('2026-04-01')),
      item('b', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-10' }), withdrawn('2026-04-02')),
    ],
    { 'ub-2 kt 2026-03': 'short 1/2; a withdrawn' },
  ],
  [
    'a repost and a repeated text count where nothing need be new',
    '2026-04-01',
    [
      item('a', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-10' }), repost),
      item('b', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-11' }), { body: 'Cùng một bài.' }),
      item('c', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-12' }), { body: 'Cùng một bài.' }),
    ],
    { 'ub-2 kt 2026-03': 'met 3/2' },
  ],
  [
    'other readings: all together, and by the day of sending',
    '2026-04-01',
    [
      item('a', 'vp', '2026-03-02', on(LOUD, { sent: '2026-03-05', aired: '2026-03-10' })),
      item('b', 'kt', '2026-03-02', on(LOUD, { aired: '2026-03-31' })),
      item('c', 'kt', '2026-03-02', on(LOUD, { sent: '2026-03-05' })),
      item('d', 'kt', '2026-02-26', on(LOUD, { sent: '2026-02-27', aired: '2026-03-05' })),
    ],
    {
      'ub-2 vp 2026-03': 'short 1/2',
      'ub-2 kt 2026-03': 'met 2/2; c no-date',
      'ub-2 (Tính chung) joint 2026-03': 'met 3/2; c no-date',
      // `sent` of b is blank, so it is the day of airing; that of d lies before the first month.
      'ub-2 (ngày gửi) kt 2026-03': 'met 2/2; d no-event',
      'ub-2 (ngày gửi) vp 2026-03': 'short 1/2',
    },
  ],
  [
    'a department that leaves its group in the middle of a month is not counted for it',
    '2026-07-01',
    [
      membership('phong-don-vi', 'kt', { to: '2026-05-15' }),
      item('a', 'kt', '2026-05-04', on(LOUD, { aired: '2026-05-15' })),
      item('b', 'kt', '2026-05-04', on(LOUD, { aired: '2026-05-16' })),
    ],
    {
      'ub-2 kt 2026-04': 'short 0/2',
      'ub-2 kt 2026-05': 'not-counted 1/2',
      'ub-2 kt 2026-06': 'none',
      'ub-2 (Tính chung) joint 2026-05': 'short 1/2',
      'ub-2 (Tính chung) joint 2026-06': 'short 0/2',
    },
  ],
  [
    '… nor one that joins in the middle',
    '2026-07-01',
    [
      membership('phong-don-vi', 'kt', { from: '2026-05-02' }),
      item('a', 'kt', '2026-05-01', on(LOUD, { aired: '2026-05-01' })),
      item('b', 'kt', '2026-05-01', on(LOUD, { aired: '2026-05-02' })),
    ],
    {
      'ub-2 kt 2026-04': 'none',
      'ub-2 kt 2026-05': 'not-counted 1/2',
      'ub-2 kt 2026-06': 'short 0/2',
    },
  ],
  [
    'leaving on the last day of a month is a whole month',
    '2026-07-01',
    [membership('phong-don-vi', 'kt', { to: '2026-05-31' })],
    { 'ub-2 kt 2026-05': 'short 0/2', 'ub-2 kt 2026-06': 'none' },
  ],
]);

cases('ub-3: items on the page, shown and never judged', 'uong-bi', [
  [
    'a year counts whole, from before the plan to the day of counting',
    '2026-07-01',
    [
      item('a', 'vp', '2026-01-10'),
      item('b', 'vp', '2026-07-01'),
      item('c', 'vp', '2026-07-02'),
      item('d', 'vp', '2026-06-01', { web: false }, on(LOUD, { aired: '2026-06-02' })),
      item('e', 'vp', '2026-06-01', { genre: 'video' }),
      item('f', 'vp', '2025-12-31'),
    ],
    {
      'ub-3 vp 2026': 'tracked 2/-; d no-event, e genre',
      'ub-3 kt 2026': 'tracked 0/-',
      'ub-3 (Tính chung) joint 2026': 'tracked 2/-; d no-event, e genre',
      'ub-3 vp 2025': 'none',
    },
  ],
  ['it is never short', '2027-02-01', [], { 'ub-3 vp 2026': 'tracked 0/-' }],
]);

cases('at-3: a seminar in the year', 'an-tuong', [
  ['before the plan there is nothing', '2025-12-31', [], { 'at-3 ttdvc 2026': 'none' }],
  ['the year is open on its last day', '2026-12-31', [], { 'at-3 ttdvc 2026': 'open 0/1' }],
  ['… and short on the next', '2027-01-01', [], { 'at-3 ttdvc 2026': 'short 0/1' }],
  [
    'it is met on the day it is held',
    '2026-05-20',
    [activity('a', 'seminar', 'ttdvc', '2026-05-20')],
    { 'at-3 ttdvc 2026': 'met 1/1', 'at-4 vp 2026': 'open 0/1' },
  ],
  [
    '… and not a day earlier',
    '2026-05-19',
    [activity('a', 'seminar', 'ttdvc', '2026-05-20')],
    { 'at-3 ttdvc 2026': 'open 0/1' },
  ],
  [
    'only seminars count, and only those of the centre',
    '2026-12-31',
    [
      activity('a', 'dialogue', 'ttdvc', '2026-05-20'),
      activity('b', 'training', 'ttdvc', '2026-05-20'),
      activity('c', 'seminar', 'vhxh', '2026-05-20'),
      item('d', 'ttdvc', '2026-05-20'),
    ],
    { 'at-3 ttdvc 2026': 'open 0/1', 'at-3 (đơn vị phối hợp) ttdvc 2026': 'met 1/1' },
  ],
  [
    'it counts on its last day',
    '2027-01-10',
    [activity('a', 'seminar', 'ttdvc', '2025-12-30..2026-01-02')],
    { 'at-3 ttdvc 2026': 'met 1/1' },
  ],
  [
    '… and not when that lies in the next year',
    '2027-01-10',
    [activity('a', 'seminar', 'ttdvc', '2026-12-30..2027-01-02')],
    { 'at-3 ttdvc 2026': 'short 0/1' },
  ],
]);

cases('at-4: a dialogue in the year', 'an-tuong', [
  [
    'the office leads; dialogues of others count only in the other reading',
    '2026-11-21',
    [
      activity('a', 'dialogue', 'kt', '2026-06-10'),
      activity('b', 'dialogue', 'ttpvhcc', '2026-07-10'),
    ],
    { 'at-4 vp 2026': 'open 0/1', 'at-4 (các cơ quan) vp 2026': 'met 2/1' },
  ],
  [
    'one dialogue meets it',
    '2027-01-01',
    [activity('a', 'dialogue', 'vp', '2026-12-31')],
    { 'at-4 vp 2026': 'met 1/1' },
  ],
]);

cases('tp-2a: the culture office and the office have two items on the page', 'thuong-phuc', [
  [
    'the lead is counted; items of the office count for it',
    '2026-05-01',
    [item('a', 'vhxh', '2026-04-01'), item('b', 'vp', '2026-04-30'), item('c', 'kt', '2026-04-10')],
    {
      'tp-2a vhxh 2026-04': 'met 2/2',
      'tp-2a vp 2026-04': 'none',
      'tp-2a (Chỉ tính tin/bài) vhxh 2026-04': 'short 1/2',
      'tp-2a (Gộp với tp-2b) joint 2026-04': 'met 3/2',
    },
  ],
  [
    'what has no page here does not count',
    '2026-05-01',
    [item('a', 'vhxh', '2026-04-10', { web: false }, on('facebook', { published: '2026-04-10' }))],
    { 'tp-2a vhxh 2026-04': 'short 0/2; a no-event', 'tp-7 joint 2026': 'tracked 1/-' },
  ],
  [
    'the month of the plan is not counted and nothing of it is carried on',
    '2026-05-01',
    [item('a', 'vhxh', '2026-03-31'), item('b', 'vhxh', '2026-04-01')],
    {
      'tp-2a vhxh 2026-02': 'none',
      'tp-2a vhxh 2026-03': 'not-counted 0/2; a no-event',
      'tp-2a vhxh 2026-04': 'short 1/2',
    },
  ],
]);

cases('tp-2b: the specialised offices have two items on the page', 'thuong-phuc', [
  [
    'together, or each in the other reading',
    '2026-05-01',
    [
      item('a', 'kt', '2026-04-10', { coordinators: ['vp'] }),
      item('b', 'kt', '2026-04-10', { genre: 'brief' }),
      item('c', 'kt', '2026-04-10', { genre: 'photo' }),
      item('d', 'ttdvth', '2026-04-10', { coordinators: ['vhxh'] }),
      item('e', 'bqlda', '2026-04-10'),
    ],
    {
      'tp-2b joint 2026-04': 'met 2/2; c genre',
      'tp-2b (Từng phòng) kt 2026-04': 'met 2/2; c genre',
      'tp-2b (Từng phòng) vp 2026-04': 'short 0/2',
      'tp-2b (Từng phòng) ttdvth 2026-04': 'none',
    },
  ],
]);

const OFTEN = ['2026-04-06', '2026-04-08', '2026-04-15', '2026-05-04', '2026-05-05'];

cases('tp-3: the centre and the culture office air two items', 'thuong-phuc', [
  [
    'one item aired five times counts once; another channel does not count',
    '2026-06-01',
    [
      item('a', 'ttdvth', '2026-04-02', airings(LOUD, ...OFTEN)),
      item('b', 'vhxh', '2026-04-02', on(LOUD, { aired: '2026-04-30' })),
      item('c', 'vhxh', '2026-04-02', on('youtube', { aired: '2026-04-30' })),
      item('d', 'kt', '2026-04-02', on(LOUD, { aired: '2026-04-30' })),
    ],
    {
      'tp-3 joint 2026-04': 'met 2/2; c no-event',
      'tp-3 joint 2026-05': 'short 0/2; a again',
      'tp-3 (Chỉ tính Trung tâm) ttdvth 2026-04': 'short 1/2',
    },
  ],
  [
    'by the day of sending; where it is blank, the earliest other date',
    '2026-06-01',
    [
      item('a', 'ttdvth', '2026-04-02', on(LOUD, { sent: '2026-04-30', aired: '2026-05-04' })),
      item('b', 'ttdvth', '2026-04-02', airings(LOUD, '2026-05-20', '2026-04-29')),
      item('c', 'ttdvth', '2026-05-02', on(LOUD, { sent: '2026-05-30' })),
    ],
    {
      'tp-3 joint 2026-04': 'short 1/2; a again',
      'tp-3 joint 2026-05': 'short 1/2; b again, c no-date',
      'tp-3 (ngày gửi) joint 2026-04': 'met 2/2',
      'tp-3 (ngày gửi) joint 2026-05': 'short 1/2; a again, b again',
    },
  ],
]);

cases('tp-4: one new item handed in to the city’s page', 'thuong-phuc', [
  [
    'handed in on the day it is published here it is new',
    '2026-05-01',
    [item('a', 'vhxh', '2026-04-10', on(PORTAL, { sent: '2026-04-10' }))],
    { 'tp-4 vhxh 2026-04': 'met 1/1' },
  ],
  [
    'a day later it is not, but for the other reading',
    '2026-05-01',
    [item('a', 'vhxh', '2026-04-10', on(PORTAL, { sent: '2026-04-11' }))],
    {
      'tp-4 vhxh 2026-04': 'short 0/1; a placed-before',
      'tp-4 (kênh khác trước ngày gửi) vhxh 2026-04': 'met 1/1',
    },
  ],
  [
    'without a page here any day will do',
    '2026-05-01',
    [item('a', 'kt', '2026-04-10', { web: false }, on(PORTAL, { sent: '2026-04-20' }))],
    { 'tp-4 vhxh 2026-04': 'met 1/1' },
  ],
  [
    'heard on the air before, it is not new; heard on the same day, it is',
    '2026-05-01',
    [
      item('a', 'vp', '2026-04-20', { web: false }, on(PORTAL, { sent: '2026-04-20' }), {
        placements: [{ channel: LOUD, airings: [{ date: '2026-04-19' }] }],
      }),
      item('b', 'vp', '2026-04-20', { web: false }, on(PORTAL, { sent: '2026-04-20' }), {
        placements: [{ channel: LOUD, airings: [{ date: '2026-04-20' }] }],
      }),
      // Handing in elsewhere is no publication.
      item('c', 'vp', '2026-04-20', { web: false }, on(PORTAL, { sent: '2026-04-20' }), {
        placements: [{ channel: 'press', sent: '2026-04-01' }],
      }),
    ],
    { 'tp-4 vhxh 2026-04': 'met 2/1; a placed-before' },
  ],
  [
    'a blank day of sending is the earliest other date of the placement',
    '2026-05-01',
    [
      item('a', 'vhxh', '2026-04-10', on(PORTAL, { published: '2026-04-10' })),
      item('b', 'vhxh', '2026-04-10', on(PORTAL, { published: '2026-04-15' })),
      item('c', 'vhxh', '2026-04-10', on(PORTAL)),
    ],
    { 'tp-4 vhxh 2026-04': 'met 1/1; b placed-before, c no-event' },
  ],
  [
    'read by the day of publication, a text not yet published has no date',
    '2026-06-01',
    [
      item('a', 'vhxh', '2026-04-30', { web: false }, on(PORTAL, { sent: '2026-04-30' })),
      item(
        'b',
        'vhxh',
        '2026-04-30',
        { web: false },
        {
          placements: [{ channel: PORTAL, sent: '2026-04-30', published: '2026-05-02' }],
        },
      ),
    ],
    {
      'tp-4 vhxh 2026-04': 'met 2/1',
      'tp-4 (Thành phố đăng) vhxh 2026-04': 'short 0/1; a no-date, b again',
      'tp-4 (Thành phố đăng) vhxh 2026-05': 'met 1/1',
    },
  ],
  [
    'a repost is not new',
    '2026-05-01',
    [item('a', 'vhxh', '2026-04-10', on(PORTAL, { sent: '2026-04-10' }), repost)],
    { 'tp-4 vhxh 2026-04': 'short 0/1; a repost', 'tp-2a vhxh 2026-04': 'short 1/2' },
  ],
  [
    'two departments that may not send for it',
    '2026-05-01',
    [
      item('a', 'ttdvth', '2026-04-10', on(PORTAL, { sent: '2026-04-10' })),
      item('b', 'bqlda', '2026-04-10', on(PORTAL, { sent: '2026-04-10' })),
    ],
    { 'tp-4 vhxh 2026-04': 'short 0/1' },
  ],
]);

cases('tp-5: one new item on the economy', 'thuong-phuc', [
  [
    'a topic of the list is needed, and one will do',
    '2026-05-01',
    [
      item('a', 'kt', '2026-04-10'),
      item('b', 'kt', '2026-04-10', { topics: ['dich-vu-cong'], fields: ['kinh-te-xa-hoi'] }),
      item('c', 'bqlda', '2026-04-10', { topics: ['dich-vu-cong', 'quy-hoach'] }),
      item('d', 'vhxh', '2026-04-10', economy),
    ],
    {
      'tp-5 joint 2026-04': 'met 1/1; a topic, b topic',
      'tp-5 (Từng đơn vị) kt 2026-04': 'short 0/1; a topic, b topic',
      'tp-5 (Từng đơn vị) bqlda 2026-04': 'met 1/1',
    },
  ],
  [
    'published elsewhere on an earlier day it is not new, on the same day it is',
    '2026-05-01',
    [
      item('a', 'kt', '2026-04-10', economy, on('facebook', { published: '2026-04-09' })),
      item('b', 'kt', '2026-04-10', economy, on('facebook', { published: '2026-04-10' })),
      item('c', 'kt', '2026-04-10', economy, on('zalo', { published: '2026-04-11' })),
    ],
    { 'tp-5 joint 2026-04': 'met 2/1; a placed-before' },
  ],
  [
    'the same text on the same day: the first id is new',
    '2026-05-01',
    [
      item('b', 'kt', '2026-04-10', economy, { body: 'Quy hoạch chi tiết khu dân cư.' }),
      item('a', 'bqlda', '2026-04-10', economy, { body: '**Quy hoạch**, chi tiết: khu dân cư!' }),
    ],
    { 'tp-5 joint 2026-04': 'met 1/1; b repeat' },
  ],
  [
    'the same text later is a repeat, whoever wrote it first',
    '2026-06-01',
    [
      item('z', 'mttq', '2026-03-02', { body: 'Quy hoạch chi tiết khu dân cư.' }),
      item('a', 'kt', '2026-04-10', economy, { body: 'Quy hoạch chi tiết khu dân cư.' }),
      item('b', 'kt', '2026-05-10', economy, { body: 'Quy hoạch khu dân cư.' }),
    ],
    { 'tp-5 joint 2026-04': 'short 0/1; a repeat', 'tp-5 joint 2026-05': 'met 1/1' },
  ],
  [
    'a decision of «new» does not make an equal text new',
    '2026-06-01',
    [
      item('a', 'kt', '2026-04-10', economy, { body: 'Quy hoạch chi tiết khu dân cư.' }),
      item('b', 'kt', '2026-05-10', economy, {
        body: 'Quy hoạch chi tiết khu dân cư.',
        originality: { decision: 'new', by: 'VH-XH', date: '2026-05-11', reason: 'Việc mới.' },
      }),
    ],
    { 'tp-5 joint 2026-05': 'short 0/1; b repeat' },
  ],
  [
    'before the earlier text exists, the later one is new',
    '2026-04-10',
    [
      item('a', 'kt', '2026-04-10', economy, { body: 'Quy hoạch chi tiết khu dân cư.' }),
      item('b', 'kt', '2026-04-11', economy, { body: 'Quy hoạch chi tiết khu dân cư.' }),
    ],
    { 'tp-5 joint 2026-04': 'met 1/1' },
  ],
  [
    'a recorded decision stops an item from the day it was taken',
    '2026-04-20',
    [
      item('a', 'kt', '2026-04-10', economy),
      item('b', 'kt', '2026-04-11', economy, repeatOf('2026/04/a', '2026-04-20')),
      item('c', 'kt', '2026-04-12', economy, repeatOf('2026/04/a', '2026-04-21')),
    ],
    { 'tp-5 joint 2026-04': 'met 2/1; b repeat' },
  ],
  [
    'genre comes before topic, withdrawal before both',
    '2026-05-01',
    [
      item('a', 'kt', '2026-04-10', { genre: 'photo' }),
      item('b', 'kt', '2026-04-10', { genre: 'photo' }, withdrawn('2026-04-11')),
    ],
    { 'tp-5 joint 2026-04': 'short 0/1; a genre, b withdrawn' },
  ],
]);

cases('tp-6: an airing every week', 'thuong-phuc', [
  [
    'every airing counts, in its own week',
    '2026-05-11',
    [item('a', 'ttdvth', '2026-04-02', airings(LOUD, ...OFTEN))],
    {
      'tp-6 ttdvth 2026-W15': 'met 2/1',
      'tp-6 ttdvth 2026-W16': 'met 1/1',
      'tp-6 ttdvth 2026-W17': 'short 0/1',
      'tp-6 ttdvth 2026-W19': 'met 2/1',
    },
  ],
  [
    'twice on one day at different times is two',
    '2026-04-13',
    [item('a', 'ttdvth', '2026-04-06', airings(LOUD, '2026-04-06T05:30', '2026-04-06T17:00'))],
    { 'tp-6 ttdvth 2026-W15': 'met 2/1' },
  ],
  [
    'aired without a list is one airing; with a list it adds none',
    '2026-05-01',
    [
      item('a', 'ttdvth', '2026-04-06', on(LOUD, { aired: '2026-04-07' })),
      item('b', 'ttdvth', '2026-04-13', {
        placements: [{ channel: LOUD, aired: '2026-04-14', airings: [{ date: '2026-04-16' }] }],
      }),
    ],
    { 'tp-6 ttdvth 2026-W15': 'met 1/1', 'tp-6 ttdvth 2026-W16': 'met 1/1' },
  ],
  [
    'Sunday closes a week, Monday opens one',
    '2026-04-19',
    [item('a', 'ttdvth', '2026-04-02', airings(LOUD, '2026-04-12', '2026-04-13'))],
    {
      'tp-6 ttdvth 2026-W15': 'met 1/1',
      'tp-6 ttdvth 2026-W16': 'met 1/1',
      'tp-6 ttdvth 2026-W17': 'upcoming 0/1',
    },
  ],
  [
    'on Sunday a week is open, on Monday short; one that was sent has no date',
    '2026-04-19',
    [item('a', 'ttdvth', '2026-04-06', on(LOUD, { sent: '2026-04-06' }))],
    {
      'tp-6 ttdvth 2026-W15': 'short 0/1; a no-date',
      'tp-6 ttdvth 2026-W16': 'open 0/1',
    },
  ],
  [
    'the week of the plan is not counted',
    '2026-03-16',
    [item('a', 'ttdvth', '2026-03-06', airings(LOUD, '2026-03-07', '2026-03-09'))],
    {
      'tp-6 ttdvth 2026-W09': 'none',
      'tp-6 ttdvth 2026-W10': 'not-counted 0/1; a no-event',
      'tp-6 ttdvth 2026-W11': 'met 1/1',
    },
  ],
  [
    'week 53 reaches into January and belongs to the year',
    '2027-01-03',
    [item('a', 'ttdvth', '2026-12-21', airings(LOUD, '2026-12-27', '2027-01-03'))],
    {
      'tp-6 ttdvth 2026-W52': 'met 1/1',
      'tp-6 ttdvth 2026-W53': 'met 1/1',
      'tp-6 ttdvth 2027-W01': 'none',
    },
  ],
  ['… and is open on its Sunday', '2027-01-03', [], { 'tp-6 ttdvth 2026-W53': 'open 0/1' }],
  ['… and short on Monday', '2027-01-04', [], { 'tp-6 ttdvth 2026-W53': 'short 0/1' }],
  [
    'airings of others and on other channels do not count; any genre does',
    '2026-04-13',
    [
      item('a', 'vhxh', '2026-04-06', on(LOUD, { aired: '2026-04-07' })),
      item('b', 'ttdvth', '2026-04-06', on('youtube', { aired: '2026-04-07' })),
      item('c', 'ttdvth', '2026-04-06', { genre: 'video' }, on(LOUD, { aired: '2026-04-07' })),
    ],
    { 'tp-6 ttdvth 2026-W15': 'met 1/1; b no-event' },
  ],
]);

const Q3 = '2026-07-01..2026-09-30';
const Q4 = '2026-10-01..2026-12-31';

cases('tp-8 to tp-10: something held in a quarter', 'thuong-phuc', [
  [
    'before the quarter',
    '2026-06-30',
    [activity('a', 'training', 'vhxh', '2026-06-30')],
    { [`tp-8 vhxh ${Q3}`]: 'upcoming 0/1', [`tp-10 vhxh ${Q4}`]: 'upcoming 0/1' },
  ],
  [
    'on its first day',
    '2026-07-01',
    [activity('a', 'training', 'vhxh', '2026-07-01')],
    { [`tp-8 vhxh ${Q3}`]: 'met 1/1', [`tp-9 vp ${Q3}`]: 'open 0/1' },
  ],
  [
    'on its last day',
    '2026-09-30',
    [activity('a', 'training', 'vhxh', '2026-10-01')],
    { [`tp-8 vhxh ${Q3}`]: 'open 0/1' },
  ],
  [
    'after its last day',
    '2026-10-01',
    [
      activity('a', 'training', 'vhxh', '2026-09-30..2026-10-01'),
      activity('b', 'dialogue', 'vp', '2026-09-30'),
      activity('c', 'dialogue', 'kt', '2026-08-30'),
    ],
    {
      [`tp-8 vhxh ${Q3}`]: 'short 0/1',
      [`tp-9 vp ${Q3}`]: 'met 1/1',
      [`tp-10 vhxh ${Q4}`]: 'open 0/1',
    },
  ],
  [
    'a contest counts when it ends',
    '2026-10-20',
    [activity('a', 'contest', 'vhxh', '2026-09-01..2026-10-20')],
    { [`tp-10 vhxh ${Q4}`]: 'met 1/1' },
  ],
  [
    '… and not while it goes on',
    '2026-10-19',
    [activity('a', 'contest', 'vhxh', '2026-09-01..2026-10-20')],
    { [`tp-10 vhxh ${Q4}`]: 'open 0/1' },
  ],
  ['the year is over', '2027-01-01', [], { [`tp-10 vhxh ${Q4}`]: 'short 0/1' }],
]);

const GD_Q4 = '2025-10-01..2025-12-31';
const indices = { topics: ['chi-so'] };

cases('gd-7: items on the indices in the last quarter of 2025', 'gieng-day', [
  [
    'all bodies count for the lead; the topic is needed; nothing is judged',
    '2026-02-01',
    [
      item('a', 'vptk', '2025-10-01', indices),
      item('b', 'tckt', '2025-12-31', indices),
      item('c', 'vhtt', '2025-11-11'),
      item('d', 'vptk', '2025-09-30', indices),
      item('e', 'vptk', '2026-01-01', indices),
      activity('f', 'meeting', 'tpht', '2025-11-11'),
    ],
    {
      [`gd-7 vptk ${GD_Q4}`]: 'tracked 2/-; c topic',
      [`gd-7 (Chỉ tính bài) vptk ${GD_Q4}`]: 'tracked 1/-',
      [`gd-7 (cuộc họp) vptk ${GD_Q4}`]: 'tracked 1/-',
    },
  ],
  ['before it', '2025-03-01', [], { [`gd-7 vptk ${GD_Q4}`]: 'tracked 0/-' }],
]);

const APRIL_CLOSED = yaml('closings/2026-04.yaml', {
  month: '2026-04',
  closedOn: '2026-05-05',
  tallies: [
    {
      rule: 'tp-2a',
      subject: 'vhxh',
      period: '2026-04',
      required: '2',
      actual: '2',
      status: 'met',
      counted: ['a', 'b'].map((slug) => ({
        id: `2026/04/${slug}`,
        title: `Bài mang tên ${slug}`,
        date: '2026-04-10',
      })),
    },
    {
      rule: 'tp-2b',
      subject: 'joint',
      period: '2026-04',
      actual: '1',
      status: 'short',
      required: '2',
    },
  ],
});

cases('closed months', 'thuong-phuc', [
  [
    'keep their numbers and show today’s beside them',
    '2026-06-01',
    [
      APRIL_CLOSED,
      item('a', 'vhxh', '2026-04-10', withdrawn('2026-05-20')),
      item('b', 'vhxh', '2026-04-10'),
      item('c', 'kt', '2026-04-10'),
      item('d', 'vhxh', '2026-05-10'),
    ],
    {
      'tp-2a vhxh 2026-04': 'met 2/2 closed, live 1; a withdrawn',
      'tp-2b joint 2026-04': 'short 1/2 closed, live 2; a withdrawn',
      'tp-3 joint 2026-04': 'short 0/2; a withdrawn, b no-event',
      'tp-2a vhxh 2026-05': 'short 1/2',
      // Other readings are never closed: nobody signed them.
      'tp-2a (Chỉ tính tin/bài) vhxh 2026-04': 'short 1/2; a withdrawn',
    },
  ],
]);

const rule = (id: string, period: string) => ({
  id,
  quote: 'Câu chữ của kế hoạch mới.',
  where: 'Mục 1',
  subject: { departments: ['vhxh'], mode: 'each' },
  measure: 'item',
  event: 'published',
  channels: ['web'],
  min: '1',
  period,
});
const JUNE_PLAN = yaml('plans/thay-the.yaml', {
  title: 'Kế hoạch thay thế kế hoạch đầu năm',
  date: '2026-06-20',
  year: '2026',
  issuer: 'UBND xã Thượng Phúc',
  replaces: '108-kh-ubnd-2026',
  quotas: [rule('moi-thang', 'month'), rule('moi-tuan', 'week')],
});

cases('a plan that replaces another', 'thuong-phuc', [
  [
    'ends its rules the day before its own begin',
    '2026-08-01',
    [
      JUNE_PLAN,
      item('a', 'vhxh', '2026-06-30'),
      item('b', 'vhxh', '2026-07-01'),
      item('c', 'ttdvth', '2026-06-01', airings(LOUD, '2026-06-21', '2026-06-22')),
    ],
    {
      'tp-2a vhxh 2026-06': 'short 1/2',
      'tp-2a vhxh 2026-07': 'none',
      'moi-thang vhxh 2026-05': 'none',
      'moi-thang vhxh 2026-06': 'not-counted 0/1; a no-event',
      'moi-thang vhxh 2026-07': 'met 1/1',
      'tp-6 ttdvth 2026-W25': 'met 1/1',
      'tp-6 ttdvth 2026-W26': 'none',
      'moi-tuan vhxh 2026-W25': 'not-counted 0/1',
      'moi-tuan vhxh 2026-W26': 'short 0/1',
    },
  ],
  [
    'does nothing before its day',
    '2026-06-19',
    [JUNE_PLAN],
    {
      'tp-2a vhxh 2026-07': 'upcoming 0/2',
      'tp-6 ttdvth 2026-W26': 'upcoming 0/1',
      'moi-thang vhxh 2026-07': 'none',
    },
  ],
]);

describe('what a tally holds', () => {
  const made = [
    item('a', 'ttdvth', '2026-04-06', airings(LOUD, '2026-04-07T17:00', '2026-04-08')),
    item('b', 'vhxh', '2026-04-06', { web: false }, on(LOUD, { aired: '2026-04-07' })),
    activity('c', 'training', 'vhxh', '2026-07-10'),
  ];

  test('ids, dates and addresses of what counts', async () => {
    const result = await count('thuong-phuc', '2026-08-01', made);
    const counted = (name: string) =>
      tallyNamed(result, name)?.counted.map(({ id, date, url }) => [id, date, url]);
    const page = '/tin-bai/2026/04/a/';
    expect(counted('tp-3 joint 2026-04')).toEqual([
      ['2026/04/a', '2026-04-07', page],
      ['2026/04/b', '2026-04-07', null],
    ]);
    expect(counted('tp-6 ttdvth 2026-W15')).toEqual([
      ['2026/04/a#2026-04-07T17:00', '2026-04-07', page],
      ['2026/04/a#2026-04-08', '2026-04-08', page],
    ]);
    expect(counted(`tp-8 vhxh ${Q3}`)).toEqual([['c', '2026-07-10', '/hoat-dong/c/']]);
  });

  test('the share of each department', async () => {
    const result = await count('thuong-phuc', '2026-08-01', made);
    expect(tallyNamed(result, 'tp-3 joint 2026-04')?.shares).toEqual({ ttdvth: 1, vhxh: 1 });
    expect(tallyNamed(result, 'tp-2b joint 2026-04')?.shares).toEqual({ vhxh: 0, vp: 0, kt: 0 });
    expect(tallyNamed(result, 'tp-2a vhxh 2026-04')?.shares).toEqual({ vhxh: 0, vp: 0 });
  });

  test('reasons in Vietnamese that name the other period, day, channel or article', async () => {
    const result = await count('thuong-phuc', '2026-06-01', [
      item('a', 'kt', '2026-04-10', economy, { body: 'Một bài.' }),
      item('b', 'kt', '2026-04-11', economy, { body: 'Một bài.' }),
      item('c', 'kt', '2026-04-12', economy, on('facebook', { published: '2026-04-02' })),
      item('d', 'vhxh', '2026-04-12', airings(LOUD, '2026-04-30', '2026-05-04')),
    ]);
    const said = (name: string) =>
      tallyNamed(result, name)?.notCounted.map(({ message }) => message) ?? [];
    expect(said('tp-5 joint 2026-04')).toEqual([
      'Nội dung trùng với bài đã có: «Bài mang tên a».',
      'Đã đăng trên kênh «Facebook» từ 02/4/2026 nên không còn là tin chưa từng đăng tải.',
    ]);
    expect(said('tp-3 joint 2026-05')).toEqual([
      'Bài tính ở tháng 4 năm 2026; mỗi bài chỉ tính một lần.',
    ]);
  });
});
