/** A number in a text that may belong to a private person. */
export interface PersonalNumber {
  kind: 'phone' | 'identity';
  /** As it stands in the text. */
  value: string;
  /** Offset in the text. */
  offset: number;
}

/** A Vietnamese mobile number: ten digits after 0, or nine after +84, with any separators. */
const MOBILE = /(?<![\d/.-])(?:\+?84[ .-]?|0)[35789](?:[ .-]?\d){8}(?!\d|[./-]\d)/g;
/** The twelve digits of a citizen identity number, with any spacing. */
const IDENTITY = /(?<![\d/.-])0\d{2}(?:[ .]?\d{3}){3}(?!\d)/g;

/** Finds mobile and identity numbers in a text, other than the `allowed` public ones. */
export function personalNumbers(text: string, allowed: ReadonlySet<string>): PersonalNumber[] {
  const identities = matches(text, IDENTITY, 'identity');
  const phones = matches(text, MOBILE, 'phone').filter(
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

function matches(text: string, form: RegExp, kind: PersonalNumber['kind']): PersonalNumber[] {
  return [...text.matchAll(form)].map((match) => ({ kind, value: match[0], offset: match.index }));
}
