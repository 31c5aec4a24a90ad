import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Placement } from '../schema/article.ts';
import { CHANNELS, GENRES } from '../schema/vocabulary.ts';
import type { ArticleEntry } from '../store/store.ts';
import { articleCard, type Card } from './card.ts';
import { type Edition, isWithdrawn } from './edition.ts';
import { type Fact, type FactValue, knownFacts, type Link } from './link.ts';
import { dated, departmentLink, fieldLink, linked } from './names.ts';
import { taskValues } from './task-link.ts';

/** An article as its page shows it. */
export interface ArticlePage {
  card: Card;
  /** Set when its text was taken away: the page says when and why instead. */
  withdrawn?: { date: Day; reason: string };
  /** Oldest first; those of later dates are not known yet. */
  corrections: readonly { date: Day; text: string }[];
  facts: Fact[];
  /** Where else the text was sent, published or aired. */
  elsewhere: Fact[];
}

/** The page of an article. */
export function articlePage(edition: Edition, entry: ArticleEntry): ArticlePage {
  const { store, asOf } = edition;
  const { data } = entry;
  const card = articleCard(entry);
  const source = data.origin.kind === 'repost' ? data.origin.source : undefined;
  return {
    card,
    ...(isWithdrawn(entry, asOf) && { withdrawn: data.withdrawn }),
    corrections: data.corrections
      .filter(({ date }) => date <= asOf)
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    facts: knownFacts([
      { term: 'Ngày đăng', values: [dated(data.date)] },
      { term: 'Thể loại', values: [{ text: GENRES[data.genre] }] },
      { term: 'Đơn vị', values: [linked(departmentLink(store, data.department))] },
      {
        term: 'Phối hợp',
        values: data.coordinators.map((id) => linked(departmentLink(store, id))),
      },
      { term: 'Tác giả', values: data.author ? [{ text: data.author }] : [] },
      { term: 'Đăng lại từ', values: source ? [{ text: source.title, url: source.url }] : [] },
      { term: 'Lĩnh vực', values: data.fields.map((field) => linked(fieldLink(field))) },
      {
        term: 'Chủ đề',
        values: data.topics.map((topic) => ({ text: store.topicNames.get(topic) ?? topic })),
      },
      { term: 'Theo kế hoạch', values: taskValues(edition, data.tasks) },
      {
        term: 'Truyền thanh',
        values: isWithdrawn(entry, asOf) ? [] : [linked(scriptLink(entry))],
      },
    ]),
    elsewhere: data.placements
      .filter(({ channel }) => channel !== 'web')
      .flatMap((placement) => placementFact(placement, asOf)),
  };
}

/** The text as it is read on the loudspeakers; a withdrawn one is not read any more. */
function scriptLink(entry: ArticleEntry): Link {
  return { label: 'Bản đọc trên loa', address: addresses.script(entry) };
}

/** What happened to the text on one channel by a date; nothing when nothing has. */
function placementFact(placement: Placement, asOf: Day): Fact[] {
  const { channel, sent, published, aired, airings, url } = placement;
  const airedOn = airings.length > 0 ? airings.map(({ date }) => date) : [aired];
  const events = [
    ...event('Gửi', [sent], asOf),
    ...event('Đăng', [published], asOf),
    ...event('Phát', airedOn, asOf),
  ];
  if (events.length === 0) return [];
  return [
    {
      term: CHANNELS[channel],
      values: [...events, ...(url ? [{ text: 'Xem bài trên kênh này', url }] : [])],
    },
  ];
}

function event(verb: string, days: readonly (Day | undefined)[], asOf: Day): FactValue[] {
  const past = [...new Set(days.filter((day) => day !== undefined && day <= asOf))] as Day[];
  return past.length === 0 ? [] : [{ text: `${verb} ${past.sort().map(shortDate).join(', ')}` }];
}
