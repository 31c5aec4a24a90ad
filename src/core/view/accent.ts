/** The papers that text stands on, in both schemes; `styles/tokens.css` holds the same values. */
export const PAPERS = {
  light: ['#fdfcf9', '#f4f1ea'],
  dark: ['#16181b', '#1f2226'],
} as const;

/**
 * The contrast that is aimed at. WCAG 2.2 (1.4.3) asks for 4.5; bright text on dark paper
 * looks fainter than the formula says, so the dark scheme goes further.
 */
const CONTRAST = { light: 4.5, dark: 6 } as const;
/** Strong colours glare on dark paper. */
const DARK_SATURATION = 0.6;

/** A ward's accent fitted to both schemes, as `#rrggbb`. */
export interface Accent {
  light: string;
  /** Text on a ground of the accent. */
  onLight: string;
  dark: string;
  onDark: string;
}

type Triple = readonly [number, number, number];

/**
 * The accent of a ward with enough contrast in either scheme. The light scheme uses it as it
 * is, darkened if somebody chose too pale a colour; the dark one lightens it as far as needed.
 */
export function accentOf(color: string): Accent {
  const light = fitted(color, 'light');
  const dark = fitted(color, 'dark');
  return { light, onLight: readableOn(light), dark, onDark: readableOn(dark) };
}

/** Contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Changes the lightness of a colour in small steps until it can be read on all papers. */
function fitted(color: string, scheme: 'light' | 'dark'): string {
  const readable = (candidate: string) =>
    PAPERS[scheme].every((paper) => contrast(candidate, paper) >= CONTRAST[scheme]);
  if (readable(color)) return color;
  const [hue, saturation, lightness] = toHsl(color);
  const kept = scheme === 'dark' ? Math.min(saturation, DARK_SATURATION) : saturation;
  const step = scheme === 'dark' ? 0.01 : -0.01;
  for (let at = lightness; at >= 0 && at <= 1; at += step) {
    const candidate = fromHsl([hue, kept, at]);
    if (readable(candidate)) return candidate;
  }
  return scheme === 'dark' ? '#ffffff' : '#000000';
}

function readableOn(ground: string): string {
  return contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000';
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as unknown as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue from 0 to 1. */
function channels(color: string): Triple {
  const value = Number.parseInt(color.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
function toHsl(color: string): Triple {
  const [red, green, blue] = channels(color);
  const [low, high] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  const [spread, lightness] = [high - low, (high + low) / 2];
  if (spread === 0) return [0, 0, lightness];
  const sector =
    high === red
      ? (green - blue) / spread
      : high === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return [(sector * 60 + 360) % 360, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function fromHsl([hue, saturation, lightness]: Triple): string {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const value = lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}
