/** Red, green and blue. */
type Triple = readonly [number, number, number];

/** The papers that text stands on, in both schemes; `styles/tokens.css` holds the same values. */
export const PAPERS = {
  light: ['#fdfcf9', '#f4f1ea'],
  dark: ['#16181b', '#1f2226'],
} as const;

/** What WCAG 2.2 (1.4.3, level AA) asks of text of usual size. */
export const READABLE_CONTRAST = 4.5;

/** Contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The least contrast of a colour, as text, with the papers of a scheme. */
export function contrastOnPapers(color: string, scheme: keyof typeof PAPERS): number {
  return Math.min(...PAPERS[scheme].map((paper) => contrast(color, paper)));
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as unknown as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue from 0 to 1. */
export function channels(color: string): Triple {
  const value = Number.parseInt(color.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
