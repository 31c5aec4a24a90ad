import { countSyllables } from './syllable.ts';

/** How long a text takes to read aloud. */
export interface Pace {
  /** Syllables (tiếng) that are heard. */
  syllables: number;
  /** Seconds, rounded up to five: nobody reads to the second. */
  seconds: number;
}

const STEP = 5;

/** The time that sentences take at a speed in syllables per minute, pauses included. */
export function paceOf(sentences: readonly string[], speed: number): Pace {
  const syllables = sentences.reduce((sum, sentence) => sum + countSyllables(sentence), 0);
  return { syllables, seconds: Math.ceil((syllables * 60) / speed / STEP) * STEP };
}

/** A time as people say it: `2 phút 30 giây`, `45 giây`. */
export function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [minutes > 0 ? `${minutes} phút` : '', rest > 0 ? `${rest} giây` : ''];
  return parts.filter(Boolean).join(' ') || '0 giây';
}
