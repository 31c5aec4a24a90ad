import { type Channel, keysOf, REFORM_FIELDS } from '../schema/vocabulary.ts';
import type { ArticleEntry } from '../store/store.ts';
import { type Breakdown, splitOf } from './breakdown.ts';
import { heading, type Indicator, numbered, part } from './indicator.ts';
import {
  type Airing,
  airingsBetween,
  happenedOn,
  isCounted,
  publishedHere,
  reachedOn,
} from './posts.ts';
import type { Register } from './register.ts';
import type { ReportSpan } from './span.ts';

interface ChannelFacts {
  articles: readonly ArticleEntry[];
  breakdown: Breakdown;
  register: Register;
  span: ReportSpan;
}

/** Indicators 2 to 7: what was written, and where it was published and aired. */
export function channelIndicators(facts: ChannelFacts): Indicator[] {
  return [
    ...pageIndicators(facts),
    ...fieldIndicators(facts),
    ...upperIndicators(facts),
    ...loudspeakerIndicators(facts),
    ...socialIndicators(facts),
    ...productIndicators(facts),
  ];
}

function pageIndicators({ breakdown: { all } }: ChannelFacts): Indicator[] {
  return [
    numbered('2', 'Tin, bài, phóng sự đăng trên Trang thông tin điện tử', 'tin/bài', all.total),
    part('Tin', 'tin', all.brief),
    part('Bài', 'bài', all.story),
    part('Phóng sự', 'phóng sự', all.reportage),
    part('Tự viết', 'tin/bài', all.own),
    part('Đăng lại', 'tin/bài', all.repost),
  ];
}

function fieldIndicators({ breakdown }: ChannelFacts): Indicator[] {
  const { all, fieldless, fields } = breakdown;
  return [
    numbered(
      '3',
      'Tin, bài đã ghi lĩnh vực CCHC',
      'tin/bài',
      all.total - fieldless.total,
      'Một tin, bài có thể thuộc nhiều lĩnh vực; theo đơn vị, tháng: mục III',
    ),
    ...keysOf(REFORM_FIELDS).map((field) =>
      part(REFORM_FIELDS[field], 'tin/bài', fields.find(({ key }) => key === field)?.total ?? 0),
    ),
  ];
}

function upperIndicators(facts: ChannelFacts): Indicator[] {
  return [
    heading('4', 'Tin, bài gửi và được đăng, phát ở nơi khác'),
    part('Gửi Trang CCHC của tỉnh, thành phố', 'tin/bài', counted(facts, 'upper-portal', 'sent')),
    part('Trang CCHC của tỉnh, thành phố đã đăng', 'tin/bài', reached(facts, 'upper-portal')),
    part('Gửi báo, đài', 'tin/bài', counted(facts, 'press', 'sent')),
    part('Báo, đài đã đăng, phát', 'tin/bài', reached(facts, 'press')),
  ];
}

function loudspeakerIndicators({ articles, register, span }: ChannelFacts): Indicator[] {
  const known = register.keepsChannel('loudspeaker');
  const value = (number: number) => (known ? number : null);
  const aired = splitOf(reachedOn(articles, 'loudspeaker', span));
  const airings = airingsBetween(articles, span);
  return [
    numbered('5', 'Tin, bài phát thanh', 'tin/bài', value(aired.total)),
    part('Tin', 'tin', value(aired.brief)),
    part('Bài', 'bài', value(aired.story)),
    part('Lượt phát', 'lượt', value(airings.length)),
    minutes(airings, known),
    areas(airings),
  ];
}

/** Minutes are the sum of what was written down; how much of it is said beside it. */
function minutes(airings: readonly Airing[], known: boolean): Indicator {
  const timed = airings.filter((airing) => airing.minutes !== undefined);
  const sum = timed.reduce((total, airing) => total + (airing.minutes ?? 0), 0);
  const none = airings.length === 0 ? !known : timed.length === 0;
  const partly = `Mới ghi thời lượng ${timed.length}/${airings.length} lượt`;
  return part(
    'Thời lượng phát',
    'phút',
    none ? null : sum,
    !none && timed.length < airings.length ? partly : undefined,
  );
}

/** Airings that name no neighbourhood were heard in all of them, whose number is not known. */
function areas(airings: readonly Airing[]): Indicator {
  const named = new Set(airings.flatMap((airing) => airing.areas));
  const everywhere = airings.some((airing) => airing.areas.length === 0);
  const whole = airings.length > 0 && everywhere;
  return part(
    'Số khu phố, thôn, tổ dân phố được nghe',
    'địa bàn',
    whole || named.size === 0 ? null : named.size,
    whole ? 'Phát toàn địa bàn; ghi tay tổng số' : undefined,
  );
}

function socialIndicators(facts: ChannelFacts): Indicator[] {
  const each: readonly (readonly [string, number | null])[] = [
    ['Facebook (fanpage)', reachedAny(facts, 'facebook')],
    ['Zalo', reachedAny(facts, 'zalo')],
    ['YouTube', reachedAny(facts, 'youtube')],
    ['TikTok', reachedAny(facts, 'tiktok')],
  ];
  const known = each.flatMap(([, value]) => (value === null ? [] : [value]));
  const sum = known.reduce((total, value) => total + value, 0);
  return [
    numbered('6', 'Lượt đăng trên mạng xã hội', 'nội dung', known.length > 0 ? sum : null),
    ...each.map(([label, value]) => part(label, 'nội dung', value)),
  ];
}

function productIndicators({ articles, span }: ChannelFacts): Indicator[] {
  const made = splitOf(publishedHere(articles, span));
  return [
    heading('7', 'Sản phẩm video, phóng sự, infographic'),
    part('Video đăng trên Trang thông tin điện tử', 'sản phẩm', made.video),
    part('Phóng sự đăng trên Trang thông tin điện tử', 'sản phẩm', made.reportage),
    part('Infographic', 'sản phẩm', null),
  ];
}

function counted(
  { articles, register, span }: ChannelFacts,
  channel: Channel,
  event: 'sent' | 'published',
): number | null {
  if (!register.keepsChannel(channel)) return null;
  return happenedOn(articles, channel, event, span).filter(isCounted).length;
}

function reached({ articles, register, span }: ChannelFacts, channel: Channel): number | null {
  if (!register.keepsChannel(channel)) return null;
  return reachedOn(articles, channel, span).filter(isCounted).length;
}

function reachedAny({ articles, register, span }: ChannelFacts, channel: Channel): number | null {
  return register.keepsChannel(channel) ? reachedOn(articles, channel, span).length : null;
}
