import { slugify } from '../text/slug.ts';

/** An address of which only its folder and its last part are told apart. */
const IN_FOLDER = /^(\/(?:.*\/)?)([^/]+)\/$/;
const FOLDED = /^(\/(?:.*\/)?)?(\d+)(?:-(.*))?$/;
/** No slug is longer. */
const WHOLE = Number.POSITIVE_INFINITY;

/**
 * Addresses beside the titles of their pages: a slug mostly begins with the words of the title,
 * and pages of a folder stand together. Each comes to its folder, where it is not the one
 * before, how many words of the title it takes, and what it goes on with: `/tin-bai/2026/05/4`,
 * `3-moi`. `unfoldAddresses` gives them back.
 */
export function foldAddresses(
  pages: readonly { readonly address: string; readonly title: string }[],
): string[] {
  let before = '';
  return pages.map(({ address, title }) => {
    const [, folder, slug] = IN_FOLDER.exec(address) ?? [];
    // Kept as it is, behind a mark that no folded one begins with.
    if (folder === undefined || slug === undefined) return `=${address}`;
    const own = slug.split('-');
    const words = slugWords(title);
    const differs = own.findIndex((word, at) => word !== words[at]);
    const taken = differs < 0 ? own.length : differs;
    const rest = own.slice(taken).map((word) => `-${word}`);
    const folded = `${folder === before ? '' : folder}${taken}${rest.join('')}`;
    before = folder;
    return folded;
  });
}

/** The addresses that were folded beside these titles. */
export function unfoldAddresses(folded: readonly string[], titles: readonly string[]): string[] {
  let folder = '';
  return folded.map((one, at) => {
    if (one.startsWith('=')) return one.slice(1);
    const [, own, taken = '0', rest] = FOLDED.exec(one) ?? [];
    folder = own ?? folder;
    const words = taken === '0' ? [] : slugWords(titles[at] ?? '').slice(0, Number(taken));
    return `${folder}${[...words, ...(rest === undefined ? [] : [rest])].join('-')}/`;
  });
}

function slugWords(title: string): string[] {
  return slugify(title, WHOLE).split('-');
}

/** Ids in one text: what stands before `_` only where it is not that of the id before. */
export function foldIds(ids: readonly string[]): string {
  let before = '';
  return ids
    .map((id) => {
      const own = id.slice(0, id.lastIndexOf('_') + 1);
      const folded = own === before ? id.slice(own.length) : id;
      before = own;
      return folded;
    })
    .join(' ');
}

/** The ids that were folded. */
export function unfoldIds(folded: string): string[] {
  let own = '';
  return folded
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const end = one.lastIndexOf('_') + 1;
      if (end === 0) return own + one;
      own = one.slice(0, end);
      return one;
    });
}
