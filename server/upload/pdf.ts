import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { ContentFault } from './refused.ts';

/** Keys and kinds of action that make a document do something, and what to call them. */
const ACTIVE_KEYS: Readonly<Record<string, string>> = {
  JS: 'mã lệnh JavaScript',
  JavaScript: 'mã lệnh JavaScript',
  EmbeddedFiles: 'tệp đính kèm bên trong',
  EF: 'tệp đính kèm bên trong',
  XFA: 'biểu mẫu XFA',
  RichMediaContent: 'nội dung nhúng',
};
const ACTIVE_TYPES: Readonly<Record<string, string>> = {
  JavaScript: 'mã lệnh JavaScript',
  Launch: 'lệnh mở chương trình',
  SubmitForm: 'biểu mẫu tự gửi dữ liệu đi',
  ImportData: 'lệnh nhập dữ liệu từ tệp khác',
  GoToE: 'liên kết vào tệp đính kèm',
  GoToR: 'liên kết mở tệp khác trên máy',
  Rendition: 'nội dung nhúng',
  RichMedia: 'nội dung nhúng',
  Movie: 'nội dung nhúng',
  EmbeddedFile: 'tệp đính kèm bên trong',
  FileAttachment: 'tệp đính kèm bên trong',
};
/** A nest deeper than any honest document's is there to exhaust whoever reads it. */
const DEEPEST = 200;

const SAVE_ANEW = 'Hãy mở tệp và in ra PDF mới (Lưu thành PDF), hoặc xuất lại từ văn bản Word gốc.';

/**
 * Reads every object of a document, those in compressed streams too, and refuses one that would
 * run something, open something or carry another file. The bytes themselves stay as they are:
 * writing them anew would break the digital signature of an official document.
 */
export async function checkPdf(bytes: Uint8Array): Promise<void> {
  checkEnds(bytes);
  const document = await read(bytes);
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    inspect(object, 0);
  }
}

/** Whatever stands before or behind a document makes it also something else. */
function checkEnds(bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  const behind = end < 0 ? undefined : text.slice(end + '%%EOF'.length);
  if (!text.startsWith('%PDF-') || behind === undefined || /[^\s\0]/.test(behind)) {
    throw new ContentFault('Tệp PDF bị hỏng, hoặc có dữ liệu khác kèm trước hay sau.', SAVE_ANEW);
  }
}

async function read(bytes: Uint8Array): Promise<PDFDocument> {
  const options = { ignoreEncryption: true, throwOnInvalidObject: true, updateMetadata: false };
  const document = await PDFDocument.load(bytes, options).catch(() => undefined);
  // Some locked documents cannot be read at all; both kinds say so in their trailer.
  if (document?.isEncrypted || (!document && Buffer.from(bytes).includes('/Encrypt'))) {
    throw new ContentFault(
      'Tệp PDF đặt mật khẩu nên không kiểm tra được.',
      'Hãy bỏ mật khẩu rồi tải lại.',
    );
  }
  if (!document || document.getPageCount() === 0) {
    throw new ContentFault('Không đọc được tệp PDF: tệp bị hỏng.', SAVE_ANEW);
  }
  return document;
}

/** Looks at an object and all it holds; what it refers to is met on its own. */
function inspect(object: PDFObject, depth: number): void {
  if (depth > DEEPEST) throw new ContentFault('Tệp PDF có cấu trúc bất thường.', SAVE_ANEW);
  if (object instanceof PDFRef) return;
  if (object instanceof PDFArray) for (const one of object.asArray()) inspect(one, depth + 1);
  const dictionary = object instanceof PDFStream ? object.dict : object;
  if (!(dictionary instanceof PDFDict)) return;
  for (const [key, value] of dictionary.entries()) {
    const name = key.decodeText();
    // A kind that stands elsewhere in the file means the same.
    const direct = value instanceof PDFRef ? dictionary.context.lookup(value) : value;
    const kind = direct instanceof PDFName ? direct.decodeText() : '';
    const typed = name === 'S' || name === 'Subtype' || name === 'Type';
    const active = ACTIVE_KEYS[name] ?? (typed ? ACTIVE_TYPES[kind] : undefined);
    if (active) throw new ContentFault(`Tệp PDF chứa ${active}.`, SAVE_ANEW);
    inspect(value, depth + 1);
  }
}
