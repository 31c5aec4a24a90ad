import { addresses } from '../address.ts';
import { hasSamples } from '../store/store.ts';
import { accentOf } from './accent.ts';
import { activityCard, type Card } from './card.ts';
import type { Edition } from './edition.ts';
import { wardInSentence } from './names.ts';
import { planHeadings } from './plan-page.ts';

/** What is drawn for a page when somebody shares its link. */
export interface ShareCard {
  /** Name of the section, with its ward. */
  section: string;
  authority: string;
  title: string;
  /** What it is and when: `Tin, 06/3/2026`; absent for the section itself. */
  note?: string;
  /** Ground and text, as `#rrggbb`. */
  accent: string;
  onAccent: string;
  sample: boolean;
}

/** Size of the drawing in pixels, as the networks ask for. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

const cards = new WeakMap<Edition, ReadonlyMap<string, ShareCard>>();

/** The drawings of an edition by address of their page; that of `/` stands for all others. */
export function shareCards(edition: Edition): ReadonlyMap<string, ShareCard> {
  const known = cards.get(edition) ?? compose(edition);
  cards.set(edition, known);
  return known;
}

/** The drawing for the page at an address. */
export function shareCardAt(edition: Edition, address: string): ShareCard {
  const found = shareCards(edition);
  const card = found.get(address) ?? found.get(addresses.home());
  if (!card) throw new RangeError('Every edition has a drawing for its home page');
  return card;
}

/** What a drawing shows, in words, for people who do not see it. */
export function shareAlt({ title, note, section, sample }: ShareCard): string {
  const words = [...(sample ? ['SỐ LIỆU MẪU'] : []), title, ...(note ? [note, section] : [])];
  return `${words.join('. ')}.`;
}

function compose(edition: Edition): Map<string, ShareCard> {
  const { store, asOf } = edition;
  const { light, onLight } = accentOf(store.ward.accent);
  const shared = {
    section: `Cải cách hành chính ${wardInSentence(store.ward)}`,
    authority: `${store.ward.authority}, ${store.ward.province}`,
    accent: light,
    onAccent: onLight,
    sample: hasSamples(store),
  };
  const shown: readonly Card[] = [
    ...edition.cards,
    ...edition.announced.map((entry) => activityCard(entry, asOf)),
  ];
  return new Map<string, ShareCard>([
    [addresses.home(), { ...shared, title: shared.section }],
    ...shown.map(({ address, title, label, dateText }): [string, ShareCard] => [
      address,
      { ...shared, title, note: `${label}, ${dateText}` },
    ]),
    ...planHeadings(edition).map(({ address, title, reference }): [string, ShareCard] => [
      address,
      { ...shared, title, note: reference },
    ]),
  ]);
}
