import { addresses, addressOf } from '../address.ts';
import type { AuditFacts } from '../audit/facts.ts';
import { comparedText, type TextEntry, textDate, textEntries, textId } from '../audit/texts.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import { LIKE, type Likeness } from '../originality/likeness.ts';
import { type Stretch, sideBySide } from '../originality/passage.ts';
import { ORIGINALITY_DECISIONS } from '../schema/vocabulary.ts';
import { type Store, slugOf } from '../store/store.ts';
import { CARD_KINDS } from './card.ts';
import { departmentLink } from './names.ts';

/** One of two texts that are alike. */
export interface LikenessSide {
  title: string;
  /** Absent where the text has no page. */
  address?: string;
  kind: string;
  date: Day;
  unit: string;
  /** The part of it that stands in the other, as `72%`. */
  share: string;
  /** What a reader must know of it: reposted, withdrawn, without a page. */
  notes: string[];
}

/** Two texts that are alike, as a line of the audit page. */
export interface LikenessPair {
  key: string;
  address: string;
  later: LikenessSide;
  earlier: LikenessSide;
  /** `72%`, of the text that has more of its own in the other. */
  share: string;
  /** What a person with the right to publish has decided; absent while nobody has. */
  decision?: string;
  /** Whether the two say the same to the letter, which the count notices by itself. */
  same: boolean;
}

/** The pairs, with those that still want a decision first. */
export interface LikenessList {
  open: LikenessPair[];
  settled: LikenessPair[];
  /** How many pairs more there are than the page shows. */
  more: number;
  /** How many texts were compared, and from which share on they are alike. */
  compared: number;
  threshold: string;
}

/** A pair with its texts beside each other; without texts where one of them is not public. */
export interface LikenessPage {
  pair: LikenessPair;
  jaccard: string;
  texts?: { later: Stretch[][]; earlier: Stretch[][] };
}

/** More pairs than a person will look through have no page of their own. */
const MOST_PAIRS = 200;

/** A pair together with what it was made of. */
interface Found {
  pair: LikenessPair;
  likeness: Likeness;
  later: TextEntry;
  earlier: TextEntry;
}

/** The pairs of texts that are alike, as the audit page lists them. */
export function likenessList(store: Store, asOf: Day, facts: AuditFacts): LikenessList {
  const { found, more, compared } = pairsOf(store, asOf, facts);
  const pairs = found.map(({ pair }) => pair);
  return {
    open: pairs.filter(({ decision }) => decision === undefined),
    settled: pairs.filter(({ decision }) => decision !== undefined),
    more,
    compared,
    threshold: percent(LIKE.share),
  };
}

/** The pages of the pairs that the audit page lists. */
export function likenessPages(store: Store, asOf: Day, facts: AuditFacts): LikenessPage[] {
  return pairsOf(store, asOf, facts).found.map(({ pair, likeness, later, earlier }) => {
    const paragraphs = (entry: TextEntry) =>
      comparedText(entry, facts.bodies.get(entry.file) ?? '').paragraphs;
    const open = isPublic(later, asOf) && isPublic(earlier, asOf);
    return {
      pair,
      jaccard: percent(likeness.jaccard),
      ...(open && { texts: sideBySide(paragraphs(later), paragraphs(earlier)) }),
    };
  });
}

/** What nobody has decided on comes first, then what is most alike. */
function pairsOf(
  store: Store,
  asOf: Day,
  { likenesses }: AuditFacts,
): { found: Found[]; more: number; compared: number } {
  const entries = textEntries(store, asOf);
  const byId = new Map(entries.map((entry) => [textId(entry), entry]));
  const all = likenesses.flatMap((likeness): Found[] => {
    const later = byId.get(likeness.later);
    const earlier = byId.get(likeness.earlier);
    if (!later || !earlier) return [];
    return [{ pair: pairOf(store, asOf, likeness, later, earlier), likeness, later, earlier }];
  });
  const found = [
    ...all.filter(({ pair }) => pair.decision === undefined),
    ...all.filter(({ pair }) => pair.decision !== undefined),
  ].slice(0, MOST_PAIRS);
  return { found, more: all.length - found.length, compared: entries.length };
}

function pairOf(
  store: Store,
  asOf: Day,
  likeness: Likeness,
  later: TextEntry,
  earlier: TextEntry,
): LikenessPair {
  const key = `${slugOf(later.id)}--${slugOf(earlier.id)}-${checksum(likeness)}`;
  const decision = decisionOn(later, earlier, asOf);
  return {
    key,
    address: addresses.likeness(key),
    later: sideOf(store, later, likeness.laterShare, asOf),
    earlier: sideOf(store, earlier, likeness.earlierShare, asOf),
    share: percent(Math.max(likeness.laterShare, likeness.earlierShare)),
    ...(decision && { decision }),
    same: later.textKey !== undefined && later.textKey === earlier.textKey,
  };
}

function sideOf(store: Store, entry: TextEntry, share: number, asOf: Day): LikenessSide {
  const { title } = entry.data;
  const units = 'departments' in entry.data ? entry.data.departments : [entry.data.department];
  const address = hasPage(entry) ? addressOf(entry) : undefined;
  return {
    title,
    ...(address && { address }),
    kind: CARD_KINDS[entry.collection],
    date: textDate(entry),
    unit: units.map((id) => departmentLink(store, id).label).join(', '),
    share: percent(share),
    notes: notesOn(entry, asOf),
  };
}

function notesOn(entry: TextEntry, asOf: Day): string[] {
  const notes: string[] = [];
  if (!('genre' in entry.data)) return notes;
  const { origin, withdrawn } = entry.data;
  if (origin.kind === 'repost') notes.push('ghi là đăng lại, không tính là tin mới');
  if (withdrawn && withdrawn.date <= asOf) notes.push(`đã gỡ ngày ${shortDate(withdrawn.date)}`);
  if (!hasPage(entry)) notes.push('không đăng trên trang này');
  return notes;
}

/** A decision about another pair says nothing about this one. */
function decisionOn(later: TextEntry, earlier: TextEntry, asOf: Day): string | undefined {
  if (!('originality' in later.data) || !later.data.originality) return undefined;
  const { decision, of, by, date, reason } = later.data.originality;
  const other = of !== undefined && (earlier.collection !== 'articles' || of !== earlier.id);
  if (date > asOf || (decision === 'new' && other)) return undefined;
  return `${ORIGINALITY_DECISIONS[decision]}: ${reason} (${by}, ${shortDate(date)})`;
}

function isPublic(entry: TextEntry, asOf: Day): boolean {
  const withdrawn = 'withdrawn' in entry.data ? entry.data.withdrawn : undefined;
  return hasPage(entry) && !(withdrawn && withdrawn.date <= asOf);
}

function hasPage({ data }: TextEntry): boolean {
  return !('web' in data) || data.web;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Keeps the addresses of pairs apart whose file names are the same. */
function checksum({ later, earlier }: Likeness): string {
  let sum = 0;
  for (const char of `${later} ${earlier}`) {
    sum = (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  }
  return sum.toString(36);
}
