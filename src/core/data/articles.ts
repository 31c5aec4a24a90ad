import { z } from 'zod';
import { addresses } from '../address.ts';
import { type Day, yearOf } from '../calendar/day.ts';
import {
  airing,
  article,
  correction,
  type Placement,
  placement,
  withdrawal,
} from '../schema/article.ts';
import { about, count, list } from '../schema/field.ts';
import { citation } from '../schema/parts.ts';
import type { ArticleEntry } from '../store/store.ts';
import { type Edition, isWithdrawn } from '../view/edition.ts';
import {
  dataFile,
  dataHead,
  fieldsOf,
  fileAddress,
  identity,
  picked,
  sampleFlag,
} from './parts.ts';

/** How many of the newest articles the list of years brings along. */
const LATEST = 30;

const OWN = [
  ...(['title', 'date', 'department', 'coordinators', 'author', 'genre'] as const),
  ...(['fields', 'topics', 'summary', 'sources'] as const),
] as const;
const GONE = ['title', 'date'] as const;
const PLACED = ['channel', 'sent', 'published', 'url'] as const;

const articleData = z.strictObject({
  ...identity,
  ...fieldsOf(article, OWN),
  repostOf: about(
    citation.optional(),
    'Đăng lại từ',
    'Chỉ có khi bài được đăng lại',
    'Where a repost comes from; absent for a text of the ward.',
  ),
  placements: about(
    z.array(
      z.strictObject({
        ...fieldsOf(placement, PLACED),
        airings: about(list(airing), 'Các lần phát', 'Mỗi lần phát một mục', 'Every airing.'),
      }),
    ),
    'Gửi, đăng, phát nơi khác',
    'Những việc đã xảy ra đến ngày lập tệp',
    'What has happened to the text on other channels.',
  ),
  corrections: about(
    z.array(correction),
    'Đính chính',
    'Theo ngày',
    'Corrections made by the date of the file, oldest first.',
  ),
  sample: sampleFlag,
});

const withdrawnData = z.strictObject({
  ...identity,
  ...fieldsOf(article, GONE),
  withdrawn: about(withdrawal, 'Gỡ bài', 'Ngày và lý do', 'When and why it was withdrawn.'),
});

/** `tin-bai/<yyyy>.json`: the articles of a year. */
export const articleYearFile = dataFile({
  year: about(count(2000, 2100), 'Năm', 'Năm đăng', 'Year of publication.'),
  articles: about(
    z.array(articleData),
    'Tin, bài',
    'Mới nhất trước',
    'Articles with a page here, newest first.',
  ),
  withdrawn: about(
    z.array(withdrawnData),
    'Bài đã gỡ',
    'Nơi dùng lại cần gỡ theo',
    'Withdrawn articles: whoever keeps a copy should withdraw it too.',
  ),
});

/** `tin-bai.json`: the years, and the newest articles. */
export const articleIndexFile = dataFile({
  years: about(
    z.array(
      z.strictObject({
        year: about(count(2000, 2100), 'Năm', 'Năm đăng', 'Year.'),
        count: about(count(), 'Số tin, bài', 'Không kể bài đã gỡ', 'How many articles it has.'),
        url: about(
          z.string().startsWith('/'),
          'Tệp của năm',
          'Địa chỉ tệp',
          'Address of its file.',
        ),
      }),
    ),
    'Các năm',
    'Mới nhất trước',
    'A file for each year, newest first.',
  ),
  latest: about(
    z.array(articleData),
    'Mới nhất',
    'Nhiều nhất 30 tin, bài',
    'The newest articles, at most 30.',
  ),
});

/** The years in which articles appeared, newest first. */
export function articleYears({ articlePages }: Edition): number[] {
  return [...new Set(articlePages.map(({ data }) => yearOf(data.date)))];
}

/** The articles of a year. */
export function articleYearData(edition: Edition, year: number): z.infer<typeof articleYearFile> {
  const { asOf } = edition;
  const own = edition.articlePages.filter(({ data }) => yearOf(data.date) === year);
  return {
    ...dataHead(edition),
    year,
    articles: own.filter((entry) => !isWithdrawn(entry, asOf)).map((one) => dataOf(one, asOf)),
    withdrawn: own.flatMap((entry) => {
      const { title, date, withdrawn } = entry.data;
      if (!withdrawn || !isWithdrawn(entry, asOf)) return [];
      return [{ id: entry.id, url: addresses.article(entry), title, date, withdrawn }];
    }),
  };
}

/** The years and the newest articles. */
export function articleIndexData(edition: Edition): z.infer<typeof articleIndexFile> {
  const years = articleYears(edition).map((year) => articleYearData(edition, year));
  return {
    ...dataHead(edition),
    years: years.map(({ year, articles }) => ({
      year,
      count: articles.length,
      url: fileAddress(`tin-bai/${year}`),
    })),
    latest: years.flatMap(({ articles }) => articles).slice(0, LATEST),
  };
}

function dataOf(entry: ArticleEntry, asOf: Day): z.infer<typeof articleData> {
  const { data } = entry;
  return {
    id: entry.id,
    url: addresses.article(entry),
    ...picked(data, OWN),
    ...(data.origin.kind === 'repost' && data.origin.source && { repostOf: data.origin.source }),
    placements: data.placements.flatMap((one) => placementData(one, asOf)),
    corrections: data.corrections
      .filter(({ date }) => date <= asOf)
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    sample: data.sample,
  };
}

/** What has happened on a channel by a date; nothing where nothing has. */
function placementData(
  { channel, sent, published, aired, airings, url }: Placement,
  asOf: Day,
): z.infer<typeof articleData>['placements'] {
  const past = (day: Day | undefined) => day !== undefined && day <= asOf;
  const all = airings.length > 0 || !aired ? airings : [{ date: aired, areas: [] }];
  const heard = all.filter(({ date }) => past(date));
  if (channel === 'web' || !(past(sent) || past(published) || heard.length > 0)) return [];
  return [
    {
      channel,
      ...(past(sent) && { sent }),
      ...(past(published) && { published }),
      airings: heard,
      ...(url && { url }),
    },
  ];
}
