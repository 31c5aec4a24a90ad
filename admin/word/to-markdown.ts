import type { Root } from 'hast';
import { defaultHandlers, type Handle, toMdast } from 'hast-util-to-mdast';
import type {
  BlockContent,
  FootnoteDefinition,
  Html,
  Root as MdastRoot,
  Nodes,
  PhrasingContent,
  Table,
  Text,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as stringify, type Handle as ToMarkdownHandle } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import { blockText } from '../../src/core/text/block-mark.ts';
import { isElement, wordsOf } from './hast.ts';

/** Where mammoth puts a note: `#footnote-1` at the mark, `footnote-1` at the note itself. */
const NOTE_MARK = /^#((?:foot|end)note-\d+)$/;
const NOTE_ITEM = /^(?:foot|end)note-\d+$/;
const NOTE_BACK = /^#(?:foot|end)note-ref-/;

/**
 * A clean tree as Markdown in the form that the editors' field writes itself, so that opening and
 * saving a text changes nothing in it.
 */
export function toMarkdown(root: Root): string {
  const mdast = toMdast(root, { handlers: HANDLERS }) as MdastRoot;
  visit(mdast, tightened);
  const gfm = gfmToMarkdown();
  // Without the rule that escapes `http:` and `@`: addresses in a text are meant as links.
  gfm.extensions = (gfm.extensions ?? []).filter(
    ({ unsafe }) => !unsafe?.some(({ character }) => character === '@'),
  );
  return stringify(mdast, {
    bullet: '*',
    emphasis: '*',
    strong: '*',
    rule: '-',
    ruleSpaces: true,
    listItemIndent: 'one',
    fences: true,
    resourceLink: true,
    handlers: { text: textOf },
    extensions: [gfm],
  }).trimEnd();
}

/**
 * Text with its signs escaped in ways that outlive the editors' field: that one drops backslashes
 * before `<`, `&`, `|` and after numbers, but keeps entities.
 */
const textOf: ToMarkdownHandle = (node: Text, _parent, state, info) =>
  state
    .safe(node.value, info)
    .replaceAll('\\<', '&lt;')
    .replaceAll('\\&', '&amp;')
    .replaceAll('\\|', '&#124;')
    .replace(/^(\d+)\\\./, '$1&#46;')
    .replace(/^(\d+)\\\)/, '$1&#41;');

/** Items follow each other without a blank line; only what is inside an item is parted by one. */
function tightened(node: Nodes): void {
  if (node.type === 'list') node.spread = false;
  if (node.type === 'listItem') node.spread = node.children.length > 1;
}

const image: Handle = (_state, node) => {
  const { src, alt, dataCaption, dataCredit } = node.properties;
  const values = {
    src: String(src ?? ''),
    alt: String(alt ?? ''),
    'chu-thich': String(dataCaption ?? ''),
    nguon: String(dataCredit ?? ''),
  };
  if (dataCaption !== undefined) return html(blockText('anh', values));
  return { type: 'image', url: values.src, alt: values.alt };
};

/** A table with a caption becomes a block around the table. */
const table: Handle = (state, node) => {
  const caption = node.children.find((child) => isElement(child, 'caption'));
  const made = defaultHandlers.table(state, node) as Table;
  if (!caption) return made;
  const [open = '', close = ''] = blockText('bang', { 'tieu-de': wordsOf(caption) }, '\0').split(
    '\0',
  );
  return [html(open.trim()), made, html(close.trim())];
};

/** Marks that Markdown has not stay as the HTML that the section's texts may hold. */
const asHtml: Handle = (state, node) => {
  const inside = state.all(node) as PhrasingContent[];
  if (inside.every(({ type }) => type === 'footnoteReference')) return inside;
  return [html(`<${node.tagName}>`), ...inside, html(`</${node.tagName}>`)];
};

const link: Handle = (state, node) => {
  const href = String(node.properties['href'] ?? '');
  const note = NOTE_MARK.exec(href)?.[1];
  if (note) return { type: 'footnoteReference', identifier: note, label: numberOf(note) };
  if (NOTE_BACK.test(href)) return undefined;
  // Places within the same file do not exist in the article.
  return href.startsWith('#') || href === '' ? state.all(node) : defaultHandlers.a(state, node);
};

/** The list of notes at the end of a Word text. */
const ordered: Handle = (state, node) => {
  const items = node.children.filter((child) => isElement(child, 'li'));
  const notes = items.filter(({ properties }) => NOTE_ITEM.test(String(properties['id'] ?? '')));
  if (notes.length === 0) return defaultHandlers.ol(state, node);
  return notes.map((note): FootnoteDefinition => {
    const id = String(note.properties['id']);
    const children = state.toFlow(state.all(note)) as BlockContent[];
    return { type: 'footnoteDefinition', identifier: id, label: numberOf(id), children };
  });
};

const lineBreak: Handle = (state, node) =>
  state.inTable ? html('<br>') : defaultHandlers.br(state, node);

const HANDLERS: Record<string, Handle> = {
  a: link,
  br: lineBreak,
  img: image,
  ol: ordered,
  sub: asHtml,
  sup: asHtml,
  table,
};

/** `1` for `footnote-1`; endnotes keep a letter, for both kinds count from 1. */
function numberOf(id: string): string {
  return id.replace('footnote-', '').replace('endnote-', 'c');
}

function html(value: string): Html {
  return { type: 'html', value };
}
