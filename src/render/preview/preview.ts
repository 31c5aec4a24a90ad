import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Day } from '../../core/calendar/day.ts';
import { laterOf } from '../../core/calendar/day.ts';
import { COLLECTIONS, type CollectionName } from '../../core/schema/collections.ts';
import type { Entry } from '../../core/store/entry.ts';
import type { Store } from '../../core/store/store.ts';
import { type Edition, editionOf } from '../../core/view/edition.ts';
import { type Child, el } from './element.ts';
import { activityPreview, articlePreview, evergreenPreview, practicePreview } from './pages.ts';
import { pageHead, spread } from './parts.ts';
import { planPreview } from './plan.ts';
import { procedureChangePreview } from './procedure-change.ts';

/** An entry as the form holds it: perhaps unfinished, perhaps wrong. */
export interface PreviewedEntry {
  collection: CollectionName;
  /** Path below the collection's folder; a new entry has none yet. */
  id: string;
  data: Record<string, unknown>;
  /** The body as safe HTML. */
  bodyHtml: string;
}

type PagePreview = (edition: Edition, entry: never, body: Child) => Element;

const PAGES: Partial<Record<CollectionName, PagePreview>> = {
  articles: articlePreview,
  activities: activityPreview,
  practices: practicePreview,
  procedureChanges: procedureChangePreview,
  plans: planPreview,
  pages: evergreenPreview,
};

/** Where each kind of entry stands in the store. */
const SHELVES = {
  articles: 'articles',
  activities: 'activities',
  practices: 'practices',
  procedureChanges: 'procedureChanges',
  plans: 'plans',
  pages: 'pages',
} as const satisfies Partial<Record<CollectionName, keyof Store>>;

/**
 * The page of an entry among what is published, as HTML. An entry that its schema does not
 * take yet is shown by its title, summary and body alone.
 */
export function previewHtml(store: Store, asOf: Day, previewed: PreviewedEntry): string {
  const { collection, id, data, bodyHtml } = previewed;
  const body = bodyHtml ? proseOf(bodyHtml) : undefined;
  const page = PAGES[collection];
  const read = COLLECTIONS[collection].schema.safeParse(data);
  if (!page || !(collection in SHELVES)) return '';
  if (!read.success) return toHtml(unfinished(data, body), RAW);
  const entry = { collection, id: id || 'dang-viet', file: '', data: read.data } as Entry;
  // A text for a later day is shown as it will look then.
  const date = 'date' in read.data ? (read.data.date as Day | undefined) : undefined;
  const edition = editionOf(withEntry(store, entry), date ? laterOf(asOf, date) : asOf);
  return toHtml(page(edition, entry as never, body), RAW);
}

/** The body has been through the sanitiser; it alone is put in as it is. */
const RAW = { allowDangerousHtml: true };

function proseOf(html: string): Element {
  const prose = el('div', { className: ['prose'] });
  prose.children.push({ type: 'raw', value: html } as never);
  return prose;
}

function unfinished(data: Record<string, unknown>, body: Child): Element {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
  const head = pageHead(undefined, text('title') || 'Chưa có tên', text('summary'));
  return spread(head, [], [body]);
}

/** The store with an entry in the place of the one it may replace. */
function withEntry(store: Store, entry: Entry): Store {
  const shelf = SHELVES[entry.collection as keyof typeof SHELVES];
  const others = (store[shelf] as readonly Entry[]).filter(({ id }) => id !== entry.id);
  return { ...store, [shelf]: [entry, ...others] };
}
