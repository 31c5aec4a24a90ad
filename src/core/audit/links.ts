import type { RawBody, RawEntry } from '../store/raw.ts';

/** An address elsewhere that some entries link to. */
export interface OutsideLink {
  url: string;
  /** Paths of the files that link to it, in order. */
  files: string[];
}

/** What may hold links, as typed or as its schema took it. */
interface Linking extends Pick<RawEntry, 'collection' | 'file' | 'data'> {
  body?: Pick<RawBody, 'source'>;
}

/** An address up to what cannot be part of one; marks of the sentence around it stay out. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\\^{}|]+/gi;
const AFTER = '.,;:!?…»”';

/** Every address elsewhere in the fields and bodies of entries, each once, in order. */
export function outsideLinks(entries: readonly Linking[]): OutsideLink[] {
  const found = new Map<string, Set<string>>();
  for (const { collection, file, data, body } of entries) {
    // What the last check found dead is no reason to visit it again.
    if (collection === 'linkCheck') continue;
    for (const url of [...addressesIn(data), ...addressesOf(body?.source ?? '')]) {
      found.set(url, (found.get(url) ?? new Set()).add(file));
    }
  }
  return [...found]
    .map(([url, files]) => ({ url, files: [...files].sort() }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Fields hold an address whole or a text with addresses in it. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return addressesOf(value);
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(addressesIn);
}

function addressesOf(text: string): string[] {
  return [...text.matchAll(ADDRESS)].flatMap(([match]) => {
    const [url = ''] = withoutAfter(closed(match)).split('#');
    return URL.canParse(url) ? [url] : [];
  });
}

/** `[text](address)` ends at the bracket that nothing in the address opened. */
function closed(match: string): string {
  let open = 0;
  for (const [at, char] of [...match].entries()) {
    if (char === '(' || char === '[') open += 1;
    if ((char === ')' || char === ']') && --open < 0) return [...match].slice(0, at).join('');
  }
  return match;
}

function withoutAfter(address: string): string {
  let end = address.length;
  while (end > 0 && AFTER.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}
