import {
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { centred } from './head.ts';
import { halfPoints, PAGE, twips } from './measure.ts';
import { SIZES, STYLES } from './styles.ts';

/**
 * Page, margins and page number: centred in the top margin, and not on the first page of the
 * text or of an annex, whose pages are numbered for themselves. The marks, that a paper is provisional or a sample, stand below each.
 */
export function pageOf(
  { marks }: { marks: readonly string[] },
  landscape: boolean,
): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  const { top, bottom, left, right } = PAGE.margin;
  const look = { bold: true, size: SIZES.small };
  const notice = () => [centred(marks.join('; '), look)];
  const number = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(SIZES.text) });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(PAGE.short),
          height: twips(PAGE.long),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(PAGE.header),
          footer: twips(PAGE.header),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [centred('')] }),
      default: new Header({
        children: [new Paragraph({ style: STYLES.head, children: [number] })],
      }),
    },
    footers: {
      first: new Footer({ children: notice() }),
      default: new Footer({ children: notice() }),
    },
  };
}
