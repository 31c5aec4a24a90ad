import { extensionOf } from '../store/media.ts';

const KILO = 1024;

/** What a reader wants to know before opening a file: `PDF, 1,2 MB`; `size` is in bytes. */
export function fileNote(file: string, size: number | undefined): string {
  const kind = extensionOf(file).slice(1).toUpperCase();
  return [kind, size === undefined ? '' : sizeText(size)].filter(Boolean).join(', ');
}

function sizeText(size: number): string {
  if (size < KILO * KILO) return `${Math.max(1, Math.round(size / KILO))} KB`;
  return `${(size / KILO / KILO).toFixed(1).replace(/\.0$/, '').replace('.', ',')} MB`;
}
