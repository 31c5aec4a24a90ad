import { addresses } from '../address.ts';
import type { ResultRule } from '../quota/result.ts';
import type { Counted, NotCounted, Tally } from '../quota/tally.ts';
import type { Placement } from '../schema/article.ts';
import { CHANNELS, EVENTS, MEASURES } from '../schema/vocabulary.ts';
import type { ArticleEntry, Store } from '../store/store.ts';
import type { FactValue } from './link.ts';
import { type QuotaCell, quotaCell, subjectName, tallyAnchor } from './quota-cell.ts';

/** The proof of one tally: what counts and, apart, what does not and why. */
export interface QuotaProof {
  anchor: string;
  subject: string;
  cell: QuotaCell;
  /** `1/2, còn thiếu 1`; where nothing is judged `3 tin/bài`. */
  result: string;
  /** What to say where nothing counts. */
  none: string;
  counted: CountedProof[];
  notCounted: { title: string; href: string | null; reason: string }[];
}

/** One thing that counts: its page, its day, and what else shows that it happened. */
export interface CountedProof {
  title: string;
  /** Its page here; null where it has none. */
  href: string | null;
  date: string;
  /** `phát`, `đăng`, `gửi`, `tổ chức`. */
  event: string;
  /** Why there is no link, or nothing. */
  gone: string;
  /** Channel, time and place of the event; address on the channel; evidence. */
  facts: FactValue[];
}

/** The proof of a tally, for an inspector. */
export function quotaProof(store: Store, rule: ResultRule, tally: Tally): QuotaProof {
  const cell = quotaCell(store, tally);
  const tracked = `${tally.actual} ${MEASURES[rule.measure]}`;
  const judged = [cell.number, cell.word].filter(Boolean).join(', ');
  return {
    anchor: tallyAnchor(tally),
    subject: subjectName(store, tally.subject),
    cell,
    result: tally.status === 'tracked' ? tracked : judged,
    none: `Chưa có ${MEASURES[rule.measure]} nào được tính.`,
    counted: tally.counted.map((item) => countedProof(store, rule, item)),
    notCounted: tally.notCounted.map((item) => notCountedProof(store, item)),
  };
}

function countedProof(store: Store, rule: ResultRule, item: Counted): CountedProof {
  const article = store.articleById.get(articleId(item.id));
  const known = article !== undefined || store.activities.some(({ id }) => id === item.id);
  const href = known ? item.url : null;
  return {
    title: item.title,
    href,
    date: item.date,
    event: EVENTS[rule.event],
    gone: href ? '' : known ? 'không đăng trên trang này' : 'nay không còn trên trang này',
    facts: article ? placementFacts(article, rule, item) : [],
  };
}

function notCountedProof(store: Store, { id, message }: NotCounted) {
  const entry = store.articleById.get(articleId(id));
  return {
    title: entry?.data.title ?? id,
    href: entry?.data.web ? addresses.article(entry) : null,
    reason: message,
  };
}

/** What is recorded of the placements on the rule's channels. */
function placementFacts(article: ArticleEntry, rule: ResultRule, item: Counted): FactValue[] {
  return article.data.placements
    .filter(({ channel }) => channel !== 'web' && rule.channels.includes(channel))
    .flatMap((placement) => [
      ...airingFacts(placement, item),
      ...(placement.url
        ? [{ text: `Xem trên ${CHANNELS[placement.channel]}`, url: placement.url }]
        : []),
      ...placement.evidence.map(({ label, url }) => ({ text: label, ...(url && { url }) })),
    ]);
}

/** The airing that an id names, or every airing on the day that counts. */
function airingFacts({ airings }: Placement, item: Counted): FactValue[] {
  const named = /#(?<date>[\d-]+)(?:T(?<time>[\d:]+))?$/.exec(item.id)?.groups;
  return airings
    .filter(({ date, time }) =>
      named ? date === named['date'] && time === named['time'] : date === item.date,
    )
    .map(({ time, areas, minutes }) =>
      [
        ...(time ? [`lúc ${time}`] : []),
        ...(minutes ? [`${minutes} phút`] : []),
        ...(areas.length > 0 ? [areas.join(', ')] : []),
      ].join(', '),
    )
    .filter((text) => text !== '')
    .map((text) => ({ text }));
}

function articleId(id: string): string {
  return id.replace(/#.*$/, '');
}
