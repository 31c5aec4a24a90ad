import { period } from '../calendar/period.ts';
import { periodName, shortDate } from '../calendar/wording.ts';
import type { Article } from '../schema/article.ts';
import { CHANNELS, COUNTED_GENRES, EVENTS, GENRES, REFORM_FIELDS } from '../schema/vocabulary.ts';
import type { Staleness } from './novelty.ts';
import type { Reading } from './reading.ts';
import type { NotCounted, NotCountedCode } from './tally.ts';

/** A reason without the id it is given for. */
export type Reason = Pick<NotCounted, 'code' | 'message'>;

/** What reasons need to know of the ward to name things as people do. */
export interface Names {
  topic: (id: string) => string;
  article: (id: string) => string;
}

/** Why an article can never count under a reading, whatever its dates. */
export function standingReason(
  article: Article,
  reading: Reading,
  asOf: string,
  names: Names,
): Reason | undefined {
  const { conditions } = reading;
  if (article.withdrawn && article.withdrawn.date <= asOf) {
    return reason('withdrawn', `Bài đã gỡ ngày ${shortDate(article.withdrawn.date)}.`);
  }
  const genres =
    conditions.genres ?? (reading.measure === 'item' ? COUNTED_GENRES : Object.keys(GENRES));
  if (!genres.some((genre) => genre === article.genre)) {
    return reason('genre', `Thể loại «${GENRES[article.genre]}» không tính vào chỉ tiêu này.`);
  }
  if (conditions.fields && !conditions.fields.some((id) => article.fields.includes(id))) {
    const wanted = conditions.fields.map((id) => `«${REFORM_FIELDS[id]}»`).join(', ');
    return reason('field', `Bài không thuộc lĩnh vực chỉ tiêu yêu cầu: ${wanted}.`);
  }
  if (conditions.topics && !conditions.topics.some((id) => article.topics.includes(id))) {
    const wanted = conditions.topics.map((id) => `«${names.topic(id)}»`).join(', ');
    return reason('topic', `Bài chưa gắn chủ đề nào chỉ tiêu yêu cầu: ${wanted}.`);
  }
  return undefined;
}

/**
 * Why an article has no day on which it could count in a period: it was placed on the
 * channel but the date is blank, or the event has not happened there from the first day on.
 */
export function absenceReason(article: Article, reading: Reading, from: string): Reason {
  const placed = article.placements.find(
    ({ channel }) => channel !== 'web' && reading.channels.includes(channel),
  );
  const event = EVENTS[reading.event];
  const blank =
    placed &&
    (reading.event === 'published'
      ? !placed.published
      : reading.event === 'aired' && !placed.aired && placed.airings.length === 0);
  if (placed && blank) {
    return reason(
      'no-date',
      `Đã gửi kênh «${CHANNELS[placed.channel]}» nhưng chưa ghi ngày ${event}.`,
    );
  }
  const where = reading.channels.map((channel) => `«${CHANNELS[channel]}»`).join(', ');
  return reason(
    'no-event',
    `Từ ${shortDate(from)} bài chưa được ${event}${where ? ` trên kênh ${where}` : ''} trong kỳ này.`,
  );
}

/** Why a text is not new, in words. */
export function stalenessReason(stale: Staleness, names: Names): Reason {
  switch (stale.code) {
    case 'repost':
      return reason('repost', 'Bài đăng lại từ nơi khác nên không phải tin mới.');
    case 'placed-before':
      return reason(
        'placed-before',
        `Đã ${stale.channel === 'loudspeaker' ? 'phát' : 'đăng'} trên kênh «${stale.channel ? CHANNELS[stale.channel] : ''}» từ ${stale.day ? shortDate(stale.day) : ''} nên không còn là tin chưa từng đăng tải.`,
      );
    case 'repeat':
      return reason(
        'repeat',
        `Nội dung trùng với bài đã có${stale.of ? `: «${names.article(stale.of)}»` : ''}.`,
      );
  }
}

/** An article whose day lies in another period counts there and nowhere else. */
export function againReason(periodLabel: string): Reason {
  return reason(
    'again',
    `Bài tính ở ${periodName(period(periodLabel))}; mỗi bài chỉ tính một lần.`,
  );
}

function reason(code: NotCountedCode, message: string): Reason {
  return { code, message };
}
