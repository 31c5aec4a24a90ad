import type { Schema } from 'hast-util-sanitize';

const FOOTNOTE_ID = /^(user-content-fn(ref)?-[\w-]+|footnote-label)$/;

/**
 * What the body of an entry may become. Everything else is taken out, and named to the
 * editor as an issue. Frames, forms, styles and scripts have no place in it; blocks that need
 * more than this are made by the project's own components, never by the editor's HTML.
 */
export const ALLOW_LIST: Schema = {
  tagNames: [
    ...['h2', 'h3', 'h4', 'h5', 'p', 'br', 'hr', 'blockquote', 'pre', 'code'],
    ...['strong', 'em', 'b', 'i', 'u', 'del', 'sub', 'sup', 'abbr', 'a', 'img'],
    ...['ul', 'ol', 'li', 'input', 'section', 'figure', 'figcaption', 'details', 'summary'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    '*': [],
    a: [
      'href',
      'title',
      ['id', FOOTNOTE_ID],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      ['ariaDescribedBy', 'footnote-label'],
      'ariaLabel',
    ],
    abbr: ['title'],
    code: [['className', /^language-[\w-]+$/]],
    details: ['open'],
    h2: [
      ['id', FOOTNOTE_ID],
      ['className', 'sr-only'],
    ],
    img: ['src', 'alt', 'title'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [
      ['id', FOOTNOTE_ID],
      ['className', 'task-list-item'],
    ],
    ol: ['start', ['type', '1', 'a', 'A', 'i', 'I']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    ul: [['className', 'contains-task-list']],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
  strip: [
    ...['script', 'style', 'template', 'noscript', 'svg', 'math', 'object', 'iframe', 'form'],
    ...['title', 'textarea', 'select', 'xmp', 'plaintext', 'noembed', 'noframes'],
  ],
  ancestors: {
    li: ['ul', 'ol'],
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  // Ids are ours alone (heading anchors, footnotes), so there is nothing left to clobber.
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

/** The list with one more element, which stands for a block and carries nothing but its number. */
export function withBlocks(tag: string): Schema {
  return {
    ...ALLOW_LIST,
    tagNames: [...(ALLOW_LIST.tagNames ?? []), tag],
    attributes: { ...ALLOW_LIST.attributes, [tag]: ['dataBlock'] },
  };
}

const ALLOWED_TAGS = new Set(ALLOW_LIST.tagNames);

/** Whether an element may stand in a body; `h1` may, for it is lowered to `h2`. */
export function isAllowedTag(tagName: string): boolean {
  return tagName === 'h1' || ALLOWED_TAGS.has(tagName);
}
