import type { Notices } from './notice.ts';
import { type Parts, textOf } from './package.ts';

/** Things of Word that an article has no place for: how often they occur, and what to say. */
const THINGS: readonly [pattern: RegExp, say: (count: number, notices: Notices) => void][] = [
  [
    /<w:(?:ins|moveTo) /g,
    (n, notices) =>
      notices.changed(`${n} chỗ theo dõi sửa đổi (chữ thêm vào) được coi là đã đồng ý.`),
  ],
  [
    /<w:(?:del|moveFrom) /g,
    (n, notices) => notices.lost(`${n} chỗ theo dõi sửa đổi (chữ đã gạch bỏ) không lấy theo.`),
  ],
  [/<w:commentReference /g, (n, notices) => notices.lost(`${n} ghi chú bên lề không lấy theo.`)],
  [
    /<m:oMath[ >]/g,
    (n, notices) =>
      notices.lost(
        `${n} công thức không lấy theo được; hãy viết thành chữ hoặc chụp thành ảnh có lời mô tả.`,
      ),
  ],
  [
    /<c:chart /g,
    (n, notices) =>
      notices.lost(
        `${n} biểu đồ không lấy theo được; hãy chụp thành ảnh có lời mô tả, hoặc chép số liệu vào bảng.`,
      ),
  ],
  [
    /<dgm:relIds /g,
    (n, notices) =>
      notices.lost(`${n} sơ đồ SmartArt không lấy theo được; hãy chụp thành ảnh có lời mô tả.`),
  ],
  [
    /<o:OLEObject /g,
    (n, notices) =>
      notices.lost(
        `${n} tệp nhúng (Excel, PDF …) không lấy theo; hãy tải lên riêng rồi chèn khối «Tệp đính kèm».`,
      ),
  ],
  [
    /<w:txbxContent[ >]/g,
    (_, notices) =>
      notices.mend(
        'Chữ trong khung (text box) đã được đưa vào bài tại chỗ neo khung; hãy kiểm tra thứ tự.',
      ),
  ],
];

/** Says what of a Word file will not be in the article, before it is read. */
export function noteLosses(parts: Parts, notices: Notices): void {
  const xml = textOf(parts, 'word/document.xml');
  for (const [pattern, say] of THINGS) {
    const count = xml.match(pattern)?.length ?? 0;
    if (count > 0) say(count, notices);
  }
  const margins = Object.keys(parts).filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name));
  const words = margins
    .map((name) =>
      [...textOf(parts, name).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)]
        .map(([, text]) => text)
        .join(''),
    )
    .join(' ');
  if (/\p{L}/u.test(words)) notices.lost('Chữ ở đầu trang và chân trang không lấy theo.');
}
