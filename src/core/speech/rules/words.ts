import { namesType, readDocumentNumber, symbolMeaning, typeName } from '../document.ts';
import { END, type Reading, type Rule, rule, type Surroundings } from '../rule.ts';
import { isMarkedSyllable, isSyllable } from '../syllable.ts';
import { readUnit } from '../unit.ts';
import { readAddress, readWebAddress } from '../web.ts';

/** Addresses, document numbers, abbreviations, marks and plain words. */

/** Lengths are bounded everywhere here: an editor's text may be made to keep a pattern busy. */
const HOST = '(?:[a-z0-9-]{1,63}\\.){1,6}(?:vn|com|org|net|info)';

const email = rule(
  /^[\p{L}\d._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/iu,
  'word',
  ([whole = '']) => readAddress(whole),
);

const webAddress = rule(
  /^https?:\/\/([^\s/?#<>"'“”)\]]+)([^\s<>"“”)\]]*[^\s<>"“”)\].,;:!?])?/iu,
  'word',
  ([, host = '', path = '']) => readWebAddress(host.replace(/[.,;:!?]+$/, ''), path),
);

const host = rule(
  new RegExp(`^(${HOST})(/[\\w./-]*[\\w/])?(?![\\p{L}\\d@])`, 'iu'),
  'word',
  ([, name = '', path = '']) => readWebAddress(name, path),
);

/** A part of a symbol has two capitals at least, or it is a word: `5/Khu phố`. */
const PART = '\\p{Lu}[\\p{L}&]{0,9}\\p{Lu}[\\p{L}&]{0,9}\\d{0,2}';
const NUMBER_FORM = new RegExp(
  `^(\\d{1,5})(?:\\.(\\d{1,3}))?(?:/(\\d{4}))?[/-](${PART}(?:[-/]${PART}){0,3})${END}`,
  'u',
);
const TYPE_FORM = new RegExp(
  `^(${PART})\\s(?:số:?\\s)?\\d{1,5}(?:\\.\\d{1,3})?(?:/\\d{4})?[/-](${PART})`,
  'u',
);
const SYMBOL_FORM = new RegExp(`^${PART}[-/]${PART}${END}`, 'u');

/** The number and symbol of a document, said by what they mean. */
const documentNumber: Rule = (text, around) => {
  const [whole = '', number = '', part = '', year = '', symbol = ''] = NUMBER_FORM.exec(text) ?? [];
  if (!whole) return undefined;
  const said = readDocumentNumber(number, part, year);
  const bare = /số:?\s+$/iu.test(around.before) ? said.replace(/^số /, '') : said;
  return withSymbol(whole.length, bare, symbol, text, around);
};

/** «QĐ số 46/QĐ-UBND»: the symbol makes the letters in front of it certain. */
const typeBeforeNumber: Rule = (text) => {
  const [, letters = '', symbol = ''] = TYPE_FORM.exec(text) ?? [];
  const type = letters && symbol.startsWith(letters) ? typeName(letters) : undefined;
  return type ? { length: letters.length, said: type, kind: 'word' } : undefined;
};

/** A symbol without a number, as `QĐ-UBND`; both its parts must be known. */
const documentSymbol: Rule = (text, around) => {
  const [whole = ''] = SYMBOL_FORM.exec(text) ?? [];
  if (!whole) return undefined;
  const { type, issuer, unknown } = symbolMeaning(whole, around.lexicon);
  if (!type || !issuer || unknown.length > 0) return undefined;
  return { length: whole.length, said: `${type} của ${issuer}`, kind: 'word' };
};

function withSymbol(
  length: number,
  said: string,
  symbol: string,
  text: string,
  { before, lexicon }: Surroundings,
): Reading {
  const { type, issuer, unknown } = symbolMeaning(symbol, lexicon);
  const head = type && !namesType(before, type) ? `${type} ` : '';
  // «… ngày 23/02/2026 của UBND phường»: the text itself names who issued it.
  const named = /^[\s,(]*(?:ngày\s+\d[\d/.-]*\s+|ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d+\s+)?của\s/iu;
  const tail = issuer && !named.test(text.slice(length)) ? ` của ${issuer}` : '';
  // Where «số» stood before, the kind has been said, or it would come too late.
  const full = /số:?\s+$/iu.test(before) ? said : head + said;
  return { length, said: full + tail, kind: 'word', unknown: tail ? unknown : [] };
}

const abbreviation: Rule = (text, { lexicon }) => {
  const found = lexicon.startOf(text);
  if (!found) return undefined;
  return { length: found.length, said: found.long, kind: 'word' };
};

/** «v.v.» ends a sentence when a new one follows. */
const andSoOn = rule(/^v\.\s?v(?:\.+|…)?(?!\p{L})/iu, 'word', (_, __, rest) =>
  /^\s*(?:$|\s\p{Lu})/u.test(rest) ? 'vân vân.' : 'vân vân',
);

/** Marks that stand for words; what only decorates is not said. */
const MARKS: Readonly<Record<string, string>> = {
  '&': ' và ',
  '+': ' cộng ',
  '±': ' cộng trừ ',
  '=': ' bằng ',
  '≥': ' từ ',
  '≤': ' không quá ',
  '>': ' trên ',
  '<': ' dưới ',
  '%': ' phần trăm ',
  '‰': ' phần nghìn ',
  '°': ' độ ',
  '→': ', ',
  '×': ' nhân ',
  '@': ' a còng ',
};

const SILENT =
  /^(?:[*#•~_|\\^[\]{}\u2190-\u21ff\u25a0-\u27bf]|\p{Extended_Pictographic}|\ufe0f|\u200d)/u;

const mark: Rule = (text) => {
  const said = MARKS[text.charAt(0)];
  return said === undefined ? undefined : { length: 1, said, kind: 'mark' };
};

const silent = rule(SILENT, 'mark', () => ' ');

/** What an amount is counted per: `5 hồ sơ/ngày`, `50 nghìn đồng/m2`. */
const per = rule(
  /^\/(km|m2|m3|m|ha|kg|h|tháng|năm|ngày|tuần|giờ|quý|người|hộ|lần|bản|trang|hồ sơ|đơn vị)(?![\p{L}\d])/u,
  'word',
  ([, unit = ''], { before }) =>
    AMOUNT_BEFORE.test(before) ? ` trên ${readUnit(unit, '') || unit}` : undefined,
);
const AMOUNT_BEFORE = /\d[\d.,]*(?:\s?\p{L}+){1,3}$/u;

/** Between numbers a stroke is said, between words it is a pause; «và/hoặc» says itself. */
const stroke = rule(/^\s?\/\s?/, 'mark', (_, { before }, rest) => {
  if (/\d$/.test(before) && /^\d/.test(rest)) return ' trên ';
  return /(^|\s)và$/iu.test(before) ? ' ' : ', ';
});

/** A word as it stands; one in capitals that nobody has told how to read is named. */
const word: Rule = (text, around) => {
  const [whole = ''] = /^[\p{L}\p{M}]+/u.exec(text) ?? [];
  if (!whole) return undefined;
  const unknown = /\p{Lu}{2}/u.test(whole) && !isShouted(whole, text, around) ? [whole] : [];
  return { length: whole.length, said: whole, kind: 'word', unknown };
};

/** Whether a word in capitals is one of a text in capitals: `THÔNG BÁO`. */
function isShouted(whole: string, text: string, { before }: Surroundings): boolean {
  if (isMarkedSyllable(whole)) return true;
  if (!isSyllable(whole)) return false;
  const [, previous = ''] = /([\p{Lu}\p{M}]+)[\s,:-]+$/u.exec(before) ?? [];
  const [, next = ''] = /^[\s,:-]+([\p{Lu}\p{M}]+)(?!\p{L})/u.exec(text.slice(whole.length)) ?? [];
  return [previous, next].some((one) => one.length > 1 && isMarkedSyllable(one));
}

/** Tried before numbers: what holds digits and is none. */
export const ADDRESS_RULES: readonly Rule[] = [email, webAddress, host];
/** Tried before numbers too: a symbol begins with one. */
export const DOCUMENT_RULES: readonly Rule[] = [documentNumber, typeBeforeNumber];
/** Tried last. */
export const WORD_RULES: readonly Rule[] = [
  ...[andSoOn, documentSymbol, abbreviation, per, stroke, mark, silent, word],
];
