import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { SHARE_SIZE, type ShareCard } from '../core/view/share-card.ts';

/**
 * Raised whenever the drawing itself changes, so that pictures kept from earlier builds are
 * drawn anew.
 */
export const DRAWING = 1;

/** The fonts of the drawing: each subset needs a name of its own, for they complete each other. */
export interface ShareFont {
  subset: 'latin' | 'vietnamese';
  weight: 400 | 700;
  data: Buffer;
}

const PAPER = '#fdfcf9';
const INK = '#1c1b18';
const SOFT = '#57534a';
const ALERT = '#98200f';

/**
 * Titles by their length: size of the letters in pixels, and how many lines there are. Only
 * what surely fits is balanced: the lines of a title that is cut would come out half as long.
 */
const TITLE_SIZES = [
  { upTo: 50, size: 78, lines: 3, wrap: 'balance' },
  { upTo: 95, size: 62, lines: 4, wrap: 'wrap' },
  { upTo: Number.POSITIVE_INFINITY, size: 50, lines: 5, wrap: 'wrap' },
] as const;

/** What the section holds, on the drawing that stands for all of it. */
const CONTENTS = 'Thủ tục thay đổi, tin bài, mô hình hay, hoạt động, kế hoạch';

interface Box {
  type: 'div';
  props: { style: Record<string, string | number>; children: string | Box[] };
}

/** Draws the card as a PNG. The same card gives the same picture. */
export async function sharePicture(card: ShareCard, fonts: readonly ShareFont[]): Promise<Buffer> {
  const svg = await satori(drawing(card) as never, {
    ...SHARE_SIZE,
    fonts: fonts.map(
      ({ subset, weight, data }): Font => ({ name: subset, weight, style: 'normal', data }),
    ),
  });
  // A few flat colours: a palette makes the file a third as large.
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 1 }).toBuffer();
}

function drawing(card: ShareCard): Box {
  // The fonts hold letters with their marks as one sign each.
  const title = card.title.normalize('NFC').replace(/\s+/g, ' ');
  const { size, lines, wrap } =
    TITLE_SIZES.find(({ upTo }) => title.length <= upTo) ?? TITLE_SIZES[2];
  return box(
    {
      ...column,
      width: '100%',
      height: '100%',
      background: PAPER,
      color: INK,
      fontFamily: 'latin, vietnamese',
      borderTop: `20px solid ${card.accent}`,
    },
    [
      box({ ...column, flexGrow: 1, padding: '44px 72px 0' }, [
        box({ ...row, justifyContent: 'space-between', fontSize: 28, lineHeight: 1.4 }, [
          box({ color: SOFT }, card.note ?? CONTENTS),
          ...(card.sample ? [sampleMark()] : []),
        ]),
        box(
          {
            display: 'block',
            marginTop: 28,
            fontSize: size,
            fontWeight: 700,
            // Stacked marks (Ể, Ậ) reach above the line and must not be cut.
            lineHeight: 1.34,
            lineClamp: lines,
            textWrap: wrap,
          },
          title,
        ),
      ]),
      footer(card),
    ],
  );
}

function footer({ section, authority, note, accent, onAccent }: ShareCard): Box {
  return box(
    {
      ...column,
      padding: '22px 72px 26px',
      background: accent,
      color: onAccent,
      lineHeight: 1.4,
    },
    [
      ...(note ? [box({ fontSize: 32, fontWeight: 700 }, section)] : []),
      box({ fontSize: note ? 25 : 32 }, authority),
    ],
  );
}

function sampleMark(): Box {
  return box({ flexShrink: 0, marginLeft: 32, color: ALERT, fontWeight: 700 }, 'SỐ LIỆU MẪU');
}

const column = { display: 'flex', flexDirection: 'column' };
const row = { display: 'flex', flexDirection: 'row' };

function box(style: Box['props']['style'], children: string | Box[]): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}
