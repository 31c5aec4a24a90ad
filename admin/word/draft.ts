import type { Root, RootContent } from 'hast';
import { isDay } from '../../src/core/calendar/day.ts';
import { documentNumber } from '../../src/core/schema/field.ts';
import { hasClass, holds, isElement, isWholly, wordsOf } from './hast.ts';
import { excerpt, type Notices } from './notice.ts';

/** A document that a text speaks of, as the form's list of sources takes it. */
export interface FoundSource {
  title: string;
  number: string;
  /** `YYYY-MM-DD`, where the day is printed. */
  date?: string;
}

/** Longest title and summary that the form takes. */
const LONGEST = { title: 160, summary: 400 };
const KINDS =
  'Kế hoạch|Quyết định|Thông báo|Công văn|Chỉ thị|Nghị quyết|Nghị định|Thông tư|Chương trình|Báo cáo|Tờ trình|Hướng dẫn|Luật';
const KIND_LINE = new RegExp(`^(${KINDS})$`, 'iu');
const CITED = new RegExp(
  String.raw`(?:(${KINDS})\s+)?(?:số\s*:?\s*)?(\d{1,5}(?:\.\d{1,3})?(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*)*)(?:[^.;]{0,12}?ngày\s+(\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})\s*(?:\/|năm)\s*(\d{4}))?`,
  'giu',
);
const DATE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;

/**
 * Takes the title out of a text: a title by style, the first lines that are centred and bold, a
 * first heading, or a first line that is bold. `''` when none can be told.
 */
export function takeTitle(root: Root, notices: Notices): string {
  const lines: string[] = [];
  while (lines.length < 4 && isTitleLine(root.children[lines.length], lines.length)) {
    lines.push(wordsOf(root.children[lines.length] as RootContent));
  }
  if (lines.length === 0) {
    notices.mend('Không tìm thấy tiêu đề trong văn bản; hãy tự điền tiêu đề.');
    return '';
  }
  root.children.splice(0, lines.length);
  const title = joined(lines);
  if (title === title.toUpperCase())
    notices.mend('Tiêu đề viết hoa toàn bộ; hãy viết lại chữ thường cho dễ đọc.');
  if (title.length <= LONGEST.title) return title;
  notices.mend(`Tiêu đề dài hơn ${LONGEST.title} ký tự nên đã bị cắt: «${title}».`);
  return excerpt(title, LONGEST.title);
}

function isTitleLine(node: RootContent | undefined, before: number): boolean {
  if (!node || holds(node, 'img')) return false;
  if (hasClass(node, 'tieu-de')) return true;
  if (isElement(node, 'p') && hasClass(node, 'giua')) return isWholly(node, 'strong');
  if (before > 0) return false;
  return (
    isElement(node, 'h1', 'h2') ||
    (isElement(node, 'p') && isWholly(node, 'strong') && wordsOf(node).length <= LONGEST.title)
  );
}

/** `KẾ HOẠCH` above `Tuyên truyền …` is one title: `Kế hoạch tuyên truyền …`. */
function joined([first = '', ...rest]: readonly string[]): string {
  const tail = rest.join(' ');
  if (!tail || !KIND_LINE.test(first)) return [first, tail].filter(Boolean).join(' ');
  const kind = first.charAt(0).toUpperCase() + first.slice(1).toLowerCase();
  return `${kind} ${/^\p{Lu}\p{Ll}/u.test(tail) ? tail.charAt(0).toLowerCase() + tail.slice(1) : tail}`;
}

/**
 * A summary from the first paragraph. One that is set off in bold or italic is the lead itself and
 * leaves the text; of any other the first sentences are offered, and the text keeps them.
 */
export function takeSummary(root: Root): string {
  const at = root.children.findIndex((node) => isElement(node, 'p') && wordsOf(node).length >= 40);
  const node = root.children[at];
  if (!node || at > 3 || root.children.slice(0, at).some((one) => isElement(one, 'h2', 'h3')))
    return '';
  const words = wordsOf(node);
  // «… như sau:» announces the text, it does not sum it up.
  if (words.endsWith(':')) return '';
  const lead = at === 0 && isWholly(node, 'strong', 'em') && words.length <= LONGEST.summary;
  if (lead) root.children.splice(at, 1);
  if (words.length <= LONGEST.summary) return words;
  const sentences = words.slice(0, LONGEST.summary + 1).match(/^.*[.!?…](?=\s)/su)?.[0];
  return sentences ?? excerpt(words, LONGEST.summary);
}

/** The documents that a heading and a text name by number, each once, the own one first. */
export function findSources(heading: string, title: string, text: string): FoundSource[] {
  const found = new Map<string, FoundSource>();
  const own = [...heading.matchAll(CITED)].map(([, , number = '']) => number).find(isNumber);
  if (own) {
    const [, day, month, year] = DATE.exec(heading) ?? [];
    found.set(own, {
      title: title || `Văn bản số ${own}`,
      number: own,
      ...dated(day, month, year),
    });
  }
  for (const [, kind, number = '', day, month, year] of text.matchAll(CITED)) {
    if (!isNumber(number) || found.has(number)) continue;
    found.set(number, {
      title: kind ?? 'Văn bản',
      number,
      ...dated(day, month, year),
    });
  }
  return [...found.values()];
}

function isNumber(text: string): boolean {
  return documentNumber().safeParse(text).success;
}

function dated(day?: string, month?: string, year?: string): { date?: string } {
  if (!day || !month || !year) return {};
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? { date } : {};
}
