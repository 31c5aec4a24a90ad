import { fold } from '../../src/core/text/slug.ts';
import { COMMON_WORDS, RUNS } from './common-words.ts';
import { LONGEST_PASSWORD } from './password.ts';

/** The fewest characters a password has: length resists guessing, odd characters hardly do. */
export const SHORTEST_PASSWORD = 12;

/** Letters that must be left of a password when everything that anybody would try is taken out. */
const OWN_LETTERS = 5;

/** Digits and signs that people write for letters. */
const STAND_INS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '5': 's',
  $: 's',
  '7': 't',
};

/**
 * Why a password may not be used, in Vietnamese, or `undefined`. `known` is what others know of
 * its owner: sign-in name, name, ward.
 */
export function passwordFault(password: string, known: readonly string[]): string | undefined {
  const length = [...password.normalize('NFKC')].length;
  if (length < SHORTEST_PASSWORD) {
    return `Mật khẩu có ${length} ký tự. Cần ít nhất ${SHORTEST_PASSWORD} ký tự; một câu ngắn dễ nhớ là tốt nhất.`;
  }
  if (length > LONGEST_PASSWORD) {
    return `Mật khẩu dài hơn ${LONGEST_PASSWORD} ký tự. Hãy dùng một câu ngắn hơn.`;
  }
  if (new Set(fold(password)).size < OWN_LETTERS) {
    return 'Mật khẩu chỉ lặp lại vài ký tự. Hãy dùng một câu ngắn gồm nhiều từ.';
  }
  if (isCommon(password, known)) {
    return 'Mật khẩu chỉ gồm từ nhiều người dùng, tên riêng hoặc dãy phím, dãy số nên dễ đoán. Hãy thêm vài từ không liên quan, ví dụ tên ba đồ vật.';
  }
  return undefined;
}

/** Whether nothing of one's own is left once common words, known names, runs and digits go. */
function isCommon(password: string, known: readonly string[]): boolean {
  const names = known.flatMap((name) => [bare(name), ...fold(name).split(/[^a-z0-9]+/)]);
  const words = [...COMMON_WORDS, ...names]
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length);
  const folded = fold(password.normalize('NFKC'));
  const meant = folded.replace(/[@401!35$7]/g, (sign) => STAND_INS[sign] ?? sign);
  return [folded, meant].some((text) => letters(words, bare(text)).length < OWN_LETTERS);
}

function letters(words: readonly string[], text: string): string {
  const without = (from: string) => words.reduce((rest, word) => rest.replaceAll(word, ' '), from);
  // Digits may stand between the keys of a run (`1q2w3e4r`), so that it shows only without them.
  const left = without(without(text).replace(/\d/g, '')).replaceAll(' ', '');
  return withoutRuns(left).replace(/(.)\1{2,}/g, '');
}

/** Takes out stretches of three and more keys or letters in a row. */
function withoutRuns(text: string): string {
  for (let length = text.length; length >= 3; length -= 1) {
    for (let start = 0; start + length <= text.length; start += 1) {
      const piece = text.slice(start, start + length);
      if (RUNS.some((run) => run.includes(piece))) {
        return withoutRuns(text.slice(0, start) + text.slice(start + length));
      }
    }
  }
  return text;
}

function bare(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}
