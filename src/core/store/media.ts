/** What may be published beside a text, by the ending of its name, with its media type. */
export const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.png', 'image/png'],
  ['.webp', 'image/webp'],
  ['.avif', 'image/avif'],
  ['.pdf', 'application/pdf'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.odt', 'application/vnd.oasis.opendocument.text'],
  ['.mp3', 'audio/mpeg'],
  ['.m4a', 'audio/mp4'],
  ['.ogg', 'audio/ogg'],
  ['.wav', 'audio/wav'],
]);

/** Whether a file is a picture, which is published in the sizes of the site only. */
export function isPicture(file: string): boolean {
  return MEDIA_TYPES.get(extensionOf(file))?.startsWith('image/') ?? false;
}

/** Whether a file is a recording, which pages offer to listen to. */
export function isRecording(file: string): boolean {
  return MEDIA_TYPES.get(extensionOf(file))?.startsWith('audio/') ?? false;
}

/** The ending of a file name in lower case, with its dot. */
export function extensionOf(file: string): string {
  return /\.[^./]+$/.exec(file)?.[0].toLowerCase() ?? '';
}

/**
 * The file below the content folder that a path in an entry means: relative to the entry's
 * own folder, or to the content folder when it starts with `/`. `undefined` when it leads out.
 */
export function mediaFileOf(entryFile: string, path: string): string | undefined {
  const base = path.startsWith('/') ? [] : entryFile.split('/').slice(0, -1);
  const parts = [...base];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
