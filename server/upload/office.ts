import { strFromU8, unzipSync } from 'fflate';
import { ContentFault } from './refused.ts';

/** What a document may unpack to: far more than any text with pictures does. */
const MOST_UNPACKED = 150 * 1024 * 1024;
const MOST_PARTS = 3000;

const SAVE_ANEW =
  'Hãy chép nội dung sang một tệp mới và lưu lại, hoặc xuất thành PDF rồi tải tệp PDF lên.';

/** The kinds of document, with the part that only they have. */
const MAIN_PARTS = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  odt: 'content.xml',
} as const;

export type OfficeKind = keyof typeof MAIN_PARTS;

/** Parts that run, embed or fetch, by their name in the package. */
const FORBIDDEN_PARTS: readonly [RegExp, string][] = [
  [/(^|\/)vba|macro|^Basic\/|^Scripts\//i, 'macro'],
  [/(^|\/)(embeddings|activeX|ctrlProps)\/|oleObject/i, 'đối tượng nhúng (OLE, ActiveX)'],
  [/^Object [^/]*\/?|^ObjectReplacements\//, 'đối tượng nhúng'],
  [
    /(^|\/)externalLinks\/|connections\.xml$|(^|\/)queryTables\//i,
    'liên kết lấy dữ liệu từ nơi khác',
  ],
  [/(^|\/)(afchunk|altChunk)/i, 'đoạn chèn từ tệp khác'],
  [/\.(exe|dll|js|vbs|hta|html?|mht|svg|lnk|scr|bat|cmd|ps1|jar)$/i, 'tệp không được phép'],
];

/** Words in the parts that do the same. */
const FORBIDDEN_WORDS: readonly [RegExp, string][] = [
  [/macroEnabled|vbaProject/i, 'macro'],
  [/<(\w+:)?(script|event-listener)\b|vnd\.sun\.star\.script|macro:\//i, 'macro'],
  [/<!DOCTYPE|<!ENTITY/i, 'khai báo DTD'],
  [/<(\w+:)?dde-/i, 'liên kết DDE'],
];

/**
 * Looks into a Word, Excel or OpenDocument file: refuses macros, embedded objects, and whatever
 * would be fetched or run when it is opened. Nothing is unpacked beyond a fixed size.
 */
export function checkOffice(bytes: Uint8Array, kind: OfficeKind): void {
  checkEnds(bytes);
  const parts = unpacked(bytes);
  const names = Object.keys(parts);
  if (!names.includes(MAIN_PARTS[kind])) {
    throw new ContentFault('Nội dung không đúng đuôi tệp.', SAVE_ANEW);
  }
  for (const name of names) {
    for (const [pattern, what] of FORBIDDEN_PARTS) if (pattern.test(name)) throw holds(what);
  }
  for (const [name, content] of Object.entries(parts)) {
    if (/\.(xml|rels|rdf|vml)$/i.test(name)) checkPart(name, content);
  }
}

function checkPart(name: string, content: Uint8Array): void {
  const text = strFromU8(content);
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)/.exec(text)?.[1] ?? 'utf-8';
  // In another encoding the same letters would be other bytes, and nothing below would see them.
  if (!/^(utf-8|us-ascii)$/i.test(encoding) || text.includes('\0')) {
    throw holds('phần không ở bảng mã UTF-8');
  }
  for (const [pattern, what] of FORBIDDEN_WORDS) if (pattern.test(text)) throw holds(what);
  if (name.endsWith('.rels')) checkRelationships(text);
  else checkFetched(text);
  checkFields(text);
}

/** What a field does may be spread over several pieces of it, so they are read as one. */
function checkFields(text: string): void {
  const pieces = [...text.matchAll(/<w:instrText\b[^>]*>([^<]*)|\bw:instr\s*=\s*"([^"]*)"/g)];
  const fields = pieces.map(([, piece = '', whole]) => (whole ? ` ${whole} ` : piece)).join('');
  if (/(?<![\w/.-])(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\s/i.test(fields)) {
    throw holds('trường lấy nội dung từ nơi khác (DDE, INCLUDE)');
  }
}

/** A link a reader may click is fine; anything else outside would be fetched on opening. */
function checkRelationships(text: string): void {
  for (const [tag] of text.matchAll(/<(\w+:)?Relationship\b[^>]*>/g)) {
    const external = /TargetMode\s*=\s*["']\s*External/i.test(tag);
    if (external && !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(tag)) {
      const template = /attachedTemplate/.test(tag);
      throw holds(
        template ? 'liên kết tới tệp mẫu ở nơi khác' : 'liên kết lấy nội dung từ nơi khác',
      );
    }
    if (external && !/Target\s*=\s*["'](https?:|mailto:|tel:|#)/i.test(tag)) {
      throw holds('liên kết tới tệp trên máy');
    }
  }
}

/** OpenDocument names what it fetches where it stands. */
function checkFetched(text: string): void {
  const fetching =
    /<(draw:(image|object|object-ole|plugin|applet|floating-frame)|text:section-source|meta:template)\b[^>]*xlink:href\s*=\s*["'](?!Pictures\/|#)([^"']*)/;
  if (fetching.test(text)) throw holds('liên kết lấy nội dung từ nơi khác');
}

/** A package that begins later or goes on behind its end is also something else. */
function checkEnds(bytes: Uint8Array): void {
  const end = bytes.length - 22;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = end > 0 && view.getUint32(0, true) === 0x04034b50;
  if (!whole || view.getUint32(end, true) !== 0x06054b50) {
    throw new ContentFault('Tệp bị hỏng, hoặc có dữ liệu khác kèm trước hay sau.', SAVE_ANEW);
  }
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  const names = new Set<string>();
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (size > MOST_UNPACKED || names.size > MOST_PARTS) {
          throw new ContentFault('Tệp giải nén ra quá lớn.', SAVE_ANEW);
        }
        if (/(^|\/)\.\.(\/|$)|^\/|\\/.test(name)) throw holds('đường dẫn trái phép');
        // Of two parts of one name each program may read the other one.
        if (names.has(name.toLowerCase())) throw holds('hai phần trùng tên');
        names.add(name.toLowerCase());
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ContentFault) throw error;
    throw new ContentFault('Không đọc được tệp: tệp bị hỏng hoặc đặt mật khẩu.', SAVE_ANEW);
  }
}

function holds(what: string): ContentFault {
  return new ContentFault(`Tệp chứa ${what}.`, SAVE_ANEW);
}
