import { channels, contrast, contrastOnPapers, READABLE_CONTRAST } from '../text/color.ts';

/**
 * The contrast that is aimed at. WCAG 2.2 (1.4.3) asks for 4.5; bright text on dark paper
 * looks fainter than the formula says, so the dark scheme goes further.
 */
const CONTRAST = { light: READABLE_CONTRAST, dark: 6 } as const;
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
 * is, for the check refuses one too pale; the dark one lightens it as far as needed.
 */
export function accentOf(color: string): Accent {
  const light = fitted(color, 'light');
  const dark = fitted(color, 'dark');
  return { light, onLight: readableOn(light), dark, onDark: readableOn(dark) };
}

/** A ward's accent as a style sheet of its own, for pages carry nothing inline. */
export function accentCss(color: string): string {
  const { light, onLight, dark, onDark } = accentOf(color);
  return [
    `:root{--accent:light-dark(${light},${dark});--on-accent:light-dark(${onLight},${onDark})}`,
    // Paper is white and ink black, whatever the screen was.
    '@media print{:root{--accent:#000;--on-accent:#fff}}',
  ].join('\n');
}

/** Changes the lightness of a colour in small steps until it can be read on all papers. */
function fitted(color: string, scheme: 'light' | 'dark'): string {
  const readable = (candidate: string) => contrastOnPapers(candidate, scheme) >= CONTRAST[scheme];
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
