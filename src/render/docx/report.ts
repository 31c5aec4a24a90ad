import {
  AlignmentType,
  Document,
  HeadingLevel,
  type ISectionOptions,
  LeaderType,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { Day } from '../../core/calendar/day.ts';
import {
  type Block,
  isLink,
  type ReportAnnex,
  type ReportDocument,
  type ReportForm,
  type ReportSection,
  type ReportTable,
} from '../../core/view/report-document.ts';
import type { FullAddress } from '../full-address.ts';
import { centred, headTable, signatureTable, titleOf } from './head.ts';
import { textWidth, twips } from './measure.ts';
import { packed } from './pack.ts';
import { pageOf } from './page.ts';
import { reportStyles, STYLES } from './styles.ts';
import { wordTable } from './table.ts';

/** What a Word file needs to know beside the document. */
export interface WordOptions {
  /** The date of the report, which stands for the time of writing in the file. */
  asOf: Day;
  author: string;
  fullAddress: FullAddress;
}

/**
 * A report as a Word file in the form of Nghị định 30/2020/NĐ-CP. The same document gives the
 * same bytes.
 */
export async function reportDocx(
  report: ReportDocument,
  { asOf, author, fullAddress }: WordOptions,
): Promise<Uint8Array> {
  const file = new Document({
    title: report.form.title,
    subject: report.form.subject,
    creator: author,
    lastModifiedBy: author,
    styles: reportStyles(),
    sections: [
      textSection(report, fullAddress),
      ...report.annexes.map((annex) => annexSection(report.form, annex, fullAddress)),
    ],
  });
  return packed(file, asOf);
}

function textSection(report: ReportDocument, fullAddress: FullAddress): ISectionOptions {
  const { form, opening, sections, closing } = report;
  return {
    ...pageOf(form, false),
    children: [
      headTable(form),
      ...titleOf(form),
      ...opening.map((text) => bodyText(text)),
      ...sections.flatMap((section) => sectionOf(section, fullAddress)),
      new Paragraph({ style: STYLES.text, text: closing, keepNext: true }),
      new Paragraph({ style: STYLES.signature }),
      signatureTable(form),
    ],
  };
}

function annexSection(
  form: ReportForm,
  { number, title, table }: ReportAnnex,
  fullAddress: FullAddress,
): ISectionOptions {
  return {
    ...pageOf(form, true),
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, ...MIDDLE, text: number }),
      centred(title.toLocaleUpperCase('vi'), { bold: true }),
      centred(form.annexNote, { italics: true }),
      centred(''),
      ...(table.rows.length > 0
        ? [...addressNote(table, fullAddress), wordTable(table, fullAddress)]
        : [bodyText('Trong kỳ báo cáo không có.')]),
    ],
  };
}

/** Addresses of the section are printed without the host; paper must say it once. */
function addressNote({ rows }: ReportTable, fullAddress: FullAddress): Paragraph[] {
  const root = fullAddress('/')?.replace(/\/$/, '');
  const printed = rows.some((row) =>
    row.some((cell) => isLink(cell) && cell.text === cell.address),
  );
  return root && printed ? [bodyText(`Địa chỉ đầy đủ bắt đầu bằng ${root}`, true)] : [];
}

const MIDDLE = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } as const;

function sectionOf({ title, blocks }: ReportSection, fullAddress: FullAddress) {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: title.toLocaleUpperCase('vi') }),
    ...blocks.flatMap((block, index) => blockOf(block, blocks[index + 1], fullAddress)),
  ];
}

function blockOf(
  block: Block,
  next: Block | undefined,
  fullAddress: FullAddress,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })];
    case 'paragraph':
      return [bodyText(block.text, next?.kind === 'table')];
    case 'table':
      return [
        new Paragraph({ style: STYLES.caption, text: block.table.caption }),
        wordTable(block.table, fullAddress),
        // Two tables that touch are one to Word.
        new Paragraph({ style: STYLES.table, text: '' }),
      ];
    case 'lines':
      return [
        new Paragraph({ style: STYLES.text, text: block.label, keepNext: true }),
        ...Array.from({ length: block.lines }, dotted),
      ];
  }
}

/** A paragraph; what leads to a table stays with it. */
function bodyText(text: string, keepNext = false): Paragraph {
  return new Paragraph({ style: STYLES.text, text, keepNext });
}

/** A line of dots over the width of the text. */
function dotted(): Paragraph {
  const position = twips(textWidth(false));
  return new Paragraph({
    style: STYLES.text,
    indent: { firstLine: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position, leader: LeaderType.DOT }],
    children: [new TextRun({ children: [new Tab()] })],
  });
}
