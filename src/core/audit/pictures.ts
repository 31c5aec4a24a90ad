/** A picture and the words that stand for it. */
export interface PictureWords {
  src: string;
  alt: string;
}

const PICTURE = /!\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?([^\s()<>]+)/g;
/** Words this short name nothing that a picture shows. */
const LEAST_LETTERS = 8;

/** The pictures of a Markdown text. */
export function picturesIn(markdown: string): PictureWords[] {
  return [...markdown.matchAll(PICTURE)].map(([, alt = '', src = '']) => ({
    src,
    alt: alt.trim(),
  }));
}

/** Why the words for a picture help nobody; `undefined` when they may. */
export function wordsFault({ src, alt }: PictureWords): 'missing' | 'file-name' | undefined {
  if (alt === '') return 'missing';
  const name = src.slice(src.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const isName = alt.toLowerCase().replace(/\.[a-z]{3,4}$/, '') === name.toLowerCase();
  return isName || alt.replace(/[^\p{L}]/gu, '').length < LEAST_LETTERS ? 'file-name' : undefined;
}
