import { type Issue, issue } from '../../issue/issue.ts';
import { referencesOf } from '../entry.ts';
import { extensionOf, isPicture, MEDIA_TYPES, mediaFileOf } from '../media.ts';
import { bodyIssue, type Check, type CheckContext, fieldIssue } from './context.ts';

/** Files that may not be published, and references to files that are not there. */
export const checkMedia: Check = (context) => {
  const known = new Set(context.media.map(({ file }) => file));
  const forbidden = context.media
    .filter(({ file }) => !MEDIA_TYPES.has(extensionOf(file)))
    .map(({ file }) => issue('media-forbidden', { file }, { value: file, detail: allowed() }));
  return [...forbidden, ...missingInFields(context, known), ...missingInBodies(context, known)];
};

function missingInFields({ entries }: CheckContext, known: ReadonlySet<string>): Issue[] {
  return entries.flatMap((entry) =>
    referencesOf(entry)
      .filter(({ relation }) => relation === 'media' || relation === 'picture')
      .flatMap(({ relation, value, path }) => {
        if (!isKnown(known, entry.file, value)) {
          return [fieldIssue('media-missing', entry, path, { value })];
        }
        const wrong = relation === 'picture' && !isPicture(value);
        const detail = PICTURE_ENDINGS;
        return wrong ? [fieldIssue('media-forbidden', entry, path, { value, detail })] : [];
      }),
  );
}

function missingInBodies({ raws }: CheckContext, known: ReadonlySet<string>): Issue[] {
  return raws.flatMap((raw) =>
    (raw.body?.media ?? [])
      .filter((value) => !isKnown(known, raw.file, value))
      .map((value) => {
        const at = raw.body?.source.split('\n').findIndex((line) => line.includes(value)) ?? -1;
        const line = at < 0 ? undefined : (raw.body?.startLine ?? 1) + at;
        return bodyIssue('media-missing', raw, line, { value });
      }),
  );
}

function isKnown(known: ReadonlySet<string>, file: string, value: string): boolean {
  const target = mediaFileOf(file, value);
  return target !== undefined && known.has(target);
}

const PICTURE_ENDINGS = [...MEDIA_TYPES.keys()].filter(isPicture).join(', ');

function allowed(): string {
  return [...MEDIA_TYPES.keys()].join(', ');
}
