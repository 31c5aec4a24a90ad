import {
  AlignmentType,
  Document,
  type INumberingOptions,
  LeaderType,
  LevelFormat,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { HeadLine, Script } from '../../core/view/script.ts';
import { centred, rule } from './head.ts';
import { halfPoints, textWidth, twips } from './measure.ts';
import { packed } from './pack.ts';
import { pageOf } from './page.ts';
import type { WordOptions } from './report.ts';
import { reportStyles, SIZES, STYLES } from './styles.ts';

/** The numbers of the sentences: small, so that nobody reads them aloud. */
const NUMBERS = 'cau';

/** A loudspeaker script as a Word file: its head, and each sentence on a line of its own. */
export async function scriptDocx(
  script: Script,
  { asOf, author }: Pick<WordOptions, 'asOf' | 'author'>,
): Promise<Uint8Array> {
  const file = new Document({
    title: `Bản đọc trên loa: ${script.title}`,
    creator: author,
    lastModifiedBy: author,
    styles: reportStyles(),
    numbering: numbering(),
    sections: [
      {
        ...pageOf(script, false),
        children: [
          centred(script.station.toLocaleUpperCase('vi'), { bold: true }),
          centred('Bản đọc trên loa', { italics: true }),
          rule(textWidth(false), 50),
          new Paragraph({ style: STYLES.title, text: script.title, spacing: { before: 160 } }),
          ...script.marks.map((mark) => centred(`(${mark})`, { bold: true, italics: true })),
          ...script.head.map(headLine),
          ...(script.unread ? [new Paragraph({ style: STYLES.text, text: script.unread })] : []),
          rule(textWidth(false), textWidth(false)),
          ...script.lines.map(spokenLine),
        ],
      },
    ],
  });
  return packed(file, asOf);
}

/** `Người duyệt: …`, with dots up to the margin where it is to be filled in. */
function headLine({ term, text }: HeadLine): Paragraph {
  const position = twips(textWidth(false));
  return new Paragraph({
    style: STYLES.text,
    indent: { firstLine: 0 },
    spacing: { before: 40, after: 40 },
    tabStops: [{ type: TabStopType.RIGHT, position, leader: LeaderType.DOT }],
    children: [
      new TextRun({ text: `${term}: ` }),
      text === undefined
        ? new TextRun({ children: [new Tab()] })
        : new TextRun({ text, bold: true }),
    ],
  });
}

function spokenLine({ text, opens, heading }: Script['lines'][number]): Paragraph {
  return new Paragraph({
    style: heading ? STYLES.spokenHeading : STYLES.spoken,
    numbering: { reference: NUMBERS, level: 0 },
    ...(opens && { spacing: { before: 280 } }),
    text,
  });
}

function numbering(): INumberingOptions {
  const hanging = twips(12);
  return {
    config: [
      {
        reference: NUMBERS,
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: '%1',
            alignment: AlignmentType.LEFT,
            style: {
              paragraph: { indent: { left: hanging, hanging } },
              run: { size: halfPoints(SIZES.small), bold: false },
            },
          },
        ],
      },
    ],
  };
}
