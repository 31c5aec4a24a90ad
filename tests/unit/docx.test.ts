import { beforeAll, describe, expect, test } from 'vitest';
import { reportDocument } from '../../src/core/view/report.ts';
import type { ReportDocument } from '../../src/core/view/report-document.ts';
import { reportDocx } from '../../src/render/docx/report.ts';
import { between, packageFaults, partsOf, wordTables, wordText } from '../support/office.ts';
import { change } from '../support/plan-cases.ts';
import { airings, item } from '../support/quota-cases.ts';
import { reportOn } from '../support/report-cases.ts';

const TITLE = 'Tin <b>đậm</b> & "ngoặc" – =1+1';
const MILLIMETRE = 1440 / 25.4;
const SITE = 'https://cchc.example.gov.vn';

let document: ReportDocument;
let parts: Record<string, string>;
let xml = '';
let styles = '';

async function docxOf(made: ReportDocument, host?: string): Promise<Uint8Array> {
  const fullAddress = (address: string) => (host ? `${host}${address}` : undefined);
  return reportDocx(made, { asOf: '2026-05-10', author: 'UBND phường', fullAddress });
}

beforeAll(async () => {
  const { report } = await reportOn('uong-bi', '2026-05-10', '2026-Q1', [
    item('a', 'vhxh', '2026-03-02', { title: TITLE }, airings('loudspeaker', '2026-03-05')),
    change('b', { signed: '2026-03-01', published: '2026-03-04' }),
  ]);
  document = reportDocument(report);
  parts = partsOf(await docxOf(document, SITE));
  xml = parts['word/document.xml'] ?? '';
  styles = parts['word/styles.xml'] ?? '';
});

describe('the package', () => {
  test('is sound', () => {
    expect(packageFaults(parts)).toEqual([]);
  });

  test('every style that is used is defined, and named', () => {
    const used = new Set(
      [...xml.matchAll(/<w:[pr]Style w:val="([^"]+)"/g)].map(([, id = '']) => id),
    );
    for (const id of used) expect(styles).toMatch(new RegExp(`w:styleId="${id}"`));
    for (const name of ['Normal', 'heading 1', 'heading 2', 'caption', 'Title', 'Body Text']) {
      expect(styles.toLowerCase()).toContain(`<w:name w:val="${name.toLowerCase()}"`);
    }
    // A paragraph outside tables that has no style would be changed by nobody's hand.
    const bare = between(xml, 'w:p').filter((one) => !one.includes('<w:pStyle') && wordText(one));
    expect(
      bare.map(wordText).filter((text) => !text.startsWith('-') && text !== 'Nơi nhận:'),
    ).toEqual([]);
  });

  test('says its title, language and day', () => {
    const core = parts['docProps/core.xml'] ?? '';
    expect(core).toContain(`<dc:title>${document.form.title}</dc:title>`);
    expect([...core.matchAll(/>(2026-05-10T00:00:00Z)</g)]).toHaveLength(2);
    expect(styles).toMatch(/<w:lang [^>]*w:val="vi-VN"/);
  });
});

describe('the form of Nghị định 30/2020/NĐ-CP', () => {
  test('A4 with its margins; annexes lie on their side', () => {
    const pages = between(xml, 'w:sectPr').map((section) => {
      const number = (tag: string, name: string) =>
        Math.round(
          Number(new RegExp(`<${tag} [^>]*${name}="(\\d+)"`).exec(section)?.[1]) / MILLIMETRE,
        );
      const margins = ['top', 'right', 'bottom', 'left'].map((side) =>
        number('w:pgMar', `w:${side}`),
      );
      return [number('w:pgSz', 'w:w'), number('w:pgSz', 'w:h'), ...margins].join(' ');
    });
    expect(pages[0]).toBe('210 297 20 15 20 30');
    expect(pages.length).toBe(document.annexes.length + 1);
    expect(new Set(pages.slice(1))).toEqual(new Set(['297 210 20 15 20 30']));
  });

  test('one black font', () => {
    const fonts = [...(xml + styles).matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font);
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    const colours = [...(xml + styles).matchAll(/<w:color w:val="([^"]+)"/g)].map(([, one]) => one);
    expect(new Set(colours)).toEqual(new Set(['000000']));
  });

  test('sizes of the text: 14 points, tables 11', () => {
    expect(styles).toMatch(/<w:docDefaults>.*?<w:sz w:val="28"\/>.*?<\/w:docDefaults>/s);
    expect(styles).toMatch(/w:styleId="TableText".*?<w:sz w:val="22"\/>/s);
  });

  test('page number centred in the top margin, not on the first page', () => {
    const headers = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    const numbered = headers.filter(([, header]) => header.includes('PAGE'));
    expect(numbered.length).toBe(document.annexes.length + 1);
    for (const [, header] of numbered) expect(header).toContain('w:val="DocumentHead"');
    expect(styles).toMatch(/w:styleId="DocumentHead".*?<w:jc w:val="center"\/>/s);
    for (const section of between(xml, 'w:sectPr')) {
      expect(section).toContain('<w:titlePg');
      expect(section).toMatch(/<w:headerReference [^>]*w:type="first"/);
      const edge = Number(/w:header="(\d+)"/.exec(section)?.[1]) / MILLIMETRE;
      expect(Math.round(edge)).toBe(10);
    }
  });

  test('head, title and signature stand where they must', () => {
    const [head = [], ...others] = wordTables(xml);
    expect(head).toEqual([
      [
        'ỦY BAN NHÂN DÂNPHƯỜNG UÔNG BÍ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc',
      ],
      [
        expect.stringMatching(/^Số:\s+\/BC-UBND$/),
        expect.stringMatching(/^Uông Bí, ngày\s+tháng\s+năm 2026$/),
      ],
    ]);
    const title = 'Kết quả thông tin, tuyên truyền cải cách hành chính quý I năm 2026';
    expect(between(xml, 'w:p').map(wordText)).toContain(title);
    const foot = others.find(([row]) => row?.[0]?.startsWith('Nơi nhận:')) ?? [];
    expect(foot[0]?.[0]).toMatch(/- UBND tỉnh \(b\/c\);.*- Lưu VP\.$/);
    expect(foot[0]?.[1]).toBe('TM. ỦY BAN NHÂN DÂNKT. CHỦ TỊCHPHÓ CHỦ TỊCH');
    // Quốc hiệu stands in a table without lines.
    expect(between(xml, 'w:tbl')[0]).toMatch(/<w:tblBorders>.*?<w:top w:val="none"/s);
  });
});

describe('tables', () => {
  test('repeat their head on every page, and tear no row', () => {
    const tables = between(xml, 'w:tbl').filter((table) => table.includes('TableHead'));
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      const [head = '', ...rows] = between(table, 'w:tr');
      expect(head).toContain('<w:tblHeader');
      for (const row of [head, ...rows]) expect(row).toContain('<w:cantSplit');
    }
  });

  test('a number that nobody knows is blank, and never 0', () => {
    const table = wordTables(xml).find(([head]) => head?.includes('Đơn vị tính')) ?? [];
    const cell = (words: string) => table.find((row) => row[1]?.includes(words))?.[3];
    for (const words of ['Facebook', 'Số tờ rơi', 'Gương điển hình', 'Văn bản xin lỗi']) {
      expect(cell(words)).toBe('');
    }
    expect(cell('Phóng sự')).toBe('0');
    expect(cell('Lượt phát')).toBe('1');
  });

  test('what an officer writes in is dotted lines', () => {
    expect(xml.match(/w:leader="dot"/g)?.length).toBeGreaterThan(6);
  });
});

describe('words from the content', () => {
  test('stay words', () => {
    expect(wordText(xml)).toContain(TITLE);
  });

  test('addresses are links where the host is known, and text where it is not', async () => {
    const path = /\/tin-bai\/2026\/03\/a\//;
    expect(wordText(xml)).toMatch(path);
    expect(parts['word/_rels/document.xml.rels']).toContain(`${SITE}/tin-bai/2026/03/a/`);
    expect(wordText(xml)).toContain(`Địa chỉ đầy đủ bắt đầu bằng ${SITE}`);
    const unknown = partsOf(await docxOf(document));
    expect(unknown['word/_rels/document.xml.rels']).not.toContain('TargetMode="External"');
    expect(wordText(unknown['word/document.xml'] ?? '')).toMatch(path);
  });

  test('a provisional report says so on the first page and below every page', async () => {
    const { report } = await reportOn('uong-bi', '2026-03-10', '2026-Q1', [
      item('a', 'vhxh', '2026-03-02', { sample: true }),
    ]);
    const made = partsOf(await docxOf(reportDocument(report)));
    const first = between(made['word/document.xml'] ?? '', 'w:p').map(wordText);
    expect(first).toContain('(TẠM TÍNH, số liệu đến ngày 10 tháng 3 năm 2026)');
    expect(first).toContain('(SỐ LIỆU MẪU, không phải số liệu chính thức)');
    const footers = Object.entries(made).filter(([name]) => /^word\/footer\d/.test(name));
    expect(footers.length).toBeGreaterThan(1);
    for (const [, footer] of footers) expect(wordText(footer)).toContain('SỐ LIỆU MẪU');
    expect(wordText(xml)).not.toContain('TẠM TÍNH');
  });
});
