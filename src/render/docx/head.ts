import {
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportForm } from '../../core/view/report-document.ts';
import { halfPoints, textWidth, twips } from './measure.ts';
import { SIZES, STYLES } from './styles.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** Share of the page that the issuing body takes; the rest is for quốc hiệu and tiêu ngữ. */
const LEFT = 67;
const WIDTHS = [LEFT, textWidth(false) - LEFT] as const;

/** The head of the document: issuing body and number, quốc hiệu, tiêu ngữ, place and date. */
export function headTable({ superior, authority, number, placeAndDate }: ReportForm): Table {
  return borderless(WIDTHS, [
    [
      [
        ...superior.map((text) => centred(text)),
        ...authority.map((text) => centred(text, { bold: true })),
        rule(WIDTHS[0], 24),
      ],
      [
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true }),
        centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: SIZES.text }),
        rule(WIDTHS[1], 63),
      ],
    ],
    [
      [centred(number, { before: 60 })],
      [centred(placeAndDate, { italics: true, size: SIZES.text, before: 60 })],
    ],
  ]);
}

/** Kind and subject of the document, and what keeps it from being signed. */
export function titleOf({ subject, marks }: ReportForm): Paragraph[] {
  return [
    new Paragraph({ style: STYLES.title, text: 'BÁO CÁO', spacing: { before: 280 } }),
    new Paragraph({ style: STYLES.title, text: subject }),
    rule(textWidth(false), 50),
    ...marks.map((mark) => marked(`(${mark})`)),
    new Paragraph({ style: STYLES.text, text: '', spacing: { before: 0, after: 0 } }),
  ];
}

/** A line that says that the document is provisional or made of samples. */
function marked(text: string): Paragraph {
  return centred(text, { bold: true, italics: true });
}

/** Recipients on the left, signature on the right, and room to sign between role and name. */
export function signatureTable({ recipients, signer }: ReportForm): Table {
  const roles = signer.length > 0 ? signer : ['…………………………'];
  return borderless(
    [80, textWidth(false) - 80],
    [
      [
        recipientLines(recipients),
        [
          ...roles.map((text) => new Paragraph({ style: STYLES.signature, text })),
          ...Array.from({ length: 5 }, () => new Paragraph({ style: STYLES.signature })),
        ],
      ],
    ],
  );
}

function recipientLines(recipients: readonly string[]): Paragraph[] {
  const size = halfPoints(SIZES.recipients);
  const heading = new TextRun({
    text: 'Nơi nhận:',
    bold: true,
    italics: true,
    size: halfPoints(12),
  });
  return [
    new Paragraph({ children: [heading] }),
    ...recipients.map((name, index) => {
      const end = index === recipients.length - 1 ? '.' : ';';
      return new Paragraph({ children: [new TextRun({ text: `- ${name}${end}`, size })] });
    }),
  ];
}

/** A table that only places things beside each other; it has no lines and never breaks. */
export function borderless(
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, one) => sum + one, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: twips(widths[index] ?? 0), type: WidthType.DXA },
                borders: NO_BORDERS,
                children: [...children],
              }),
          ),
        }),
    ),
  });
}

/** A centred line of the head or of an annex's title. */
export function centred(
  text: string,
  look: { bold?: boolean; italics?: boolean; size?: number; before?: number } = {},
): Paragraph {
  const { bold = false, italics = false, size = SIZES.head, before = 0 } = look;
  const options: IParagraphOptions = { style: STYLES.head, spacing: { before } };
  return new Paragraph({
    ...options,
    children: [new TextRun({ text, bold, italics, size: halfPoints(size) })],
  });
}

/** A line of a length, in millimetres, in the middle of a place of a width. */
export function rule(width: number, length: number): Paragraph {
  const side = twips((width - length) / 2);
  return new Paragraph({
    style: STYLES.head,
    indent: { left: side, right: side },
    spacing: { before: 60, after: 0, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}
