import { type Day, monthOf } from '../calendar/day.ts';
import {
  type ActivityEntry,
  type ArticleEntry,
  existing,
  type PlanEntry,
  type PracticeEntry,
  type ProcedureChangeEntry,
  type QuestionEntry,
  type Store,
} from '../store/store.ts';
import {
  activityCard,
  articleCard,
  type Card,
  firstDay,
  practiceCard,
  procedureChangeCard,
  questionCard,
} from './card.ts';

/**
 * What readers of the section may see on a date, newest first and indexed once: every page
 * takes its lists from here, so that none of them asks again what already exists.
 */
export interface Edition {
  store: Store;
  asOf: Day;
  /** Articles that have a page, the withdrawn ones among them. */
  articlePages: readonly ArticleEntry[];
  practices: readonly PracticeEntry[];
  procedureChanges: readonly ProcedureChangeEntry[];
  /** Activities that have begun. */
  activities: readonly ActivityEntry[];
  /**
   * Activities whose first day is still to come, soonest first. Unlike an article, which does
   * not exist before its day, an activity is announced by being in the content: people must
   * hear of it before it is over. No list of what has appeared holds it, and it counts nowhere.
   */
  announced: readonly ActivityEntry[];
  questions: readonly QuestionEntry[];
  plans: readonly PlanEntry[];
  /** Everything that lists show; withdrawn articles are in none. */
  cards: readonly Card[];
  cardsByDepartment: ReadonlyMap<string, readonly Card[]>;
  cardsByField: ReadonlyMap<string, readonly Card[]>;
  cardsByMonth: ReadonlyMap<string, readonly Card[]>;
}

const editions = new WeakMap<Store, Map<Day, Edition>>();

/** The edition of a date. The same store and date give the same object. */
export function editionOf(store: Store, asOf: Day): Edition {
  const known = editions.get(store) ?? new Map<Day, Edition>();
  editions.set(store, known);
  const edition = known.get(asOf) ?? compose(store, asOf);
  known.set(asOf, edition);
  return edition;
}

/** Whether an article has been withdrawn by a date. */
export function isWithdrawn({ data }: Pick<ArticleEntry, 'data'>, asOf: Day): boolean {
  return data.withdrawn !== undefined && data.withdrawn.date <= asOf;
}

/** Plans whose day, or month, of issue has come, newest first. */
export function issuedPlans(store: Store, asOf: Day): PlanEntry[] {
  return store.plans.filter(({ data }) => (data.date ?? data.issuedMonth ?? '') <= asOf);
}

/** The activities that have a page: those that have begun and those that are announced. */
export function activityPages({ activities, announced }: Edition): ActivityEntry[] {
  return [...activities, ...announced];
}

/** The cards of one kind, in the order in which they were given. */
export function cardsOfKind(cards: readonly Card[], kind: Card['kind']): Card[] {
  return cards.filter((card) => card.kind === kind);
}

function compose(store: Store, asOf: Day): Edition {
  const articlePages = existing(store.articles, asOf).filter(({ data }) => data.web);
  const practices = existing(store.practices, asOf);
  const procedureChanges = existing(store.procedureChanges, asOf);
  const activities = store.activities.filter((entry) => firstDay(entry) <= asOf);
  const questions = existing(store.questions, asOf);
  const cards = [
    ...articlePages.filter((entry) => !isWithdrawn(entry, asOf)).map(articleCard),
    ...practices.map(practiceCard),
    ...procedureChanges.map(procedureChangeCard),
    ...activities.map((entry) => activityCard(entry, asOf)),
    ...questions.map(questionCard),
  ].sort(newestFirst);
  return {
    store,
    asOf,
    articlePages,
    practices,
    procedureChanges,
    activities,
    announced: store.activities
      .filter((entry) => firstDay(entry) > asOf)
      .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1)),
    questions,
    plans: issuedPlans(store, asOf),
    cards,
    cardsByDepartment: index(cards, ({ departments }) => departments),
    cardsByField: index(cards, ({ fields }) => fields),
    cardsByMonth: index(cards, ({ date }) => [monthOf(date)]),
  };
}

function index(
  cards: readonly Card[],
  keysOf: (card: Card) => readonly string[],
): Map<string, Card[]> {
  const found = new Map<string, Card[]>();
  for (const card of cards) {
    for (const key of new Set(keysOf(card))) {
      const list = found.get(key);
      if (list) list.push(card);
      else found.set(key, [card]);
    }
  }
  return found;
}

function newestFirst(a: Card, b: Card): number {
  if (a.date !== b.date) return a.date > b.date ? -1 : 1;
  return a.address < b.address ? -1 : 1;
}
