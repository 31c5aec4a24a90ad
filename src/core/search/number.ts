import { fold } from '../text/slug.ts';
import type { Row } from './row.ts';

/** A document as it is asked for: number, perhaps year, and letters. */
export interface DocumentNumber {
  /** Folded, without leading zeros: `58`, `kh`, `ubnd`. */
  parts: readonly string[];
}

/** A day as it is asked for; people leave out the year. */
export interface AskedDay {
  day: number;
  month: number;
  year?: number;
}

/** The numbers in a query. */
export interface AskedNumbers {
  documents: readonly DocumentNumber[];
  /** Digits of procedure codes, perhaps the first ones only: `9.9999`. */
  codes: readonly string[];
  days: readonly AskedDay[];
  /** Whether the query has nothing else, so that only they answer it. */
  alone: boolean;
}

/** Letters of document numbers by the words people use for them. */
const DOCUMENT_KINDS: Readonly<Record<string, string>> = {
  'ke hoach': 'kh',
  'quyet dinh': 'qd',
  'nghi dinh': 'nd',
  'nghi quyet': 'nq',
  'thong tu': 'tt',
  'thong bao': 'tb',
  'bao cao': 'bc',
  'chi thi': 'ct',
  'cong van': '',
  luat: '',
};
/** `1.001193` */
const CODE_LENGTH = 8;
const LETTERS = 'kh|qd|nd|nq|tt|ttlt|tb|bc|ct|hd|qh\\d+';
const DAY =
  /\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\b|\bngay\s+(\d{1,2})(?:\s+thang\s+|\s*[/.-]\s*)(\d{1,2})(?:(?:\s+nam\s+|\s*[/.-]\s*)(\d{4}))?/g;
const CODE = /\b([1-9]\.\d{2,6})\b/g;
const WRITTEN = new RegExp(
  `\\b0*(\\d{1,4})\\s*(?:/\\s*(?:(\\d{4})\\s*/\\s*)?([a-z]{1,5}\\d{0,2})|\\s(?:(\\d{4})\\s+)?(${LETTERS}))(?![a-z0-9])(?:\\s*[-–/&]\\s*|\\s+)?([a-z]{2,6}\\b)?`,
  'g',
);
const NAMED = new RegExp(
  `\\b(${Object.keys(DOCUMENT_KINDS).join('|')})\\s+(?:so\\s+)?0*(\\d{1,4})(?:\\s*/\\s*(\\d{4}))?\\b`,
  'g',
);
const AROUND = new RegExp(
  `\\b(${Object.keys(DOCUMENT_KINDS).join('|')}|so|ma|ngay|thu tuc|van ban)\\b`,
  'g',
);
/** Letters that follow a number but belong to the sentence: `58/KH-UBND ngày …`. */
const NOT_ISSUER = /^(ngay|nam|ve|cua|quy|va)$/;

/** Reads document numbers, procedure codes and days out of a query. */
export function numbersIn(query: string): AskedNumbers {
  let rest = fold(query);
  const days: AskedDay[] = [];
  const codes: string[] = [];
  const documents: DocumentNumber[] = [];
  const take = (pattern: RegExp, read: (match: string[]) => void) => {
    rest = rest.replace(pattern, (...match) => {
      read(match.map((part) => (typeof part === 'string' ? part : '')));
      return ' ';
    });
  };
  take(DAY, ([, d, m, y, day, month, year]) => {
    const [numbers, asked] = [[d || day, m || month].map(Number), y || year];
    const [first = 0, second = 0] = numbers;
    if (first < 1 || first > 31 || second < 1 || second > 12) return;
    days.push({ day: first, month: second, ...(asked && { year: Number(asked) }) });
  });
  take(CODE, ([, code]) => codes.push(code ?? ''));
  take(WRITTEN, ([, number, year, letters, spacedYear, spaced, issuer]) => {
    const last = issuer && !NOT_ISSUER.test(issuer) ? issuer : '';
    const parts = [number, year || spacedYear, letters || spaced, last];
    documents.push({
      parts: parts.filter((part) => part !== undefined && part !== '') as string[],
    });
  });
  take(NAMED, ([, kind = '', number = '', year]) => {
    const letters = DOCUMENT_KINDS[kind];
    documents.push({ parts: [number, year, letters].filter(Boolean) as string[] });
  });
  const found = days.length + codes.length + documents.length > 0;
  return { documents, codes, days, alone: found && !/[a-z\d]/.test(rest.replace(AROUND, ' ')) };
}

/** How surely a page is the one whose number, code or day is asked for; 0 when it is not. */
export function numberScore(row: Row, { documents, codes, days }: AskedNumbers): number {
  const own = partsOf(row.number ?? '');
  const document = Math.max(0, ...documents.map(({ parts }) => bearing(own, parts)));
  const code = codes.some((asked) => row.codes.includes(asked))
    ? 12
    : codes.some((asked) => row.codes.some((one) => one.startsWith(asked)))
      ? 8
      : 0;
  const day = days.some((asked) => isOn(row.date, asked)) ? (row.number ? 6 : 3) : 0;
  return document + code + day;
}

/**
 * The ways in which texts write what is asked for, each to be searched as a phrase. The index
 * keeps `332/NQ-CP` as the word `332nqcp` and as its parts.
 */
export function phrasesOf({ documents, days, codes }: AskedNumbers): string[] {
  return [
    ...documents.flatMap(({ parts }) => documentPhrases(parts)),
    ...days.flatMap(({ day, month, year }) =>
      spellings(day).flatMap((first) =>
        spellings(month).flatMap((second) => (year ? [`${first}${second}${year}`] : [])),
      ),
    ),
    ...codes.filter((code) => code.length === CODE_LENGTH).map((code) => code.replace('.', '')),
  ];
}

function documentPhrases([number = '', ...rest]: readonly string[]): string[] {
  if (rest.length === 0) return [];
  const kinds = Object.entries(DOCUMENT_KINDS).filter(([, letters]) => rest.includes(letters));
  return spellings(Number(number)).flatMap((first) => [
    [first, ...rest].join(''),
    ...(rest.length > 1
      ? []
      : kinds.flatMap(([kind]) => [`${kind} so ${first}`, `${kind} ${first}`])),
  ]);
}

function spellings(number: number): string[] {
  return number < 10 ? [String(number), `0${number}`] : [String(number)];
}

function partsOf(number: string): string[] {
  return (fold(number).match(/[a-z]+\d*|\d+/g) ?? []).map((part) => part.replace(/^0+(?=\d)/, ''));
}

/** A document asked for by all its parts, by number and letters, or by its number alone. */
function bearing(own: readonly string[], asked: readonly string[]): number {
  const [number, ...rest] = asked;
  if (own[0] !== number) return 0;
  const letters = own.slice(1);
  const found = rest.every((part, index) =>
    letters.some((one) => (index === rest.length - 1 ? one.startsWith(part) : one === part)),
  );
  if (!found) return 0;
  return rest.length > 1 ? 12 : rest.length === 1 ? 9 : 4;
}

function isOn(date: string | undefined, { day, month, year }: AskedDay): boolean {
  if (!date) return false;
  const [y, m, d] = date.split('-').map(Number);
  return d === day && m === month && (year === undefined || y === year);
}
