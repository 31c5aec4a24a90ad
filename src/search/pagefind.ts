import { yearOfId } from '../core/search/row.ts';
import type { TextHit, TextSearch } from '../core/search/text-score.ts';
import { toIndex } from '../core/text/search-spelling.ts';
import { indexWorker } from './index-worker.ts';

/** A page as Pagefind hands it out, in the index's spelling. */
export interface Found {
  url: string;
  /** Text with the escapes of HTML, whose only elements are `mark`. */
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** A hit as the worker answers it; `data` is what the page is asked for by. */
interface PagefindHit extends TextHit {
  data: string;
}

/** The full-text index, as the ranking and the list of results need it. */
export interface TextIndex {
  /** Resolves when the index can be asked; rejects where the browser refuses to run it. */
  ready: Promise<void>;
  /** Searches the timeless pages and those of these years; loads what is not there yet. */
  of(years: readonly string[]): Promise<TextSearch>;
  /** A page with the excerpt for the query that found it. */
  page(id: string, foundBy: string): Promise<Found | undefined>;
  /** The text of a page, in the index's spelling. */
  text(id: string): Promise<string>;
  /** Gives up what the index holds; it cannot be asked again. */
  stop(): void;
}

/** Pagefind begins its files with a mark of its own. */
const MARK = 'pagefind_dcd';
/** How long an excerpt is. */
export const EXCERPT_WORDS = 36;
/** With a tag of its own the list of parts is asked for by one address, and answered by a 304. */
const OPTIONS = { excerptLength: EXCERPT_WORDS, baseUrl: '/', metaCacheTag: '1' };
/** Queries whose hits are kept while the reader types on. */
const KEPT = 200;

/** Begins to load the index, in a worker. */
export function loadTextIndex(base: string): TextIndex {
  const folder = `${base}pagefind/`;
  const worker = indexWorker(folder);
  const merged = new Map<string, Promise<void>>();
  const kept = new Map<string, Promise<PagefindHit[]>>();
  const call = async (method: string, ...args: unknown[]) => {
    try {
      return await worker.call(method, ...args);
    } catch (error) {
      // An index of which a part is missing answers nothing any more; the next one starts anew.
      worker.stop();
      throw error;
    }
  };
  const ask = async (query: string) => {
    const { results } = (await call('search', query, {})) as { results: PagefindHit[] };
    // Where each word stands is the worker's business.
    return results.map(({ id, score, data }) => ({ id, score, data }));
  };
  /** The worker keeps what it found until it is told that nobody will ask for it. */
  const forget = async (query: string, hits: Promise<PagefindHit[]>) => {
    kept.delete(query);
    for (const { data } of await hits) void worker.call('releaseData', data).catch(() => {});
  };
  const forgetAll = () => {
    for (const [query, hits] of kept) void forget(query, hits).catch(() => {});
  };
  const merge = (year: string) => {
    const merging =
      merged.get(year) ?? call('mergeIndex', `${folder}${year}/`, OPTIONS).then(forgetAll);
    merged.set(year, merging);
    return merging;
  };
  const hits = (query: string) => {
    const known = kept.get(query);
    if (known) return known;
    const [oldest] = kept.size < KEPT ? [] : kept;
    if (oldest) void forget(...oldest).catch(() => {});
    const found = ask(toIndex(query));
    kept.set(query, found);
    return found;
  };
  const ready = call('init', { ...OPTIONS, basePath: folder, language: 'vi' })
    // A refused WebAssembly shows at the first search; merged indexes would wait for it for ever.
    .then(() => ask(''))
    .then(() => undefined);
  return {
    ready,
    stop: worker.stop,
    async of(years) {
      await Promise.all(years.map(merge));
      // An index once merged answers every query, whether its year is asked for or not.
      const open = new Set<string | undefined>([undefined, ...years]);
      return async (query) => (await hits(query)).filter(({ id }) => open.has(yearOfId(id)));
    },
    async text(id) {
      const address = `${folder}${yearFolder(id)}fragment/${id}.pf_fragment`;
      const { content } = (await readPart(address)) as { content: string };
      return content;
    },
    async page(id, foundBy) {
      const hit = (await hits(foundBy)).find((one) => one.id === id);
      return hit && ((await worker.call('getData', hit.data)) as Found | undefined);
    },
  };
}

function yearFolder(id: string): string {
  const year = yearOfId(id);
  return year === undefined ? '' : `${year}/`;
}

/** Reads a file of the index without the worker; rejects where the browser cannot unpack it. */
async function readPart(address: string): Promise<unknown> {
  const { ok, status, body } = await fetch(address);
  if (!ok || !body) throw new Error(`${address}: ${status}`);
  const unpacked = new Response(body.pipeThrough(new DecompressionStream('gzip')));
  return JSON.parse((await unpacked.text()).slice(MARK.length));
}
