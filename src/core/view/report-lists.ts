import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Airing } from '../report/posts.ts';
import type { Report } from '../report/report.ts';
import { heldOn } from '../schema/activity.ts';
import type { Placement } from '../schema/article.ts';
import { ACTIVITY_KINDS, CHANNELS, EVENTS, GENRES, ORIGINS } from '../schema/vocabulary.ts';
import type { ArticleEntry } from '../store/store.ts';
import { departmentLink } from './names.ts';
import { type Cell, columns, dayCell, type ReportTable } from './report-document.ts';

/** Every article that something happened to in the span. */
export function postsTable({ store, posts, span }: Report): ReportTable {
  return {
    id: 'danh-muc-tin-bai',
    caption: 'Danh mục tin, bài đã đăng, gửi, phát trong kỳ',
    sheet: 'Danh mục tin, bài',
    columns: [
      columns.number('TT', 10),
      columns.day('Ngày đăng', 22),
      columns.text('Tên tin, bài', 62),
      columns.short('Thể loại', 15),
      columns.short('Nguồn', 15),
      columns.text('Đơn vị', 34),
      columns.text('Gửi, đăng, phát nơi khác', 40),
      columns.link('Địa chỉ', 54),
    ],
    rows: posts.map((entry, index): Cell[] => [
      index + 1,
      entry.data.web ? dayCell(entry.data.date) : '',
      entry.data.title,
      GENRES[entry.data.genre],
      ORIGINS[entry.data.origin.kind],
      departmentLink(store, entry.data.department).label,
      placementsText(entry, span.until),
      addressCell(entry),
    ]),
  };
}

/** Every airing on the loudspeakers in the span. */
export function airingsTable({ store, airings }: Report): ReportTable {
  return {
    id: 'danh-muc-luot-phat',
    caption: 'Danh mục lượt phát thanh trong kỳ',
    sheet: 'Danh mục lượt phát',
    columns: [
      columns.number('TT', 10),
      columns.day('Ngày phát', 22),
      columns.short('Giờ', 14),
      columns.text('Tên tin, bài', 72),
      columns.text('Đơn vị', 38),
      columns.number('Phút', 13),
      columns.text('Địa bàn', 29),
      columns.link('Địa chỉ', 54),
    ],
    rows: airings.map((airing, index): Cell[] => [
      index + 1,
      dayCell(airing.date),
      airing.time ?? '',
      airing.entry.data.title,
      departmentLink(store, airing.entry.data.department).label,
      airing.minutes ?? null,
      areasText(airing),
      addressCell(airing.entry),
    ]),
  };
}

/** Every activity whose (last) day lies in the span. */
export function activitiesTable({ store, activities }: Report): ReportTable {
  return {
    id: 'danh-muc-hoat-dong',
    caption: 'Danh mục hoạt động trong kỳ',
    sheet: 'Danh mục hoạt động',
    columns: [
      columns.number('TT', 10),
      columns.day('Ngày', 22),
      columns.text('Loại', 32),
      columns.text('Tên hoạt động', 62),
      columns.text('Đơn vị', 36),
      columns.text('Địa điểm', 30),
      columns.number('Số người', 14),
      columns.link('Địa chỉ', 46),
    ],
    rows: activities.map(({ id, data }, index): Cell[] => [
      index + 1,
      dayCell(heldOn(data)),
      ACTIVITY_KINDS[data.kind],
      data.title,
      departmentLink(store, data.department).label,
      data.place ?? '',
      data.participants ?? null,
      { text: addresses.activity(id), address: addresses.activity(id) },
    ]),
  };
}

/** Where an airing was heard. */
export function areasText({ areas }: Pick<Airing, 'areas'>): string {
  return areas.length > 0 ? areas.join(', ') : 'Toàn địa bàn';
}

/** The article's page, by its address; texts that are only aired have none. */
function addressCell(entry: ArticleEntry): Cell {
  if (!entry.data.web) return 'Không đăng trên chuyên mục';
  const address = addresses.article(entry);
  return { text: address, address };
}

/** `Truyền thanh: gửi 03/8/2026, phát 05/8/2026, 12/8/2026`; what is dated later is not there yet. */
function placementsText({ data }: ArticleEntry, until: Day): string {
  return data.placements
    .filter(({ channel }) => channel !== 'web')
    .flatMap((placement) => placementText(placement, until))
    .join('; ');
}

function placementText(placement: Placement, until: Day): string[] {
  const { channel, sent, published, aired, airings } = placement;
  const parts = [
    happened(EVENTS.sent, [sent], until),
    happened(EVENTS.published, [published], until),
    happened(EVENTS.aired, airings.length > 0 ? airings.map(({ date }) => date) : [aired], until),
  ].filter(Boolean);
  return parts.length > 0 ? [`${CHANNELS[channel]}: ${parts.join(', ')}`] : [];
}

function happened(event: string, days: readonly (Day | undefined)[], until: Day): string {
  const known = new Set(days.filter((day) => day !== undefined && day <= until) as Day[]);
  return known.size > 0 ? `${event} ${[...known].map(shortDate).join(', ')}` : '';
}
