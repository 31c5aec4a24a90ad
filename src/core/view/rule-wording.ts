import type { Reading } from '../quota/reading.ts';
import type { RULE_PERIODS } from '../schema/quota.ts';
import {
  ACTIVITY_KINDS,
  CHANNELS,
  type Channel,
  EVENTS,
  GENRES,
  MEASURES,
  REFORM_FIELDS,
} from '../schema/vocabulary.ts';
import type { Store } from '../store/store.ts';
import {
  departmentLink,
  enumerate,
  lowerFirst,
  memberValue,
  momentName,
  twoDigits,
  upperFirst,
} from './names.ts';

/**
 * A rule as a sentence a citizen understands, e.g. «Mỗi đơn vị: ít nhất 02 tin/bài phát trên
 * truyền thanh, mỗi tháng». It says what is counted, not why; the plan's words stand beside it.
 */
export function readingSentence(store: Store, reading: Reading): string {
  return `${who(store, reading)}: ${what(reading)}, ${when(reading)}.`;
}

/** What is counted and how many, without who and when: `ít nhất 02 tin/bài phát trên …`. */
export function what(reading: Reading): string {
  const { measure, min, conditions, event, channels } = reading;
  const number = min === undefined ? 'đếm số' : `ít nhất ${twoDigits(min)}`;
  if (measure === 'activity') {
    const kinds = (conditions.activityKinds ?? []).map((kind) => lowerFirst(ACTIVITY_KINDS[kind]));
    return `${number} ${MEASURES.activity}${kinds.length > 0 ? ` (${orJoin(kinds)})` : ''}`;
  }
  const genres = conditions.genres?.map((genre) => lowerFirst(GENRES[genre])).join(', ');
  return [
    number,
    genres ?? MEASURES[measure],
    ...(conditions.new ? ['mới, chưa từng đăng tải,'] : []),
    // «Lần phát» says itself what happened.
    ...(measure === 'airing' ? [] : [EVENTS[event]]),
    ...(channels.length > 0 ? [place(reading)] : []),
  ].join(' ');
}

/** What an entry must be about to count, where the rule says so. */
export function subjectMatter(store: Store, { conditions }: Reading): string[] {
  return [
    ...(conditions.topics ?? []).map((topic) => store.topicNames.get(topic) ?? topic),
    ...(conditions.fields ?? []).map((field) => REFORM_FIELDS[field]),
  ];
}

/** Who answers: each department, all together, or the lead. */
export function who(store: Store, { subject }: Reading): string {
  const names = subject.departments.map((reference) => nameInSentence(store, reference));
  const [only] = subject.departments;
  const alone = names.length === 1 && only !== undefined && !only.startsWith('group:');
  switch (subject.mode) {
    case 'lead': {
      const lead = subject.lead ? departmentLink(store, subject.lead).label : '';
      const others = names.filter((name) => name !== lead);
      return others.length > 0 ? `${lead} (tính cả tin/bài của ${enumerate(others)})` : lead;
    }
    case 'joint':
      return alone ? names.join('') : `${upperFirst(enumerate(names))}, tính chung`;
    case 'each':
      return alone ? names.join('') : `Mỗi đơn vị trong ${enumerate(names)}`;
  }
}

const PERIOD_WORDS: Record<Exclude<keyof typeof RULE_PERIODS, 'window'>, string> = {
  week: 'mỗi tuần',
  month: 'mỗi tháng',
  quarter: 'mỗi quý',
  half: 'mỗi 6 tháng',
  'nine-months': 'trong 9 tháng',
  year: 'trong năm',
};

function when({ period, from, to }: Reading): string {
  if (period === 'window') {
    const [first, last] = [from, to].map((text) => text && momentName(text));
    return first === last ? `trong ${first}` : `từ ${first} đến hết ${last}`;
  }
  const start = from && period !== 'year' ? `, tính từ ${momentName(from)}` : '';
  return PERIOD_WORDS[period] + start;
}

function place({ event, channels }: Reading): string {
  const names = channels.map(channelInSentence);
  return `${event === 'sent' ? 'tới' : 'trên'} ${orJoin(names)}`;
}

/** Groups are common words («các phòng chuyên môn»), departments are proper names. */
function nameInSentence(store: Store, reference: string): string {
  const { text, address } = memberValue(store, reference);
  return address === undefined ? lowerFirst(text) : text;
}

/** Names of products keep their capital letter; the others are plain words. */
function channelInSentence(channel: Channel): string {
  const products: readonly Channel[] = ['facebook', 'zalo', 'youtube', 'tiktok'];
  return products.includes(channel) ? CHANNELS[channel] : lowerFirst(CHANNELS[channel]);
}

function orJoin(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} hoặc ${items.at(-1) ?? ''}`;
}
