import { extensionOf, MEDIA_TYPES } from '../../src/core/store/media.ts';
import { slugify } from '../../src/core/text/slug.ts';
import { ContentFault } from './refused.ts';

/** Longest path below the content folder; archives and Windows still know shorter limits. */
const LONGEST_PATH = 200;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;
const FOLDER = /^[a-z0-9][a-z0-9_-]*$/;

/**
 * Holds a path against what every system can store and every address can carry: lower-case ASCII
 * and one ending. Returns the ending; throws a `ContentFault`.
 */
export function checkName(file: string): string {
  const ending = extensionOf(file);
  const folders = file.split('/');
  const name = folders.pop() ?? '';
  const stem = name.slice(0, name.length - ending.length);
  if (!MEDIA_TYPES.has(ending)) {
    throw new ContentFault(
      `Loại tệp «${ending || 'không có đuôi'}» không được nhận.`,
      `Chỉ nhận ${[...MEDIA_TYPES.keys()].join(', ')}. Hình vẽ .svg hãy lưu thành .png; văn bản .doc hãy lưu thành .docx hoặc .pdf.`,
    );
  }
  const rightFolders = folders.length > 0 && folders.every((part) => FOLDER.test(part));
  if (!rightFolders || file.length > LONGEST_PATH) {
    throw new ContentFault(
      'Đường dẫn của tệp không hợp lệ.',
      `Thư mục chỉ gồm chữ thường không dấu, số, gạch nối; cả đường dẫn không quá ${LONGEST_PATH} ký tự.`,
    );
  }
  if (!FOLDER.test(stem) || !name.endsWith(ending) || DEVICE.test(stem)) {
    const better = `${slugify(stem) || 'tep'}${ending}`;
    throw new ContentFault(
      `Tên tệp «${name}» không hợp lệ.`,
      `Chỉ dùng chữ thường không dấu, số, gạch nối và một đuôi tệp, ví dụ ${DEVICE.test(stem) ? `tep-${better}` : better}.`,
    );
  }
  return ending;
}
