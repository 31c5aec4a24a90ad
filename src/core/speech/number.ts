/**
 * Whole numbers and decimals as announcers say them. One choice for each doublet, so that a
 * script never wavers: «nghìn» and «linh», as school books have them.
 */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

/** Groups of three digits below one «tỷ», from the right. */
const GROUPS = ['', 'nghìn', 'triệu'] as const;

/** Digits of the part that «tỷ» closes: what stands before them is itself counted in «tỷ». */
const BILLION_DIGITS = 9;

/** Beyond this many digits nobody counts any more: they are said one by one. */
const COUNTABLE_DIGITS = 15;

/** How many digits are said in one breath when they are said one by one. */
const BREATH = 3;

/** One digit. */
export function readDigit(digit: string): string {
  return DIGITS[Number(digit)] ?? '';
}

/** Each digit for itself: `0203` → `không hai không ba`. */
export function readDigits(digits: string): string {
  return [...digits].map(readDigit).join(' ');
}

/** Groups of digits with a pause between them: telephone and identity numbers. */
export function readDigitGroups(groups: readonly string[]): string {
  return groups.map(readDigits).join(', ');
}

/** A run of digits in groups from the right: `12345` → `12`, `345`. */
export function digitGroups(digits: string, size: number = BREATH): string[] {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= size) {
    groups.unshift(digits.slice(Math.max(0, end - size), end));
  }
  return groups;
}

/**
 * A whole number from its digits: `1005` → `một nghìn không trăm linh năm`. A zero in front, as
 * officials write below ten (`02 tin`), is not said; more digits than anybody counts, or more
 * zeros in front, are said one by one.
 */
export function readInteger(digits: string): string {
  if (/^0\d{2,}$/.test(digits) || digits.length > COUNTABLE_DIGITS) {
    return digits.length > BREATH ? readDigitGroups(digitGroups(digits)) : readDigits(digits);
  }
  return readCount(digits.replace(/^0+(?=\d)/, ''), false);
}

/**
 * A number with decimals: `3` and `5` → `ba phẩy năm`. Two decimals are said as one number
 * (`ba phẩy hai mươi lăm`), unless a zero leads them; more are said digit by digit.
 */
export function readDecimal(whole: string, decimals: string, mark: 'phẩy' | 'chấm'): string {
  const asNumber = decimals.length <= 2 && !decimals.startsWith('0');
  const tail = asNumber ? readInteger(decimals) : readDigits(decimals);
  return `${readInteger(whole)} ${mark} ${tail}`;
}

/** `inside` says that something was said before, so that empty hundreds must be named. */
function readCount(digits: string, inside: boolean): string {
  if (digits.length > BILLION_DIGITS) {
    const billions = `${readCount(digits.slice(0, -BILLION_DIGITS), inside)} tỷ`;
    const rest = readCount(digits.slice(-BILLION_DIGITS), true);
    return rest ? `${billions} ${rest}` : billions;
  }
  const words: string[] = [];
  const groups = digitGroups(digits);
  for (const [index, group] of groups.entries()) {
    const scale = GROUPS[groups.length - 1 - index] ?? '';
    const said = readGroup(group, inside || words.length > 0);
    if (said) words.push(scale ? `${said} ${scale}` : said);
  }
  if (words.length > 0) return words.join(' ');
  return inside ? '' : readDigit('0');
}

/** Up to three digits; nothing for zeros. */
function readGroup(group: string, inside: boolean): string {
  const [hundreds = 0, tens = 0, ones = 0] = [...group.padStart(BREATH, '0')].map(Number);
  if (hundreds + tens + ones === 0) return '';
  const named = hundreds > 0 || inside;
  const below = readTens(tens, ones, named);
  return named ? `${DIGITS[hundreds]} trăm${below && ` ${below}`}` : below;
}

function readTens(tens: number, ones: number, afterHundreds: boolean): string {
  if (tens === 0) {
    if (ones === 0) return '';
    return afterHundreds ? `linh ${DIGITS[ones]}` : (DIGITS[ones] ?? '');
  }
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`;
  return ones === 0 ? head : `${head} ${onesAfterTens(tens, ones)}`;
}

/** After «mười» and «mươi» one, four and five have words of their own. */
function onesAfterTens(tens: number, ones: number): string {
  if (ones === 5) return 'lăm';
  if (tens > 1 && ones === 1) return 'mốt';
  if (tens > 1 && ones === 4) return 'tư';
  return DIGITS[ones] ?? '';
}
