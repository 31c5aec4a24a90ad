import { readOrdinal } from '../day.ts';
import { digitGroups, readDecimal, readDigitGroups, readDigits, readInteger } from '../number.ts';
import { romanValue } from '../roman.ts';
import { END, type Rule, rule, type Surroundings } from '../rule.ts';
import { readUnit, UNIT_PATTERN } from '../unit.ts';

/** Times, telephone numbers, codes and plain numbers. */

/** Words after which a short number is dialled, digit by digit. */
const DIALLED =
  /(?:tổng đài|đường dây nóng|hotline|điện thoại|máy|gọi|bấm)(?:\s+(?:số|đến|tới|ngay|là))*:?\s+$/iu;

/** Words that a Roman numeral follows. */
const ROMAN_FOLLOWS =
  /(?:chương|phần|mục|tiểu mục|quý|khóa|khoá|kỳ|đại hội|thế kỷ|hạng|loại|cấp|bậc|nhóm|vùng|khu vực|lần thứ|thứ|giai đoạn|tập|quyển|phụ lục|tầng|đợt|bảng|trung ương|lần)\s+$/iu;

const time = rule(
  new RegExp(`^([01]?\\d|2[0-4])(?:\\s?[hg]\\s?|:)([0-5]\\d)(?:\\s?(?:'|′|phút|p))?${END}`, 'u'),
  'number',
  ([, hour = '', minute = '']) => readTime(hour, minute),
);

const hour = rule(
  new RegExp(`^(\\d{1,2})\\s?h${END}`, 'u'),
  'number',
  ([, value = '']) => `${readInteger(value)} giờ`,
);

/** A number that begins with 0 or +84, or a service number 1800, 1900; said as it is grouped. */
const phone: Rule = (text) => {
  const [row = ''] = /^\(?\+?\d+(?:(?:[ .-]|\) ?)\d+){0,6}/.exec(text) ?? [];
  if (!/^\(?(?:0|\+84|1[89]00)/.test(row)) return undefined;
  // The country's number stands for the zero.
  const longest = row.includes('+') ? LONGEST_PHONE + 1 : LONGEST_PHONE;
  let length = 0;
  const groups: string[] = [];
  for (const { 0: group, index } of row.matchAll(/\d+/g)) {
    const known = groups.join('').length;
    // A single digit after a number that is long enough is another number.
    if (known + group.length > longest || (group.length < 2 && known >= SHORTEST_PHONE)) break;
    groups.push(group);
    length = index + group.length;
  }
  const digits = groups.join('');
  if (digits.length < SHORTEST_PHONE || /^[\p{L}\d]/u.test(text.slice(length))) return undefined;
  const said = readDigitGroups(groups.flatMap(phoneGroups));
  return { length, said: row.includes('+') ? `cộng ${said}` : said, kind: 'number' };
};
const SHORTEST_PHONE = 8;
const LONGEST_PHONE = 11;

const dialled = rule(
  new RegExp(`^(\\d{3,6})${END}`, 'u'),
  'number',
  ([, digits = ''], { before }) => (DIALLED.test(before) ? readDigits(digits) : undefined),
);

/** `1.001193`: the code of a procedure. */
const procedureCode = rule(
  new RegExp(`^([1-9])\\.(\\d{6})${END}`, 'u'),
  'number',
  ([, head = '', code = '']) => `${readDigits(head)} chấm ${readDigitGroups(digitGroups(code))}`,
);

/** `ISO 9001:2015`. */
const edition = rule(
  new RegExp(`^(\\d{4,5}):((?:19|20)\\d{2})${END}`, 'u'),
  'number',
  ([, number = '', year = '']) => `${readInteger(number)} phiên bản năm ${readInteger(year)}`,
);

/** Scales and ratios: `1:500`. */
const ratio = rule(
  new RegExp(`^(\\d+):(\\d+)${END}`, 'u'),
  'number',
  ([, part = '', whole = '']) => `${readInteger(part)} trên ${readInteger(whole)}`,
);

/** «Đề án 06» is called by its two digits. */
const projectName = rule(
  new RegExp(`^(0\\d)${END}`, 'u'),
  'number',
  ([, digits = ''], { before }) => (/đề án\s+$/iu.test(before) ? readDigits(digits) : undefined),
);

const amount = rule(
  new RegExp(`^(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+))?(?![\\d]|[.,]\\d)${UNIT_PATTERN}`, 'u'),
  'number',
  ([, whole = '', decimals = '', unit = '', per = '']) =>
    withUnit(readAmount(whole, decimals), unit, per),
);

const pointed = rule(
  new RegExp(`^(\\d+)\\.(\\d+)(?![\\d]|[.,]\\d)${UNIT_PATTERN}`, 'u'),
  'number',
  ([, whole = '', decimals = '', unit = '', per = '']) =>
    withUnit(readDecimal(whole, decimals, 'chấm'), unit, per),
);

/** `-5°C`: elsewhere a stroke in front of a number is a dash. */
const below = rule(/^[-−](?=\d+(?:,\d+)?\s?(?:°|%))/u, 'mark', (_, { before }) =>
  /(^|[\s(])$/u.test(before) ? 'âm ' : undefined,
);

/** Between two things that were read: from one to the other, where they rise. */
const through = rule(
  /^(?:\s[-–—]\s|[-–—])(?=\d|[IVXLC]+(?![\p{L}\d]))/u,
  'mark',
  (_, { before, last }, rest) => {
    if (last === undefined || last === 'mark' || last === 'word') return undefined;
    if (/\s$/.test(before)) return undefined;
    return rises(before, rest) ? ' đến ' : undefined;
  },
);

const roman: Rule = (text, around) => {
  const [numeral = ''] = /^[IVXLC]+(?![\p{L}\d])/u.exec(text) ?? [];
  const value = numeral ? romanValue(numeral) : undefined;
  // A single L or C is a letter: «nhóm C».
  if (value === undefined || /^[LC]$/.test(numeral)) return undefined;
  if (!isNumeral(text.slice(numeral.length), around)) return undefined;
  const ordinal = /thứ\s+$/iu.test(around.before);
  const said = ordinal ? readOrdinal(value).replace('thứ ', '') : readInteger(String(value));
  return { length: numeral.length, said, kind: 'roman' };
};

/** Whatever digits are left: in codes and names that hold letters too. */
const rest = rule(/^\d+/, 'number', ([digits = '']) => readInteger(digits));

function readTime(hours: string, minutes: string): string {
  const head = `${readInteger(hours)} giờ`;
  return minutes === '00' ? head : `${head} ${readInteger(minutes)} phút`;
}

function readAmount(whole: string, decimals: string): string {
  const digits = whole.replaceAll('.', '');
  return decimals ? readDecimal(digits, decimals, 'phẩy') : readInteger(digits);
}

function withUnit(said: string, unit: string, per: string): string {
  const tail = readUnit(unit, per);
  return tail ? `${said} ${tail}` : said;
}

/** Digits written in one as people say them: 4-3-3 of a mobile number, 4-4 of a service number. */
function phoneGroups(digits: string): string[] {
  if (digits.length <= 4) return [digits];
  const head = digits.length === 8 || digits.length % 3 === 1 ? 4 : digits.length % 3 || 3;
  return [digits.slice(0, head), ...digitGroups(digits.slice(head), digits.length === 8 ? 4 : 3)];
}

/** After a word that numerals follow, on in a row of them, or as the mark of a part. */
function isNumeral(rest: string, { before, last }: Surroundings): boolean {
  if (ROMAN_FOLLOWS.test(before)) return true;
  if (last === 'roman') return true;
  return before === '' && /^[.)]\s/.test(rest);
}

function rises(before: string, rest: string): boolean {
  const [, from] = /(?:^|[\s(])(\d+)$/.exec(before) ?? [];
  const [, to] = /^(\d+)(?!\d|[.,/:]\d|[hg])/.exec(rest) ?? [];
  return from === undefined || to === undefined || Number(from) < Number(to);
}

/** In the order in which they are tried. */
export const NUMBER_RULES: readonly Rule[] = [
  ...[procedureCode, edition, phone, dialled, time, hour, ratio, below, through, roman],
  ...[projectName, amount, pointed, rest],
];
