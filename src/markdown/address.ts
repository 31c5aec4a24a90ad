/** What an address in a body is: where it leads decides whether it may stay. */
export type AddressKind = 'outside' | 'mail-or-phone' | 'own' | 'forbidden';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Control characters, direction marks and their encodings hide what an address is. */
const HIDING = /[\p{Cc}\p{Cf}\uFFFD]/u;

/** Sorts an address typed by an editor. Whatever is not plainly harmless is `forbidden`. */
export function addressKind(address: string): AddressKind {
  const text = address.trim();
  if (text === '' || HIDING.test(decoded(text)) || /^(\/\/|\\|\/\\)/.test(text)) return 'forbidden';
  if (!SCHEME.test(text)) return 'own';
  if (/^(mailto|tel):/i.test(text)) return 'mail-or-phone';
  if (!/^https?:/i.test(text)) return 'forbidden';
  try {
    return new URL(text).hostname ? 'outside' : 'forbidden';
  } catch {
    return 'forbidden';
  }
}

/** Whether an own address is a file beside the entry rather than a page of the section. */
export function isMediaAddress(address: string): boolean {
  return addressKind(address) === 'own' && /^[^?#]*\.[a-z0-9]{2,5}$/i.test(address);
}

/** An address with its percent-encoding undone; a broken encoding hides something too. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '\uFFFD';
  }
}
