import {
  isDayAndMonth,
  ordinalWord,
  readDate,
  readDayOfMonth,
  readFraction,
  readMonth,
  readOrdinal,
  readYear,
} from '../day.ts';
import { readInteger } from '../number.ts';
import { END, type Rule, rule, type Surroundings } from '../rule.ts';

/** Dates, months, quarters and what looks like them. */

const DASH = '\\s?[-–—]\\s?';
const SAYS_DAY = /(?:ngày|mùng|mồng)\s+$/iu;
const SAYS_FIRST_TEN = /(?:mùng|mồng)\s+$/iu;
/** Words after which two numbers with a stroke between them are a day and a month. */
const DAY_FOLLOWS = /(?:ngày|mùng|mồng|sáng|trưa|chiều|tối|đêm|hôm|lễ|dịp)\s+$/iu;
/** Words after which they are one too, unless something is counted in them. */
const TIME_FOLLOWS = /(?:từ|đến|tới|trước|sau|hết|kể từ|đến hết)\s+$/iu;
const COUNTED = /^\s+(?:số|tổng|diện|hộ|thành viên|đại biểu|phiếu|tiêu chí|chỉ tiêu|nhiệm vụ)/iu;
/** Spans that are no months: `quý 4/2026`. */
const OTHER_SPAN = /(?:quý|tuần|đợt|kỳ|khóa|khoá|vòng)\s+$/iu;
/** Months and years after a word for a span: `quý I/2026`, `tuần 9/2026`. */
const SPAN_BEFORE = /(?:quý|tháng|tuần|đợt|kỳ|khóa|khoá|học kỳ|vòng)\s+[\p{L}\d]+$/iu;

const fullDate = rule(
  new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})${END}`, 'u'),
  'date',
  ([, day = '', , month = '', year = ''], around) =>
    isDayAndMonth(day, month) ? dateAfter(around, readDate(day, month, year)) : undefined,
);

const daysOfOneMonth = rule(
  new RegExp(`^(\\d{1,2})${DASH}(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?${END}`, 'u'),
  'date',
  ([, first = '', last = '', month = '', year = ''], around) => {
    const real = isDayAndMonth(first, month) && isDayAndMonth(last, month);
    if (!real || Number(first) >= Number(last)) return undefined;
    return dateAfter(around, `${readDayOfMonth(first)} đến ${readDate(last, month, year)}`);
  },
);

const dayAndMonth = rule(
  new RegExp(`^(\\d{1,2})([/-])(\\d{1,2})${END}`, 'u'),
  'date',
  ([, day = '', mark = '', month = ''], around, rest) => {
    if (!isDayAndMonth(day, month) || !isDate(day, mark, month, around, rest)) return undefined;
    return dateAfter(around, readDate(day, month));
  },
);

/** Officials write a zero in front in dates alone; otherwise the words around must tell. */
function isDate(
  day: string,
  mark: string,
  month: string,
  { before, last }: Surroundings,
  rest: string,
): boolean {
  // «ngày 20-11» is a date; «ngày 1-5» may be five days.
  if (mark === '-') return DAY_FOLLOWS.test(before) && Number(day) >= Number(month);
  if (/^0/.test(day) || /^0/.test(month) || DAY_FOLLOWS.test(before)) return true;
  if (COUNTED.test(rest)) return false;
  return last === 'date' || TIME_FOLLOWS.test(before);
}

const monthAndYear = rule(
  new RegExp(`^(\\d{1,2})(?:${DASH}(\\d{1,2}))?/((?:19|20)\\d{2})${END}`, 'u'),
  'date',
  ([, first = '', last = '', year = ''], { before }) => {
    if (![first, last || '1'].every((month) => isDayAndMonth('1', month))) return undefined;
    const months = last ? `${readMonth(first)} đến ${readMonth(last)}` : readMonth(first);
    const bare = /tháng\s+$/iu.test(before) ? months.replace(/^tháng /, '') : months;
    if (/số\s+$/iu.test(before)) return undefined;
    if (OTHER_SPAN.test(before)) return `${readInteger(first)} ${readYear(year)}`;
    return `${bare} ${readYear(year)}`;
  },
);

const yearOfSpan = rule(
  new RegExp(`^/((?:19|20)\\d{2})${END}`, 'u'),
  'date',
  ([, year = ''], { before }) => (SPAN_BEFORE.test(before) ? ` ${readYear(year)}` : undefined),
);

/** «ngày 06 tháng 3», «ngày 5 và ngày 20»; but not «ngày 2 lần». */
const dayAlone = rule(
  new RegExp(
    `^(\\d{1,2})(?=\\s+(?:tháng|hằng tháng|hàng tháng|và|đến)(?!\\p{L})|${DASH}\\d|[,.;:)]|\\s*$)`,
    'u',
  ),
  'date',
  ([, day = ''], { before }) => {
    if (!SAYS_DAY.test(before) || !isDayAndMonth(day, '1')) return undefined;
    const said = readDayOfMonth(day);
    return SAYS_FIRST_TEN.test(before) ? said.replace(/^mùng /, '') : said;
  },
);

const monthAlone = rule(new RegExp(`^0?4${END}`, 'u'), 'number', (_, { before }) =>
  /(?:tháng|thứ)\s+$/iu.test(before) ? ordinalWord(4) : undefined,
);

const firstOfRow = rule(new RegExp(`^0?1${END}`, 'u'), 'number', (_, { before }) =>
  /thứ\s+$/iu.test(before) ? readOrdinal(1).replace('thứ ', '') : undefined,
);

/** Parts of a whole, and everything else with strokes between numbers. */
const fraction = rule(
  /^(\d+)\s?\/\s?(\d+)((?:\/\d+){0,4})(?:(h)(?![\p{L}\d]))?(?![\d]|\.\d|,\d)/u,
  'number',
  ([, part = '', whole = '', more = '', hours = ''], around, rest) => {
    if (!more && !hours && isPart(part, whole, around, rest)) return readFraction(part, whole);
    const numbers = [part, whole, ...more.split('/').filter(Boolean)];
    return `${numbers.map(readInteger).join(' trên ')}${hours && ' giờ'}`;
  },
);

/** «2/3 số hộ» is a part; «5/10 điểm» and «3/5 trường» are so many out of so many. */
function isPart(part: string, whole: string, { before }: Surroundings, rest: string): boolean {
  if (!/^([2-9]|10)$/.test(whole) || Number(part) >= Number(whole)) return false;
  if (/(?:hạng|điểm|đạt)\s+$/iu.test(before) || /^\s+điểm/iu.test(rest)) return false;
  return Number(whole) <= 4 || part === '1' || /^\s+(?:số|tổng|diện tích|dân số)/iu.test(rest);
}

/** The word «ngày» in front, unless it, or the first half of a span of days, was there. */
function dateAfter({ before }: Surroundings, said: string): string {
  if (SAYS_FIRST_TEN.test(before)) return said.replace(/^mùng /, '');
  return SAYS_DAY.test(before) ? said : `ngày ${said}`;
}

/** In the order in which they are tried. */
export const DATE_RULES: readonly Rule[] = [
  ...[fullDate, daysOfOneMonth, monthAndYear, dayAndMonth, yearOfSpan],
  ...[dayAlone, monthAlone, firstOfRow, fraction],
];
