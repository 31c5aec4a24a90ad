import { monthsBetween } from '../calendar/day.ts';
import { issuedPlans } from '../plan/in-force.ts';
import { publicationLags } from '../plan/lag.ts';
import { type ActivityKind, CHANGE_KINDS, keysOf } from '../schema/vocabulary.ts';
import { type ArticleEntry, existing, type Store } from '../store/store.ts';
import type { Breakdown } from './breakdown.ts';
import { heading, type Indicator, numbered, part } from './indicator.ts';
import { channelIndicators } from './indicator-channels.ts';
import { within } from './posts.ts';
import type { Register } from './register.ts';
import { type ReportSpan, yearOfSpan } from './span.ts';

/** What the table of indicators is computed from. */
export interface IndicatorFacts {
  store: Store;
  /** Articles that exist and were not withdrawn. */
  articles: readonly ArticleEntry[];
  breakdown: Breakdown;
  register: Register;
  span: ReportSpan;
}

/**
 * The eighteen indicators of a ward's report. Only what the content shows is a number; what it
 * cannot show is left blank for the officer.
 */
export function indicatorsOf(facts: IndicatorFacts): Indicator[] {
  const { register } = facts;
  return [
    ...planIndicators(facts),
    ...channelIndicators(facts),
    ...printIndicators(register),
    ...meetingIndicators(register),
    ...recordIndicators(facts),
    numbered(
      '18',
      'Kiểm tra công tác tuyên truyền (lồng ghép trong kiểm tra CCHC)',
      'cuộc',
      times(register, 'inspection'),
    ),
  ];
}

function planIndicators({ store, span }: IndicatorFacts): Indicator[] {
  const year = yearOfSpan(span);
  const issued = issuedPlans(store, span.until).filter(({ data }) => data.year === year).length;
  return [
    numbered('1', `Kế hoạch tuyên truyền CCHC năm ${year} đã ban hành`, 'kế hoạch', issued),
    part(
      'Đơn vị đã ban hành kế hoạch riêng trên tổng số đơn vị',
      'đơn vị',
      null,
      'Ghi tay theo văn bản của các đơn vị',
    ),
  ];
}

function printIndicators(register: Register): Indicator[] {
  return [
    numbered(
      '8',
      'Đợt tuyên truyền trực quan (băng rôn, khẩu hiệu, pano, áp phích, màn hình LED)',
      'đợt',
      times(register, 'visual'),
    ),
    part('Số băng rôn, khẩu hiệu, pano, áp phích; số lượt màn hình LED', 'cái, lượt', null),
    numbered('9', 'Đợt phát hành tờ rơi, tờ gấp, tài liệu', 'đợt', times(register, 'publication')),
    part('Số tờ rơi, tờ gấp, tài liệu đã phát', 'tờ', null),
  ];
}

function meetingIndicators(register: Register): Indicator[] {
  return [
    numbered('10', 'Hội nghị, lớp tập huấn', 'buổi', times(register, 'training')),
    people('Lượt người dự hội nghị, tập huấn', register, ['training']),
    heading('11', 'Tọa đàm, đối thoại'),
    part('Tọa đàm, hội thảo', 'cuộc', times(register, 'seminar')),
    part('Đối thoại với người dân, doanh nghiệp', 'cuộc', times(register, 'dialogue')),
    people('Lượt người dự tọa đàm, đối thoại', register, ['seminar', 'dialogue']),
    numbered(
      '12',
      'Lồng ghép trong họp dân, sinh hoạt chi bộ, phổ biến, giáo dục pháp luật',
      'buổi',
      times(register, 'meeting'),
    ),
    numbered('13', 'Cuộc thi đã tổ chức, hưởng ứng', 'cuộc', times(register, 'contest')),
    part('Bài dự thi', 'bài', null),
  ];
}

function recordIndicators({ store, span }: IndicatorFacts): Indicator[] {
  const practices = existing(store.practices, span.until).filter(({ data }) =>
    within(span, data.date),
  );
  const scaled = practices.filter(({ data }) => data.stage === 'scaled').length;
  const { lags, average } = publicationLags(store, span.until, { from: span.from, to: span.until });
  const changed = lags.flatMap(({ entry }) => entry.data.procedures);
  return [
    numbered('14', 'Mô hình, sáng kiến được giới thiệu', 'mô hình', practices.length),
    part('Trong đó: đang nhân rộng', 'mô hình', scaled),
    numbered('15', 'Thủ tục hành chính thay đổi đã đăng', 'TTHC', changed.length),
    ...keysOf(CHANGE_KINDS).map((kind) =>
      part(CHANGE_KINDS[kind], 'TTHC', changed.filter((one) => one.kind === kind).length),
    ),
    part(
      'Số ngày trung bình từ khi nhận quyết định công bố đến khi đăng',
      'ngày',
      average === undefined ? null : Math.round(average * 10) / 10,
      average === undefined ? 'Không đăng thay đổi nào trong kỳ' : undefined,
    ),
    heading('16', 'Biểu dương; phản ánh'),
    part('Gương điển hình được biểu dương', 'lượt', null),
    part('Phản ánh đã nêu', 'lượt', null),
    part('Phản ánh đã được trả lời', 'lượt', null),
    apologies(store, span),
  ];
}

/** Letters of apology are known for the months that somebody wrote down, and no others. */
function apologies({ lateFiles }: Store, span: ReportSpan): Indicator {
  const months = monthsBetween(span.from, span.until);
  const known = lateFiles.months.filter(
    ({ month, apologies: sent }) => months.includes(month) && sent !== undefined,
  );
  const sum = known.reduce((total, { apologies: sent }) => total + (sent ?? 0), 0);
  const partly = known.length > 0 && known.length < months.length;
  return numbered(
    '17',
    'Văn bản xin lỗi người dân, tổ chức',
    'văn bản',
    known.length === 0 ? null : sum,
    partly ? `Mới có số liệu ${known.length}/${months.length} tháng` : undefined,
  );
}

function times(register: Register, kind: ActivityKind): number | null {
  return register.keepsActivity(kind) ? register.held(kind).length : null;
}

function people(label: string, register: Register, kinds: readonly ActivityKind[]): Indicator {
  const held = kinds.flatMap((kind) => register.held(kind));
  const known = held.filter(({ data }) => data.participants !== undefined);
  const kept = kinds.every((kind) => register.keepsActivity(kind));
  const nobody = held.length === 0 ? !kept : known.length === 0;
  const sum = known.reduce((total, { data }) => total + (data.participants ?? 0), 0);
  const partly = `Mới ghi số người dự của ${known.length}/${held.length} buổi, cuộc`;
  return part(
    label,
    'lượt người',
    nobody ? null : sum,
    !nobody && known.length < held.length ? partly : undefined,
  );
}
