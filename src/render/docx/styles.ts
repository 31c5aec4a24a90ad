import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { halfPoints, twips } from './measure.ts';

/** The one font of official documents. */
export const FONT = 'Times New Roman';

/** Sizes in points. */
export const SIZES = {
  text: 14,
  head: 13,
  table: 11,
  small: 9,
  recipients: 11,
  spoken: 16,
} as const;

/** Names of the styles that paragraphs refer to. */
export const STYLES = {
  text: 'BodyText',
  table: 'TableText',
  tableHead: 'TableHead',
  caption: 'Caption',
  title: 'Title',
  head: 'DocumentHead',
  signature: 'Signature',
  spoken: 'SpokenLine',
  spokenHeading: 'SpokenHeading',
} as const;

const FIRST_LINE = twips(10);
const BLACK = '000000';

/**
 * Every paragraph has a named style, so that an officer changes the look in one place. The
 * language lets Word check the spelling as Vietnamese.
 */
export function reportStyles(): IStylesOptions {
  const heading = {
    run: { font: FONT, size: halfPoints(SIZES.text), bold: true, color: BLACK },
    paragraph: {
      keepNext: true,
      alignment: AlignmentType.LEFT,
      indent: { firstLine: FIRST_LINE },
      spacing: { before: 160, after: 80 },
    },
  };
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: halfPoints(SIZES.text),
          color: BLACK,
          language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
        },
        paragraph: { spacing: { line: 260, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading,
      heading2: {
        ...heading,
        paragraph: { ...heading.paragraph, spacing: { before: 120, after: 60 } },
      },
      ...{ heading3: heading, heading4: heading, heading5: heading, heading6: heading },
      title: {
        run: { font: FONT, size: halfPoints(SIZES.text), bold: true, color: BLACK },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
      },
      hyperlink: { run: { color: BLACK, underline: { type: 'none' } } },
    },
    paragraphStyles: paragraphStyles(),
  };
}

function paragraphStyles(): NonNullable<IStylesOptions['paragraphStyles']> {
  const table = { font: FONT, size: halfPoints(SIZES.table) };
  return [
    {
      id: STYLES.text,
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: FIRST_LINE },
        spacing: { before: 80, after: 80 },
      },
    },
    {
      id: STYLES.table,
      name: 'Table Text',
      basedOn: 'Normal',
      run: table,
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: STYLES.tableHead,
      name: 'Table Head',
      basedOn: STYLES.table,
      run: { ...table, bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: STYLES.caption,
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: FONT, size: halfPoints(12), italics: true },
      paragraph: {
        keepNext: true,
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 60 },
      },
    },
    {
      id: STYLES.head,
      name: 'Document Head',
      basedOn: 'Normal',
      run: { font: FONT, size: halfPoints(SIZES.head) },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
      },
    },
    {
      id: STYLES.signature,
      name: 'Signature',
      basedOn: 'Normal',
      run: { font: FONT, size: halfPoints(SIZES.text), bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    ...spokenStyles(),
  ];
}

/** Sentences of a loudspeaker script: large, and wide enough apart to be read while standing. */
function spokenStyles(): NonNullable<IStylesOptions['paragraphStyles']> {
  const run = { font: FONT, size: halfPoints(SIZES.spoken) };
  const spacing = { before: 120, after: 0, line: 360, lineRule: LineRuleType.AUTO };
  return [
    {
      id: STYLES.spoken,
      name: 'Spoken Line',
      basedOn: 'Normal',
      quickFormat: true,
      run,
      paragraph: { keepLines: true, spacing },
    },
    {
      id: STYLES.spokenHeading,
      name: 'Spoken Heading',
      basedOn: STYLES.spoken,
      quickFormat: true,
      run: { ...run, bold: true },
      paragraph: { keepLines: true, keepNext: true, spacing },
    },
  ];
}
