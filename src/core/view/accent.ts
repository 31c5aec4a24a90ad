/** The papers that text stands on, in both schemes; `styles/tokens.css` holds the same values. */
export const PAPERS = {
  light: ['#fdfcf9', '#f4f1ea'],
  dark: ['#16181b', '#1f2226'],
} as const;

/** The least contrast of text on its ground (WCAG 2.2, 1.4.3). */
const TEXT_CONTRAST = 4.5;

/** A ward's accent fitted to both schemes, as `#rrggbb`. */
export interface Accent {
  light: string;
  /** Text on a ground of the accent. */
  onLight: string;
  dark: string;
  onDark: string;
}

type Channels = readonly [number, number, number];

/**
 * The accent of a ward with enough contrast in either scheme. The light scheme uses it as it
 * is, darkened if somebody chose too pale a colour; the dark one lightens it as far as needed.
 */
export function accentOf(color: string): Accent {
  const light = fitted(color, PAPERS.light, '#000000');
  const dark = fitted(color, PAPERS.dark, '#ffffff');
  return { light, onLight: readableOn(light), dark, onDark: readableOn(dark) };
}

/** Contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Mixes a colour with black or white in small steps until it can be read on all papers. */
function fitted(color: string, papers: readonly string[], toward: string): string {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(color, toward, share);
    if (papers.every((paper) => contrast(mixed, paper) >= TEXT_CONTRAST)) return mixed;
  }
  return toward;
}

function readableOn(ground: string): string {
  return contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000';
}

function mix(color: string, other: string, share: number): string {
  const [a, b] = [channels(color), channels(other)];
  const mixed = a.map((value, index) => Math.round(value * (1 - share) + (b[index] ?? 0) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): Channels {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
