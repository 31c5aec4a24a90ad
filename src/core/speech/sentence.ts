/** Characters that end a sentence, with what may close after them. */
const ENDED = /[.!?][)”’"'\]]*$/;
/** A name's initial with its point: `V.` of «Nguyễn V. A.». */
const INITIAL = /(?:^|\s)\p{Lu}\.\s*$/u;

/**
 * Splits a text that is ready to be read into sentences. Each begins with a capital letter and
 * ends with a mark, as a line of a script does.
 */
export function sentences(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of new Intl.Segmenter('vi', { granularity: 'sentence' }).segment(text)) {
    const previous = found.at(-1);
    const goesOn =
      previous !== undefined && (INITIAL.test(previous.slice(-8)) || !/[\p{L}\d]/u.test(segment));
    if (goesOn) found[found.length - 1] = previous + segment;
    else found.push(segment);
  }
  return found.map(finished).filter((sentence) => /\p{L}/u.test(sentence));
}

/** With a capital in front and a mark at the end; a colon stays, for something follows it. */
function finished(sentence: string): string {
  const trimmed = sentence
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[-–—,;.\s]+/, '');
  const headed = trimmed.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('vi'));
  if (ENDED.test(headed) || headed.endsWith(':')) return headed;
  return `${headed.replace(/[\s,;–—-]+$/, '')}.`;
}
