import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { REFORM_FIELDS } from '../schema/vocabulary.ts';
import { hasSamples, type ProcedureChangeEntry } from '../store/store.ts';
import type { Card } from './card.ts';
import { cardsOfKind, type Edition } from './edition.ts';
import { type Follow, followsOf } from './follow.ts';
import { departmentLink, lowerFirst, upperFirst, wardInSentence } from './names.ts';
import { decisionText, effectiveLabel } from './procedure-register.ts';

/** How many of the newest pieces a feed holds. */
export const FEED_SIZE = 30;

/** A feed of what has appeared, newest first. Announced activities stand in the calendar. */
export interface Feed {
  name: string;
  description: string;
  /** Its own address, and that of the page it belongs to; root-relative, without `BASE`. */
  address: string;
  page: string;
  sample: boolean;
  items: FeedItem[];
}

/** One piece in a feed; every text is plain. */
export interface FeedItem {
  title: string;
  address: string;
  day: Day;
  /** Paragraphs. */
  lines: string[];
  categories: string[];
}

/** Every feed of an edition. */
export function feedsOf(edition: Edition): Feed[] {
  const { store } = edition;
  const section = `Cải cách hành chính ${wardInSentence(store.ward)}`;
  const changes = new Map(edition.procedureChanges.map((entry) => [entry.id, entry]));
  return followsOf(edition)
    .filter(({ kind }) => kind === 'feed')
    .map((follow) => ({
      name: `${section}: ${lowerFirst(follow.label)}`,
      description: `${follow.label} trên chuyên mục cải cách hành chính của ${store.ward.authority}, ${store.ward.province}.`,
      address: follow.address,
      page: follow.page,
      sample: hasSamples(store),
      items: cardsOf(edition, follow)
        .slice(0, FEED_SIZE)
        .map((card) => feedItem(edition, card, changes.get(card.id))),
    }));
}

function cardsOf(edition: Edition, { page }: Follow): readonly Card[] {
  switch (page) {
    case addresses.home():
      return edition.cards;
    case addresses.articles():
      return cardsOfKind(edition.cards, 'articles');
    case addresses.procedureChanges():
      return cardsOfKind(edition.cards, 'procedureChanges');
    case addresses.practices():
      return cardsOfKind(edition.cards, 'practices');
    case addresses.activities():
      return cardsOfKind(edition.cards, 'activities');
    default: {
      const id = page.split('/').at(-2) ?? '';
      const shelf = page === addresses.department(id) ? 'cardsByDepartment' : 'cardsByField';
      return edition[shelf].get(id) ?? [];
    }
  }
}

function feedItem(edition: Edition, card: Card, entry: ProcedureChangeEntry | undefined): FeedItem {
  const change = card.kind === 'procedureChanges' ? entry : undefined;
  return {
    title: card.title,
    address: card.address,
    day: card.date,
    lines: [...(change ? effectLines(change) : []), ...(card.summary ? [card.summary] : [])],
    categories: [
      card.label,
      ...card.fields.map((field) => REFORM_FIELDS[field]),
      ...card.departments.map((id) => departmentLink(edition.store, id).label),
    ],
  };
}

/** From when, and by what decision: whoever reads no further than the feed needs just that. */
function effectLines(entry: ProcedureChangeEntry): string[] {
  const effects = entry.data.procedures.map((procedure) =>
    lowerFirst(`${effectiveLabel(procedure)} ${shortDate(procedure.effective)}`),
  );
  return [`${upperFirst([...new Set(effects)].join('; '))}. ${decisionText(entry)}.`];
}
