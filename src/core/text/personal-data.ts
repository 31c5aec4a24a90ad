/** A number in a text that may belong to a private person. */
export interface PersonalNumber {
  kind: 'phone' | 'identity';
  /** As it stands in the text. */
  value: string;
  /** Offset in the text. */
  offset: number;
}

/** What people put between digits: spaces (Word's no-break ones too), dots, hyphens, brackets. */
const GAP = '\\)?[ \\u00a0\\u202f.\\-]?';

/**
 * A Vietnamese mobile number: nine digits that begin with 3, 5, 7, 8 or 9, after 0 or +84.
 * A bare 84 counts only before an unbroken run, for with dots it is an amount of money.
 */
const MOBILE = `(?:\\+84|0|84(?=${GAP}\\d{9}(?!\\d)))${GAP}[35789](?:${GAP}\\d){8}(?!\\d|[.,]\\d)`;

/** One number, or several in a row with a stroke, comma or hyphen between them. */
const MOBILES = new RegExp(`(?<![\\d/.-])${MOBILE}(?: ?[/,-] ?${MOBILE})*`, 'g');

/** The twelve digits of a citizen identity number, with any spacing. */
const IDENTITY = /(?<![\d/.-])0\d{2}(?:[ \u00a0.]?\d{3}){3}(?!\d)/g;

/** Finds mobile and identity numbers in a text, other than the `allowed` public ones. */
export function personalNumbers(text: string, allowed: ReadonlySet<string>): PersonalNumber[] {
  const identities = matches(text, IDENTITY, 'identity');
  const phones = rowsOfPhones(text).filter(
    ({ value, offset }) =>
      !allowed.has(subscriberNumber(value)) &&
      !identities.some(
        (found) =>
          offset < found.offset + found.value.length && found.offset < offset + value.length,
      ),
  );
  return [...identities, ...phones].sort((a, b) => a.offset - b.offset);
}

/** The digits of a telephone number that tell it apart, however it is written. */
export function subscriberNumber(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(84|0)/, '');
}

function rowsOfPhones(text: string): PersonalNumber[] {
  return matches(text, MOBILES, 'phone').flatMap((row) =>
    matches(row.value, new RegExp(MOBILE, 'g'), 'phone').map(({ value, offset }) => ({
      kind: 'phone' as const,
      value,
      offset: row.offset + offset,
    })),
  );
}

function matches(text: string, form: RegExp, kind: PersonalNumber['kind']): PersonalNumber[] {
  return [...text.matchAll(form)].map((match) => ({ kind, value: match[0], offset: match.index }));
}
