import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from './scripts.ts';

/** A link of a built site that leads nowhere. */
export interface DeadLink {
  /** File of the page or style sheet it stands in. */
  in: string;
  link: string;
  why: 'no such file' | 'no such id' | 'outside the section';
}

/** What a walk over a built site found. */
export interface LinkReport {
  pages: number;
  links: number;
  dead: DeadLink[];
  /** Ids that stand twice in a page, as `page#id`. */
  repeatedIds: string[];
}

interface Tag {
  name: string;
  attributes: Map<string, string>;
}

/** Where the built site is meant to stand. */
export interface Place {
  /** Path it lives under. */
  base?: string;
  /** Its origin, when it is known: absolute links to it stay within the site too. */
  origin?: string;
}
/** Attributes that hold one address. `srcset` holds several. */
const ADDRESSES = ['href', 'src', 'poster', 'data', 'action', 'formaction'];
/** Attributes that name ids of the same page. */
const ID_LISTS = [
  ...['for', 'list', 'headers', 'popovertarget'],
  ...['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'aria-owns'],
];

const COMMENT = /<!--[\s\S]*?-->/g;
/** Elements whose content is text and never tags. */
const RAW = /(<(script|style|textarea|title)\b[^>]*>)[\s\S]*?(<\/\2\s*>)/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const TAG = /<([a-z][a-z0-9-]*)((?:\s+(?:"[^"]*"|'[^']*'|[^"'>])*)?)>/gi;
const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Follows every link, picture, script and style of the HTML and CSS files of a built site that
 * stays within it. Each must name a file, without any rewriting by a server but that of `/` to
 * `index.html`, and a fragment an id of its page.
 */
export async function checkLinks(site: string, place: Place = {}): Promise<LinkReport> {
  const files = new Set(await filesBelow(site));
  const html = [...files].filter((file) => file.endsWith('.html'));
  const css = [...files].filter((file) => file.endsWith('.css'));
  const text = (file: string) => readFile(path.join(site, file), 'utf8');
  const pages = new Map(
    await Promise.all(html.map(async (file) => [file, tagsOf(await text(file))] as const)),
  );
  const ids = new Map([...pages].map(([file, tags]) => [file, idsOf(tags)]));
  const links = [...pages].flatMap(([file, tags]) =>
    tags.flatMap(linksOf).map((link) => ({ in: file, link })),
  );
  for (const file of css) {
    for (const match of (await text(file)).matchAll(CSS_URL)) {
      links.push({ in: file, link: match[1] ?? match[2] ?? match[3] ?? '' });
    }
  }
  const dead = links.flatMap((one): DeadLink[] => {
    const why = faultOf(one, place, files, ids);
    return why ? [{ ...one, why }] : [];
  });
  const repeatedIds = [...ids].flatMap(([file, found]) =>
    found.filter((id, at) => found.indexOf(id) !== at).map((id) => `${file}#${id}`),
  );
  return { pages: html.length, links: links.length, dead, repeatedIds };
}

function faultOf(
  { in: from, link }: { in: string; link: string },
  { base = '/', origin: host = 'http://section.invalid' }: Place,
  files: ReadonlySet<string>,
  ids: ReadonlyMap<string, readonly string[]>,
): DeadLink['why'] | undefined {
  const root = base.endsWith('/') ? base : `${base}/`;
  const here = `${host}${root}${from.replace(/(^|\/)index\.html$/, '$1')}`;
  if (!URL.canParse(link, here)) return 'no such file';
  const { protocol, origin, pathname, hash } = new URL(link, here);
  if (!protocol.startsWith('http') || origin !== host) return undefined;
  if (!pathname.startsWith(root)) return 'outside the section';
  const named = decodeURIComponent(pathname.slice(root.length));
  const file = named === '' || named.endsWith('/') ? `${named}index.html` : named;
  if (!files.has(file)) return 'no such file';
  const fragment = decodeURIComponent(hash.slice(1));
  const known = ids.get(file);
  if (fragment === '' || fragment === 'top' || !known) return undefined;
  return known.includes(fragment) ? undefined : 'no such id';
}

/** The opening tags of a page, in order. */
export function tagsOf(html: string): Tag[] {
  const bare = html.replace(COMMENT, '').replace(RAW, '$1$3');
  return [...bare.matchAll(TAG)].map(([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', double, single, plain]) => [
        key.toLowerCase(),
        decoded(double ?? single ?? plain ?? ''),
      ]),
    ),
  }));
}

function linksOf({ name, attributes }: Tag): string[] {
  const found = ADDRESSES.flatMap((key) => attributes.get(key) ?? []);
  for (const part of (attributes.get('srcset') ?? '').split(',')) {
    const [address] = part.trim().split(/\s+/);
    if (address) found.push(address);
  }
  for (const key of ID_LISTS) {
    for (const id of attributes.get(key)?.split(/\s+/).filter(Boolean) ?? []) {
      found.push(`#${encodeURIComponent(id)}`);
    }
  }
  const content = attributes.get('content') ?? '';
  if (attributes.get('property')?.startsWith('og:') && /^(\/|https?:)/.test(content)) {
    found.push(content);
  }
  const refresh = name === 'meta' && /url=(.+)$/i.exec(content)?.[1];
  if (refresh && attributes.get('http-equiv')?.toLowerCase() === 'refresh') found.push(refresh);
  return found;
}

function idsOf(tags: readonly Tag[]): string[] {
  return tags.flatMap(({ name, attributes }) => {
    const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
    return id ? [id] : [];
  });
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex || decimal) return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10));
    return ENTITIES[name] ?? whole;
  });
}
