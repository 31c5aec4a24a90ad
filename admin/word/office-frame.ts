import type { Root, RootContent } from 'hast';
import { isElement, wordsOf } from './hast.ts';
import { excerpt, type Notices } from './notice.ts';

/** How far from the top the heading of an official document may reach, in paragraphs. */
const TOP = 16;
/** How far from the end its signature begins. */
const END = 24;

const NATIONAL =
  /CỘNG\s*H[OÒ][AÀ]\s*XÃ\s*HỘI\s*CHỦ\s*NGHĨA\s*VIỆT\s*NAM|Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc/iu;
const PARTY = /^ĐẢNG CỘNG SẢN VIỆT NAM$/u;
const OFFICE =
  /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|ĐẢNG ỦY|PHƯỜNG|XÃ|ĐẶC KHU|THÀNH PHỐ|TỈNH|PHÒNG|TRUNG TÂM|VĂN PHÒNG|SỞ|BAN|CÔNG AN)(\s|$)[^a-zà-ỹ]*$/u;
const NUMBER_LINE = /^Số\s*:\s*\S*/u;
const DATE_LINE = /^[\p{L}\s.-]+,\s*ngày\s*[\d….\s]*tháng\s*[\d….\s]*năm\s*[\d….]*$/u;
const RULE = /^[\s_\-–—*=.o0]+$/u;
const SIGNATURE =
  /^(TM|KT|TL|TUQ|Q)\.\s|^Nơi nhận\s*:?|^(CHỦ TỊCH|PHÓ CHỦ TỊCH|TRƯỞNG PHÒNG|GIÁM ĐỐC|BÍ THƯ|NGƯỜI (LẬP|VIẾT|BÁO CÁO))(\s|$)/u;

/**
 * Takes the frame of an official document out of a text: the national heading with the office's
 * name, number and place, and the signature with its list of recipients. Gives back the words of
 * the heading, in which number and date are found.
 */
export function removeOfficeFrame(root: Root, notices: Notices): string {
  const heading = removeHeading(root);
  if (heading)
    notices.lost(
      `Phần đầu văn bản (quốc hiệu, tên cơ quan, số, ngày) không đưa vào bài: «${excerpt(heading, 160)}».`,
    );
  const signature = removeSignature(root);
  if (signature)
    notices.lost(`Phần nơi nhận và chữ ký không đưa vào bài: «${excerpt(signature, 160)}».`);
  return heading;
}

function removeHeading(root: Root): string {
  const top = root.children.slice(0, TOP);
  const at = top.findLastIndex((node) => NATIONAL.test(wordsOf(node)) || PARTY.test(wordsOf(node)));
  if (at < 0) return '';
  let end = at;
  for (let next = at + 1; next < top.length && isHeadingLine(top[next]); next += 1) end = next;
  // What stands above the national heading is the office's name, or none of the frame.
  let from = at;
  while (
    from > 0 &&
    (isHeadingLine(top[from - 1]) || NATIONAL.test(wordsOf(top[from - 1] as RootContent)))
  )
    from -= 1;
  const removed = root.children.splice(from, end - from + 1);
  return removed.map(wordsOf).join(' ');
}

function isHeadingLine(node: RootContent | undefined): boolean {
  if (!node || isElement(node, 'ul', 'ol')) return false;
  const words = wordsOf(node);
  if (isElement(node, 'table')) return NUMBER_LINE.test(words) || OFFICE.test(words.slice(0, 40));
  return words === '' || [OFFICE, NUMBER_LINE, DATE_LINE, RULE].some((line) => line.test(words));
}

function removeSignature(root: Root): string {
  const from = Math.max(1, root.children.length - END);
  const at = root.children.findIndex((node, index) => index >= from && beginsSignature(node));
  if (at < 0) return '';
  const notes = root.children.findIndex((node) => isNoteList(node));
  const rest = root.children.slice(at, notes < 0 ? undefined : notes);
  // A long paragraph, a heading or a picture after it: then it was not the end of the document.
  const whole = rest.every(
    (node) =>
      isElement(node, 'table', 'ul', 'ol') || (isElement(node, 'p') && wordsOf(node).length < 120),
  );
  const end = whole ? rest.length : 1;
  if (!whole && !isElement(rest[0], 'table')) return '';
  return root.children.splice(at, end).map(wordsOf).join(' ');
}

function beginsSignature(node: RootContent): boolean {
  const words = wordsOf(node);
  if (isElement(node, 'table'))
    return /Nơi nhận\s*:/u.test(words) || /(^|\s)(TM|KT|TL|TUQ)\.\s*\p{Lu}/u.test(words);
  return isElement(node, 'p') && SIGNATURE.test(words);
}

/** Footnotes stand after the end of the document, and belong to the text. */
function isNoteList(node: RootContent): boolean {
  return (
    isElement(node, 'ol') &&
    node.children.some(
      (one) => isElement(one, 'li') && /^(foot|end)note-/.test(String(one.properties['id'] ?? '')),
    )
  );
}
