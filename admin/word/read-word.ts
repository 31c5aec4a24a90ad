import type { Notices } from './notice.ts';

/** A picture of a Word file, with the address that stands for it in the HTML. */
export interface WordPicture {
  /** `anh:1`, `anh:2` … in the order of the text. */
  address: string;
  bytes: Uint8Array;
}

/** What mammoth makes of a Word file. */
export interface WordHtml {
  html: string;
  pictures: WordPicture[];
}

/** Paragraph styles that say something; the rest are plain paragraphs. */
const STYLES = [
  "p[style-name='Title'] => h1.tieu-de:fresh",
  "p[style-name='Caption'] => p.chu-thich:fresh",
  "p[style-name='caption'] => p.chu-thich:fresh",
  "p[style-name='vn-centered'] => p.giua:fresh",
  'strike => s',
];
const UNREAD = /unrecognised element was ignored: (?:\{[^}]*\})?(?:[\w-]+:)?([\w-]+)/;
/** Elements that hold no words and no pictures of their own. */
const WORDLESS =
  /^(oMath|oMathPara|chart|relIds|OLEObject|shapetype|lock|wrap|fill|stroke|path|pPrChange|moveTo|moveFrom|tblGrid|permStart|permEnd|dirty|ptab|object|control|custGeom|prstGeom|line|background|subDoc)$/i;

/**
 * Reads a Word file whose archive is known to be sound. The reader itself is large, so it is
 * loaded only when somebody imports something.
 */
export async function readWord(archive: Uint8Array, notices: Notices): Promise<WordHtml> {
  const { default: mammoth } = await import('mammoth');
  const pictures: WordPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const address = `anh:${pictures.length + 1}`;
    const picture: WordPicture = { address, bytes: new Uint8Array() };
    pictures.push(picture);
    picture.bytes = new Uint8Array(await image.readAsArrayBuffer());
    return { src: address };
  });
  const arrayBuffer = archive.slice().buffer;
  // The browser's build takes an array buffer, Node's takes a buffer: each finds its own.
  const input = { arrayBuffer, buffer: archive as never };
  const { value, messages } = await mammoth.convertToHtml(input, {
    styleMap: STYLES,
    convertImage,
    externalFileAccess: false,
    transformDocument: (node) => (node.type === 'document' ? withCentered(node) : node),
  });
  noteUnread(
    messages.map(({ message }) => message),
    notices,
  );
  return { html: value, pictures };
}

/** A node of mammoth's own tree, as far as it is looked at. */
interface WordNode {
  type: string;
  alignment?: string | null;
  styleName?: string | null;
  children?: WordNode[];
}

/** Centred paragraphs without a style of their own get one: titles and captions are told by it. */
function withCentered(node: WordNode): WordNode {
  const children = node.children?.map(withCentered);
  const plain = !node.styleName || /^(Normal|Body Text|Standard|Text body)$/i.test(node.styleName);
  const centered = node.type === 'paragraph' && node.alignment === 'center' && plain;
  return {
    ...node,
    ...(children && { children }),
    ...(centered && { styleName: 'vn-centered' }),
  };
}

function noteUnread(messages: readonly string[], notices: Notices): void {
  const names = messages.flatMap((message) => UNREAD.exec(message)?.[1] ?? []);
  const other = [...new Set(names)].filter((name) => !WORDLESS.test(name));
  if (other.length > 0) {
    notices.lost(
      `Có thành phần của Word không chuyển được (${other.join(', ')}); hãy so bài với tệp gốc.`,
    );
  }
  if (messages.some((message) => /external image|could not (find|open)/i.test(message))) {
    notices.lost(
      'Có ảnh chỉ là liên kết tới nơi khác, không nằm trong tệp Word, nên không lấy theo.',
    );
  }
}
