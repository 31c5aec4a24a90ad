import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/core/speech/lexicon.ts';
import { durationText, paceOf } from '../../src/core/speech/pace.ts';
import type { Passage } from '../../src/core/speech/passage.ts';
import { spokenLines } from '../../src/core/speech/script-line.ts';
import { countSyllables } from '../../src/core/speech/syllable.ts';
import { scriptArticles, scriptOf } from '../../src/core/view/script.ts';
import { passagesOf } from '../../src/markdown/passages.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { edition } from '../support/editions.ts';
import { airings, item } from '../support/quota-cases.ts';
import { SEEDS } from '../support/seeds.ts';

const LEXICON = lexiconOf([]);
const linesOf = (markdown: string) =>
  spokenLines(passagesOf(markdown), LEXICON).lines.map(({ text }) => text);

describe('passages of a body', () => {
  test('are what stands one under the other', () => {
    const markdown = [
      '## Việc *cần* làm',
      'Xem [Cổng](https://a.vn) <b>ngay</b>,\ncùng dòng.  \nDòng mới.',
      '- Một\n- Hai\n\n  Thêm\n  1. Trong\n',
      '3. Ba\n4. Bốn',
      '> Trích',
      '<details><summary>Hỏi</summary>Đáp</details>',
    ].join('\n\n');
    expect(passagesOf(markdown)).toEqual<Passage[]>([
      { kind: 'heading', text: 'Việc cần làm' },
      { kind: 'paragraph', text: 'Xem Cổng ngay, cùng dòng.\nDòng mới.' },
      { kind: 'item', text: 'Một' },
      { kind: 'item', text: 'Hai' },
      { kind: 'paragraph', text: 'Thêm' },
      { kind: 'item', text: 'Trong', place: 1 },
      { kind: 'item', text: 'Ba', place: 3 },
      { kind: 'item', text: 'Bốn', place: 4 },
      { kind: 'paragraph', text: 'Trích' },
      { kind: 'heading', text: 'Hỏi' },
      { kind: 'paragraph', text: 'Đáp' },
    ]);
  });

  test('hold no picture, no struck-out text, no footnote, no script', () => {
    const markdown = [
      'Trước ![ảnh](a.jpg) ~~bỏ~~ sau[^1].',
      '[^1]: Chú thích.',
      '<script>alert(1)</script>',
      '![chỉ ảnh](b.jpg)',
    ].join('\n\n');
    expect(passagesOf(markdown)).toEqual([{ kind: 'paragraph', text: 'Trước sau.' }]);
  });

  test('hold the words of blocks, and nothing of what they only lead to', () => {
    const markdown = [
      ':::chu-y{tieu-de="Nhớ"}\nMang căn cước.\n:::',
      ':::cac-buoc\n1. Nộp.\n2. Nhận.\n:::',
      ':::bang{tieu-de="Tháng 3"}\n| Đơn vị | Bài |\n| --- | --: |\n| A | 2 |\n:::',
      '::video{src="https://www.youtube.com/watch?v=abcdefghijk" tieu-de="Xem"}',
      '::thu-tuc{ma="1.001193"}',
    ].join('\n\n');
    expect(passagesOf(markdown).map((one) => ('text' in one ? one.text : one.kind))).toEqual([
      ...['Nhớ', 'Mang căn cước.', 'Nộp.', 'Nhận.', 'Tháng 3', 'table'],
    ]);
  });

  test('hold tables as rows', () => {
    expect(passagesOf('| | Phí |\n|-|-|\n| Bản **sao** | 2.000đ |')).toEqual([
      { kind: 'table', head: ['', 'Phí'], rows: [['Bản sao', '2.000đ']] },
    ]);
  });
});

describe('lines', () => {
  test('of a list go on with what leads to it; numbered items say their place', () => {
    const { lines } = spokenLines(passagesOf('Cần có:\n\n1. Tờ khai;\n2. Ảnh 3x4'), LEXICON);
    expect(lines).toEqual([
      { text: 'Cần có:', opens: true, heading: false },
      { text: 'Thứ nhất: Tờ khai.', opens: false, heading: false },
      { text: 'Thứ hai: Ảnh ba x bốn.', opens: false, heading: false },
    ]);
  });

  test('of a small table are its rows, each cell after its heading', () => {
    expect(linesOf('| Việc | Phí |\n|-|-|\n| Sao | 2.000đ. |\n| Ký | |')).toEqual([
      'Việc: Sao; Phí: hai nghìn đồng.',
      'Việc: Ký.',
    ]);
  });

  test('of a large table are one, that sends people to the page', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `| ${index} | a |`).join('\n');
    expect(linesOf(`| a | b |\n|-|-|\n${rows}`)).toEqual([
      'Phần này có bảng gồm bốn mươi dòng, mời bà con xem trên trang thông tin điện tử.',
    ]);
  });

  test('of a text made to keep a pattern busy come all the same', () => {
    const hostile = ['0'.repeat(5000), 'A'.repeat(5000), 'a.'.repeat(5000), '1-'.repeat(5000)];
    for (const text of [...hostile, '('.repeat(5000), `${'a'.repeat(5000)}@`]) {
      expect(linesOf(text).join('')).not.toMatch(/[0-9]/);
    }
  });
});

describe('the time it takes', () => {
  test.each([
    ['Thông báo mới của ủy ban nhân dân phường.', 9],
    ['App và dichvucong', 5],
    ['“Quyền”, nghiêng; giữ gìn!', 4],
    ['...', 0],
  ])('%s has %i syllables', (text, count) => {
    expect(countSyllables(text)).toBe(count);
  });

  test('follows from the speed, up to five seconds', () => {
    const sentences = Array.from({ length: 31 }, () => 'Một hai ba bốn năm sáu bảy tám chín mười.');
    expect(paceOf(sentences, 180)).toEqual({ syllables: 310, seconds: 105 });
    expect(paceOf(sentences, 100)).toEqual({ syllables: 310, seconds: 190 });
    expect([0, 45, 60, 190].map(durationText)).toEqual([
      ...['0 giây', '45 giây', '1 phút', '3 phút 10 giây'],
    ]);
  });
});

describe('a script', () => {
  const ASOF = '2026-06-15';
  const one = async (front: Record<string, unknown>, asOf = ASOF) => {
    const made = await edition('uong-bi', asOf, [item('tin', 'vhxh', '2026-06-01', front)]);
    const [entry] = scriptArticles(made);
    if (!entry) throw new Error('No script');
    return scriptOf(made, entry, [{ kind: 'paragraph', text: 'Nộp tại UBND trước 30/6.' }]);
  };
  const headOf = ({ head }: Awaited<ReturnType<typeof one>>) =>
    Object.fromEntries(head.map(({ term, text }) => [term, text]));

  test('reads title, summary and body', async () => {
    const { lines, station } = await one({ title: 'Tin về CCHC', summary: 'Có 2 việc.' });
    expect(station).toBe('Đài truyền thanh phường Uông Bí');
    expect(lines.map(({ text }) => text)).toEqual([
      ...['Tin về cải cách hành chính.', 'Có hai việc.'],
      'Nộp tại Ủy ban nhân dân trước ngày ba mươi tháng sáu.',
    ]);
  });

  test('says who edited and approved it, and leaves room where that is not known', async () => {
    const known = await one({ editor: 'Biên tập viên', approver: 'Chánh Văn phòng' });
    expect(headOf(known)).toMatchObject({
      'Người biên tập': 'Biên tập viên',
      'Người duyệt': 'Chánh Văn phòng',
      'Đơn vị': 'Phòng Văn hóa - Xã hội',
    });
    const blank = await one({});
    expect(blank.head).toContainEqual({ term: 'Người duyệt' });
    expect(blank.head).toContainEqual({ term: 'Ngày phát' });
    expect(blank.history).toEqual({ rows: [], summary: 'Chưa ghi lượt phát nào.' });
  });

  test('tells what was aired, not what is planned; the head tells that', async () => {
    const front = {
      placements: [
        {
          channel: 'loudspeaker',
          airings: [
            { date: '2026-06-20', time: '17:00', minutes: 4 },
            { date: '2026-06-10', time: '05:30', minutes: 4, areas: ['Khu 1', 'Khu 2'] },
            { date: '2026-06-12' },
          ],
        },
        { channel: 'facebook', aired: '2026-06-03' },
      ],
    };
    const { history, ...script } = await one(front);
    expect(headOf({ history, ...script })['Phát lần đầu']).toBe('10/6/2026, 05:30');
    expect(history.summary).toBe('Đã phát 2 lượt, cộng 4 phút, 1 lượt chưa ghi thời lượng.');
    expect(history.rows).toEqual([
      { day: '2026-06-10', date: '10/6/2026', time: '05:30', areas: 'Khu 1, Khu 2', minutes: '4' },
      { day: '2026-06-12', date: '12/6/2026', time: '', areas: 'Toàn địa bàn', minutes: '' },
    ]);
    expect(headOf(await one(front, '2026-06-05'))['Dự kiến phát']).toBe('10/6/2026, 05:30');
  });

  test('names what cannot be read', async () => {
    expect((await one({ title: 'Lắp đặt GPS ở phường' })).unread).toMatch(
      /^Chưa có cách đọc: GPS\./,
    );
    expect((await one({})).unread).toBeUndefined();
  });

  test('offers each recording once, from the files of the text and of its airings', async () => {
    const { recordings } = await one({
      attachments: [
        { label: 'Bản ghi', file: 'doc.MP3' },
        { label: 'Tờ khai', file: 'to-khai.pdf' },
      ],
      placements: [
        {
          channel: 'loudspeaker',
          aired: '2026-06-02',
          evidence: [
            { label: 'Trùng', file: 'doc.MP3' },
            { label: 'Ghi lại', file: 'loa.ogg' },
          ],
        },
      ],
    });
    expect(recordings).toEqual([
      { label: 'Bản ghi', file: 'doc.MP3' },
      { label: 'Ghi lại', file: 'loa.ogg' },
    ]);
  });

  test('exists for what can be read today: not withdrawn, not dated later, with a page', async () => {
    const made = await edition('uong-bi', ASOF, [
      item('con', 'vhxh', '2026-06-01'),
      item('go', 'vhxh', '2026-06-01', { withdrawn: { date: ASOF, reason: 'Có sai sót.' } }),
      item('mai', 'vhxh', '2026-06-16'),
      item('loa', 'vhxh', '2026-06-01', { web: 'false' }, airings('loudspeaker', '2026-06-02')),
    ]);
    expect(scriptArticles(made).map(({ id }) => id)).toEqual(['2026/06/con']);
  });
});

describe('the 46 sample articles', async () => {
  /** The article about symbols of documents names letters that have no one reading. */
  const LISTED: Record<string, string[]> = {
    'doc-so-ky-hieu-van-ban.md': ['NQ', 'QĐ', 'CT', 'KH', 'BC', 'TB', 'TTr', 'CP', 'TTg'],
  };
  const folder = path.join(SEEDS, 'samples/articles');
  const files = (await readdir(folder)).sort();

  test('are all here', () => expect(files).toHaveLength(46));

  test.each(files)('%s', async (file) => {
    const read = readEntry(`articles/2026/01/${file}`, await readFile(`${folder}/${file}`, 'utf8'));
    if (!('entry' in read)) throw new Error(file);
    const { title, summary } = read.entry.data as { title: string; summary: string };
    const passages = passagesOf(read.entry.body?.source ?? '');
    const { lines, unknown } = spokenLines(
      [{ kind: 'heading', text: title }, { kind: 'paragraph', text: summary }, ...passages],
      LEXICON,
    );
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(({ text }) => /[0-9%&/@#*]/.test(text))).toEqual([]);
    expect(lines.filter(({ text }) => !/^[“(]?\p{Lu}.*[.?!:”)]$/u.test(text))).toEqual([]);
    expect(unknown).toEqual(LISTED[file] ?? []);
  });
});
