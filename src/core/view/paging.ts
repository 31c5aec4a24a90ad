import { addresses } from '../address.ts';
import type { Card } from './card.ts';
import { cardsOfKind, type Edition } from './edition.ts';
import type { Link } from './link.ts';

/** How many entries a page of a list holds. */
export const PAGE_SIZE = 20;

/** One page of a list that takes several. */
export interface ListPage {
  /** From 1. */
  number: number;
  count: number;
  /** How many entries all pages hold together. */
  total: number;
  address: string;
  cards: readonly Card[];
  newer?: Link;
  older?: Link;
}

/** Address of a page of the articles; the first is the list itself. */
export function articlesPageAddress(number: number): string {
  return number === 1 ? addresses.articles() : `${addresses.articles()}trang-${number}/`;
}

/** The pages of the list of articles; there is always a first one, even if it is empty. */
export function articlePages(edition: Edition): ListPage[] {
  const cards = cardsOfKind(edition.cards, 'articles');
  const count = Math.max(1, Math.ceil(cards.length / PAGE_SIZE));
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      number,
      count,
      total: cards.length,
      address: articlesPageAddress(number),
      cards: cards.slice(index * PAGE_SIZE, number * PAGE_SIZE),
      ...(number > 1 && {
        newer: { label: 'Mới hơn', address: articlesPageAddress(number - 1) },
      }),
      ...(number < count && {
        older: { label: 'Cũ hơn', address: articlesPageAddress(number + 1) },
      }),
    };
  });
}

/** The list of articles itself. */
export function firstArticlePage(edition: Edition): ListPage {
  const [first] = articlePages(edition);
  if (!first) throw new RangeError('A list has a first page');
  return first;
}

/** The pages that follow the list itself. */
export function laterArticlePages(edition: Edition): ListPage[] {
  return articlePages(edition).slice(1);
}
