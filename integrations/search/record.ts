import { hash } from 'node:crypto';
import { CARD_KINDS } from '../../src/core/view/card.ts';

/** What the search index holds of one page. */
export interface SearchRecord {
  /** The page without everything that search does not see. */
  html: string;
  /** The year whose bundle the page belongs to; absent where it stands in the timeless one. */
  year?: string;
}

/** As much of a record as tells whether a bundle must be made anew. */
export interface SearchMark {
  /** Digest of the record's text. */
  digest: string;
  year?: string;
}

const BODY = 'data-pagefind-body';
const IGNORED = 'data-pagefind-ignore';
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
/** As `SearchFacts.astro` writes them. */
const FACT =
  /<span hidden data-pagefind-(?:meta|filter)="([a-z-]+)\[data-v\]" data-v="([^"]*)"><\/span>/g;
/** Kinds that come by the hundred every year; all others are found whatever their year. */
const YEARLY: ReadonlySet<string> = new Set([CARD_KINDS.articles, CARD_KINDS.activities]);

/**
 * Cuts a built page down to what search sees: its marked parts, of which parts set aside keep
 * only their facts. Menus, neighbours and the day of the build fall away, so that the same
 * article gives the same record in every build. `undefined` for a page that marks nothing;
 * throws where the facts of a marked page cannot be read.
 */
export function searchRecord(file: string, page: string): SearchRecord | undefined {
  const parts = elements(page, BODY);
  if (parts.length === 0) return undefined;
  const html = parts.map(({ start, end }) => withoutIgnored(page.slice(start, end))).join('');
  const facts = [...html.matchAll(FACT)];
  const factOf = (name: string) => facts.find(([, fact]) => fact === name)?.[2];
  const kind = factOf('loai');
  if (kind === undefined) throw new Error(`${file}: trang có phần để tìm nhưng không ghi loại.`);
  const year = YEARLY.has(kind) ? factOf('nam') : undefined;
  return {
    html: `<!DOCTYPE html><html lang="vi"><body>${html}</body></html>`,
    ...(year && { year }),
  };
}

/** The mark of a built page; `null` for one that search does not see. */
export function searchMark(file: string, page: string): SearchMark | null {
  const record = searchRecord(file, page);
  if (!record) return null;
  const { html, year } = record;
  return { digest: hash('sha256', html, 'base64url'), ...(year && { year }) };
}

function withoutIgnored(html: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of elements(html, IGNORED)) {
    kept += html.slice(from, start);
    kept += [...html.slice(start, end).matchAll(FACT)].map(([fact]) => fact).join('');
    from = end;
  }
  return kept + html.slice(from);
}

/** The outermost elements that bear a mark. */
function elements(html: string, mark: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = html.indexOf(mark); at >= 0; ) {
    const start = html.lastIndexOf('<', at);
    // The mark may stand in a text, too.
    const borne = /^<[a-z][^<>]*\s$/.test(html.slice(start, at));
    const end = borne ? endOf(html, start) : at + mark.length;
    if (borne) found.push({ start, end });
    at = html.indexOf(mark, end);
  }
  return found;
}

/** Where the element that starts here ends; elements of its own name may lie inside. */
function endOf(html: string, start: number): number {
  const tags = new RegExp(TAG);
  tags.lastIndex = start;
  let name: string | undefined;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    const [, closing, own] = tag;
    name ??= own;
    if (own === undefined || own !== name) continue;
    depth += closing ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}
