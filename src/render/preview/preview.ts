import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Day } from '../../core/calendar/day.ts';
import { laterOf } from '../../core/calendar/day.ts';
import { COLLECTIONS, type CollectionName } from '../../core/schema/collections.ts';
import type { Passage } from '../../core/speech/passage.ts';
import type { Entry } from '../../core/store/entry.ts';
import type { ArticleEntry, Store } from '../../core/store/store.ts';
import { type Edition, editionOf } from '../../core/view/edition.ts';
import { scriptOf } from '../../core/view/script.ts';
import { type Child, el } from './element.ts';
import {
  activityPreview,
  articlePreview,
  evergreenPreview,
  practicePreview,
  questionPreview,
} from './pages.ts';
import { pageHead, spread } from './parts.ts';
import { planPreview } from './plan.ts';
import { procedureChangePreview } from './procedure-change.ts';
import { scriptPreview } from './script.ts';

/** An entry as the form holds it: perhaps unfinished, perhaps wrong. */
export interface PreviewedEntry {
  collection: CollectionName;
  /** Path below the collection's folder; a new entry has none yet. */
  id: string;
  data: Record<string, unknown>;
  /** The body as safe HTML. */
  bodyHtml: string;
  /** The body as it is read aloud. */
  passages: readonly Passage[];
}

/** What an entry will look like, as HTML. */
export interface Preview {
  /** Its page. */
  html: string;
  /** The text for the loudspeakers; `''` for what is not read aloud, and for what is unfinished. */
  script: string;
}

type PagePreview = (edition: Edition, entry: never, body: Child) => Element;

const PAGES: Partial<Record<CollectionName, PagePreview>> = {
  articles: articlePreview,
  activities: activityPreview,
  practices: practicePreview,
  questions: questionPreview,
  procedureChanges: procedureChangePreview,
  plans: planPreview,
  pages: evergreenPreview,
};

/** Where each kind of entry stands in the store. */
const SHELVES = {
  articles: 'articles',
  activities: 'activities',
  practices: 'practices',
  questions: 'questions',
  procedureChanges: 'procedureChanges',
  plans: 'plans',
  pages: 'pages',
} as const satisfies Partial<Record<CollectionName, keyof Store>>;

/**
 * The page of an entry among what is published. An entry that its schema does not take yet is
 * shown by its title, summary and body alone.
 */
export function previewOf(store: Store, asOf: Day, previewed: PreviewedEntry): Preview {
  const { collection, id, data, bodyHtml, passages } = previewed;
  const body = bodyHtml ? proseOf(bodyHtml) : undefined;
  const page = PAGES[collection];
  const read = COLLECTIONS[collection].schema.safeParse(data);
  if (!page || !(collection in SHELVES)) return { html: '', script: '' };
  if (!read.success) return { html: toHtml(unfinished(data, body), RAW), script: '' };
  const entry = { collection, id: id || 'dang-viet', file: '', data: read.data } as Entry;
  // A text for a later day is shown as it will look then.
  const date = 'date' in read.data ? (read.data.date as Day | undefined) : undefined;
  const edition = editionOf(withEntry(store, entry), date ? laterOf(asOf, date) : asOf);
  return {
    html: toHtml(page(edition, entry as never, body), RAW),
    script: isArticle(entry) ? toHtml(scriptPreview(scriptOf(edition, entry, passages))) : '',
  };
}

function isArticle(entry: Entry): entry is ArticleEntry {
  return entry.collection === 'articles';
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
