import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { atMost } from './at-most.ts';
import { type Entry, referencesOf } from './core/store/entry.ts';
import { extensionOf, isPicture, MEDIA_TYPES, mediaFileOf } from './core/store/media.ts';
import { activityPages, editionOf, isWithdrawn } from './core/view/edition.ts';
import type { ResolvedMedia } from './markdown/body.ts';
import { PROJECT_ROOT } from './settings.ts';
import { site } from './site.ts';

/**
 * Pictures and files that lie beside entries. Pictures are published re-encoded in a few
 * widths, never as the original, whose metadata may say where and by whom it was taken.
 */

/** One file that the build writes. */
export interface PublishedFile {
  /** Path below `/tep/`. */
  name: string;
  type: string;
  bytes: () => Promise<Buffer>;
}

interface Published extends ResolvedMedia {
  files: PublishedFile[];
}

/** Widths of published pictures in CSS pixels times the densities in use. */
const WIDTHS = [480, 960, 1440];
/**
 * Two forms of every picture that look alike; the second is smaller and not read everywhere. Its
 * least effort is still smaller than WebP by a quarter, and takes a twentieth of the usual one.
 * `made` says how, in the name of what is kept.
 */
const FORMS = [
  { extension: 'webp', made: 'q78', encode: (image: Sharp) => image.webp({ quality: 78 }) },
  {
    extension: 'avif',
    made: 'q55e0',
    encode: (image: Sharp) => image.avif({ quality: 55, effort: 0 }),
  },
] as const;
type Form = (typeof FORMS)[number];
const CACHE = path.join(PROJECT_ROOT, 'var', 'cache', 'images');

/** Photographs that are in memory at the same time, however many the ward has. */
const inTurn = atMost(4);
/** A picture being drawn takes a hundred megabytes, and one for each processor keeps all busy. */
const drawInTurn = atMost(availableParallelism());

const known = new Map<string, Promise<Published>>();

/** How the paths in an entry are published: a look-up from path as typed to its address. */
export async function mediaFor(entry: Entry): Promise<(path: string) => ResolvedMedia | undefined> {
  const pairs = await Promise.all(
    pathsIn(entry).map(async (typed) => {
      const file = mediaFileOf(entry.file, typed);
      return [
        typed,
        file && MEDIA_TYPES.has(extensionOf(file)) ? await published(file) : undefined,
      ] as const;
    }),
  );
  const found = new Map(pairs);
  return (typed) => found.get(typed);
}

/** Every file that published entries show or link to; nothing of what is not yet public. */
export async function publishedFiles(): Promise<PublishedFile[]> {
  const { store, settings } = site;
  const edition = editionOf(store, settings.asOf);
  const { articlePages, practices, procedureChanges, questions, plans } = edition;
  const entries: Entry[] = [
    { collection: 'ward', id: 'ward', file: 'ward.yaml', data: store.ward },
    ...articlePages.filter((entry) => !isWithdrawn(entry, settings.asOf)),
    ...[...practices, ...procedureChanges, ...activityPages(edition), ...questions, ...plans],
  ];
  const files = entries.flatMap((entry) =>
    pathsIn(entry).flatMap((typed) => mediaFileOf(entry.file, typed) ?? []),
  );
  const wanted = [...new Set(files)].filter((file) => MEDIA_TYPES.has(extensionOf(file)));
  return (await Promise.all(wanted.map(published))).flatMap((one) => one.files);
}

/** The pictures and files of an entry, as typed. */
export function pathsIn(entry: Entry): string[] {
  const fields = referencesOf(entry)
    .filter(({ relation }) => relation === 'media' || relation === 'picture')
    .map(({ value }) => value);
  return [...new Set([...fields, ...(entry.media ?? [])])];
}

function published(file: string): Promise<Published> {
  let found = known.get(file);
  if (!found) {
    found = isPicture(file) ? picture(file) : document(file);
    known.set(file, found);
  }
  return found;
}

async function picture(file: string): Promise<Published> {
  const source = path.join(site.settings.contentDir, file);
  const { hash, width, height } = await inTurn(async () => {
    // Width and height are those that people see, after the camera's turn.
    const { autoOrient } = await sharp(source).metadata();
    return { hash: await digest(source), ...autoOrient };
  });
  const largest = Math.min(width, WIDTHS.at(-1) ?? width);
  const widths = [...WIDTHS.filter((one) => one < largest), largest];
  const nameOf = (one: number, { extension }: Form) => `${hash}-${one}.${extension}`;
  const listed = (form: Form) =>
    widths.map((one) => `${address(nameOf(one, form))} ${one}w`).join(', ');
  const [webp, avif] = FORMS;
  return {
    src: address(nameOf(largest, webp)),
    attributes: {
      srcset: listed(webp),
      width: largest,
      height: Math.round((height * largest) / Math.max(width, 1)),
    },
    avif: listed(avif),
    files: FORMS.flatMap((form) =>
      widths.map((one) => ({
        name: nameOf(one, form),
        type: `image/${form.extension}`,
        bytes: () => resized(source, one, nameOf(one, form), form),
      })),
    ),
  };
}

async function document(file: string): Promise<Published> {
  const source = path.join(site.settings.contentDir, file);
  const { hash, size } = await inTurn(async () => {
    return { hash: await digest(source), size: (await stat(source)).size };
  });
  const name = `${hash}/${path.posix.basename(file)}`;
  const type = MEDIA_TYPES.get(extensionOf(file)) ?? 'application/octet-stream';
  return {
    src: address(name),
    size,
    files: [{ name, type, bytes: () => readFile(source) }],
  };
}

/** Resizing is slow and its result depends on the name alone, so it is kept between builds. */
async function resized(
  source: string,
  width: number,
  name: string,
  { made, encode }: Form,
): Promise<Buffer> {
  const cached = path.join(CACHE, `${made}-${name}`);
  try {
    return await readFile(cached);
  } catch {
    const bytes = await drawInTurn(() =>
      encode(sharp(source).rotate().resize({ width })).toBuffer(),
    );
    await mkdir(CACHE, { recursive: true });
    const unfinished = `${cached}.${randomUUID()}`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, cached);
    return bytes;
  }
}

/** Read in pieces: a ward's photographs together are larger than the memory. */
async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex').slice(0, 16);
}

function address(name: string): string {
  const { base } = site.settings;
  return `${base === '/' ? '' : base}/tep/${name}`;
}
