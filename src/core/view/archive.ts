import { addresses } from '../address.ts';
import { monthOf } from '../calendar/day.ts';
import { monthName } from '../calendar/wording.ts';
import { articleCard, CARD_KINDS, type Card, type CardKind } from './card.ts';
import { cardsOfKind, type Edition, isWithdrawn } from './edition.ts';
import type { Link } from './link.ts';
import { upperFirst } from './names.ts';

/** The months of a year that hold something, newest first. */
export interface ArchiveYear {
  year: string;
  months: (Link & { month: string; count: number })[];
}

/** Everything that appeared in one month. */
export interface MonthArchive {
  month: string;
  /** `Tháng 3 năm 2026`. */
  name: string;
  count: number;
  groups: { kind: CardKind; label: string; cards: readonly Card[] }[];
  /** Articles of the month whose text was taken away; their pages say why. */
  withdrawn: Card[];
  newer?: Link;
  older?: Link;
}

const archives = new WeakMap<Edition, readonly ArchiveYear[]>();

/** The years and months of an edition, which hundreds of lists name. */
export function archiveOf(edition: Edition): readonly ArchiveYear[] {
  const known = archives.get(edition) ?? compose(edition);
  archives.set(edition, known);
  return known;
}

function compose(edition: Edition): ArchiveYear[] {
  const years = Map.groupBy(monthsOf(edition), (month) => month.slice(0, 4));
  return [...years].map(([year, months]) => ({
    year,
    months: months.map((month) => ({
      month,
      label: `Tháng ${Number(month.slice(5))}`,
      address: addresses.month(month),
      count: edition.cardsByMonth.get(month)?.length ?? 0,
    })),
  }));
}

/** One page for each month in which something appeared, newest first. */
export function monthArchives(edition: Edition): MonthArchive[] {
  const months = monthsOf(edition);
  const withdrawn = Map.groupBy(
    edition.articlePages.filter((entry) => isWithdrawn(entry, edition.asOf)),
    ({ data }) => monthOf(data.date),
  );
  const link = (month: string): Link => ({
    label: upperFirst(monthName(month)),
    address: addresses.month(month),
  });
  return months.map((month, index) => {
    const cards = edition.cardsByMonth.get(month) ?? [];
    const newer = months[index - 1];
    const older = months[index + 1];
    return {
      month,
      name: upperFirst(monthName(month)),
      count: cards.length,
      groups: kindGroups(cards),
      withdrawn: (withdrawn.get(month) ?? []).map(articleCard),
      ...(newer && { newer: link(newer) }),
      ...(older && { older: link(older) }),
    };
  });
}

/** Cards by kind, in the order of the kinds; kinds without any are left out. */
function kindGroups(cards: readonly Card[]): MonthArchive['groups'] {
  return (Object.keys(CARD_KINDS) as CardKind[])
    .map((kind) => ({ kind, label: CARD_KINDS[kind], cards: cardsOfKind(cards, kind) }))
    .filter((group) => group.cards.length > 0);
}

/** A month in which only a withdrawn article appeared keeps its page, so that it can be found. */
function monthsOf(edition: Edition): string[] {
  const months = new Set([
    ...edition.cardsByMonth.keys(),
    ...edition.articlePages.map(({ data }) => monthOf(data.date)),
  ]);
  return [...months].sort().reverse();
}
