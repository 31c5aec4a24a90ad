import type { Element, ElementContent, Properties, Root } from 'hast';
import type { FoundBlock } from '../core/text/block-scan.ts';
import type { BlockName } from '../core/text/blocks.ts';
import { videoAddress, videoId } from '../core/text/video.ts';
import { fileNote } from '../core/view/file-note.ts';
import type { RelatedProcedure } from '../core/view/related-procedure.ts';
import { blockAt, type MarkedText } from './block-elements.ts';
import type { ResolvedMedia } from './body.ts';
import { pictureElement } from './picture.ts';
import { SKIP, visitElements } from './visit.ts';

/** What blocks need to know of the ward around the text. */
export interface BlockContext {
  /** Where a file beside the entry is published. */
  resolve: (path: string) => ResolvedMedia | undefined;
  /** An address of the section as pages must write it. */
  link: (address: string) => string;
  procedure: (code: string) => RelatedProcedure | undefined;
}

/** The values of a block, with blanks for what was left out, and the clean text it encloses. */
interface Filled {
  value: (name: string) => string;
  children: ElementContent[];
}

type Render = (filled: Filled, context: BlockContext) => ElementContent[];

/**
 * Puts the section's own markup in the place of each block of a sanitised tree. Values reach it
 * as text and as attributes of a tree, never as HTML.
 */
export function renderBlocks(root: Root, marked: MarkedText, context: BlockContext): void {
  visitElements(root, (node, index, parent) => {
    const block = blockAt(node, marked);
    if (!block || !parent || index === undefined) return undefined;
    const made = RENDER[block.name](filled(block, node), context);
    parent.children.splice(index, 1, ...made);
    return [SKIP, index];
  });
}

function filled({ values }: FoundBlock, node: Element): Filled {
  return { value: (name) => values[name] ?? '', children: node.children };
}

const note: Render = ({ value, children }) => [
  element('div', { className: ['block-note'] }, [
    element('p', { className: ['block-title'] }, [text(value('tieu-de') || 'Chú ý')]),
    ...children,
  ]),
];

const steps: Render = ({ value, children }) => [
  element('div', { className: ['block-steps'] }, [
    ...(value('tieu-de')
      ? [element('p', { className: ['block-title'] }, [text(value('tieu-de'))])]
      : []),
    ...children,
  ]),
];

/** The title becomes the caption of the table, and each cell of its head names its column. */
const table: Render = ({ value, children }) => {
  const found = children.find((one) => one.type === 'element' && one.tagName === 'table');
  if (found?.type === 'element') {
    found.children = [
      element('caption', {}, [text(value('tieu-de'))]),
      ...found.children.filter((one) => one.type !== 'element' || one.tagName !== 'caption'),
    ];
    visitElements(found, (node) => {
      if (node.tagName === 'th') node.properties['scope'] ??= 'col';
    });
  }
  return children;
};

const file: Render = ({ value }, { resolve }) => {
  const found = resolve(value('src'));
  return [
    element('p', { className: ['block-file'] }, [
      found ? element('a', { href: found.src }, [text(value('ten'))]) : text(value('ten')),
      text(' '),
      element('span', { className: ['soft'] }, [text(`(${fileNote(value('src'), found?.size)})`)]),
    ]),
  ];
};

/** A link, not a frame: nothing of another host is loaded before the reader asks for it. */
const video: Render = ({ value }) => [
  element('p', { className: ['block-video'] }, [
    element(
      'a',
      {
        href: videoAddress(videoId(value('src')) ?? ''),
        target: '_blank',
        rel: ['external', 'noopener'],
      },
      [text(value('tieu-de'))],
    ),
    text(' '),
    element('span', { className: ['soft'] }, [text('Video, mở YouTube trong thẻ mới')]),
  ]),
];

const picture: Render = ({ value }, { resolve }) => {
  const found = resolve(value('src'));
  if (!found) return [];
  const written = { src: found.src, alt: value('alt'), loading: 'lazy', decoding: 'async' };
  const image = pictureElement(found, written);
  const credit = value('nguon') && `Ảnh: ${value('nguon')}`;
  const caption = [value('chu-thich'), credit].filter(Boolean).join(' ');
  return [
    element('figure', {}, [
      image,
      ...(caption ? [element('figcaption', {}, [text(caption)])] : []),
    ]),
  ];
};

const procedure: Render = ({ value }, context) => {
  const found = context.procedure(value('ma'));
  const { label, address, tag, note } = found ?? { label: `Thủ tục mã ${value('ma')}` };
  const href = address && context.link(address);
  const rel = address && !address.startsWith('/') ? { rel: ['external', 'noopener'] } : {};
  return [
    element('div', { className: ['block-procedure'] }, [
      element('p', { className: ['block-title'] }, [text('Thủ tục liên quan')]),
      element('p', {}, [
        ...(tag
          ? [
              element('span', { className: ['tag', `tag-${tag.kind}`] }, [text(tag.text)]),
              text(' '),
            ]
          : []),
        href ? element('a', { href, ...rel }, [text(label)]) : text(label),
      ]),
      ...(note ? [element('p', { className: ['soft'] }, [text(note)])] : []),
    ]),
  ];
};

const RENDER: Record<BlockName, Render> = {
  'chu-y': note,
  'cac-buoc': steps,
  bang: table,
  tep: file,
  video,
  anh: picture,
  'thu-tuc': procedure,
};

function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
