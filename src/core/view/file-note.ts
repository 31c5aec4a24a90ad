import { extensionOf } from '../store/media.ts';
import { fileSize } from './file-size.ts';

/** What a reader wants to know before opening a file: `PDF, 1,2 MB`; `size` is in bytes. */
export function fileNote(file: string, size: number | undefined): string {
  const kind = extensionOf(file).slice(1).toUpperCase();
  return [kind, size === undefined ? '' : fileSize(size)].filter(Boolean).join(', ');
}
