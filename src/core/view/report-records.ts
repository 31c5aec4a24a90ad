import { addresses } from '../address.ts';
import { LAG_VERDICTS, type LagVerdict } from '../plan/lag.ts';
import type { Report } from '../report/report.ts';
import { CHANGE_KINDS, keysOf, PRACTICE_STAGES } from '../schema/vocabulary.ts';
import { enumerate, lowerFirst, upperFirst } from './names.ts';
import {
  type Block,
  type Cell,
  columns,
  dayCell,
  numberText,
  type ReportSection,
  type ReportTable,
} from './report-document.ts';
import { departmentsText } from './report-wording.ts';

/** Section IV: practices, commendations and changed procedures. */
export function recordsSection(report: Report): ReportSection {
  return {
    id: 'mo-hinh',
    title: 'IV. Mô hình hay, biểu dương, thay đổi thủ tục hành chính',
    blocks: [
      { kind: 'heading', text: '1. Mô hình, sáng kiến được giới thiệu' },
      ...practiceBlocks(report),
      { kind: 'heading', text: '2. Biểu dương' },
      {
        kind: 'lines',
        label: 'Tập thể, cá nhân được biểu dương trong kỳ:',
        lines: 2,
      },
      { kind: 'heading', text: '3. Đăng thay đổi thủ tục hành chính' },
      ...changeBlocks(report),
    ],
  };
}

function practiceBlocks({ store, practices }: Report): Block[] {
  if (practices.length === 0) {
    return [{ kind: 'paragraph', text: 'Trong kỳ chưa giới thiệu mô hình, sáng kiến nào.' }];
  }
  const table: ReportTable = {
    id: 'mo-hinh-hay',
    caption: 'Mô hình, sáng kiến được giới thiệu trong kỳ',
    sheet: 'Mô hình',
    columns: [
      columns.number('TT', 10),
      columns.link('Tên mô hình, sáng kiến', 56),
      columns.text('Đơn vị', 34),
      columns.day('Bắt đầu', 22),
      columns.short('Giai đoạn', 21),
      columns.day('Giới thiệu', 22),
    ],
    rows: practices.map(({ id, data }, index): Cell[] => [
      index + 1,
      { text: data.title, address: addresses.practice(id) },
      departmentsText(store, data.departments),
      dayCell(data.start),
      PRACTICE_STAGES[data.stage],
      dayCell(data.date),
    ]),
  };
  return [{ kind: 'table', table }];
}

function changeBlocks(report: Report): Block[] {
  const { lags } = report.lags;
  if (lags.length === 0) {
    return [{ kind: 'paragraph', text: 'Trong kỳ không đăng thay đổi thủ tục hành chính nào.' }];
  }
  const table: ReportTable = {
    id: 'thay-doi-thu-tuc',
    caption: 'Thủ tục hành chính thay đổi đã đăng trong kỳ',
    sheet: 'Thay đổi thủ tục',
    columns: [
      columns.short('Loại', 17),
      columns.short('Mã', 20),
      columns.link('Tên thủ tục', 35),
      columns.short('Quyết định', 21),
      columns.day('Nhận', 22),
      columns.day('Đăng', 22),
      columns.number('Số ngày', 12),
      columns.short('Đánh giá', 16),
    ],
    rows: lags
      .toReversed()
      .flatMap(({ entry, since, days, verdict }) =>
        entry.data.procedures.map((procedure): Cell[] => [
          CHANGE_KINDS[procedure.kind],
          procedure.code,
          { text: procedure.name, address: addresses.procedureChange(entry.id) },
          entry.data.decision.number,
          dayCell(since),
          dayCell(entry.data.date),
          days,
          upperFirst(LAG_VERDICTS[verdict]),
        ]),
      ),
  };
  return [
    { kind: 'paragraph', text: changesSentence(report) },
    { kind: 'table', table },
  ];
}

/** How many changes of which kind, how soon; «Nhận» is the decision's day where none is known. */
function changesSentence({ store, lags: { lags, average = 0, byVerdict } }: Report): string {
  const changed = lags.flatMap(({ entry }) => entry.data.procedures);
  const kinds = keysOf(CHANGE_KINDS).flatMap((kind) => {
    const count = changed.filter((one) => one.kind === kind).length;
    return count > 0 ? [`${count} ${lowerFirst(CHANGE_KINDS[kind])}`] : [];
  });
  const { publishDays, lateDays } = store.ward.thresholds;
  const limits: Record<LagVerdict, string> = {
    timely: `trong ${publishDays} ngày`,
    slow: `từ ${publishDays + 1} đến ${lateDays} ngày`,
    late: `quá ${lateDays} ngày`,
  };
  const verdicts = (Object.keys(limits) as LagVerdict[]).map(
    (verdict) => `${byVerdict[verdict]} ${LAG_VERDICTS[verdict]} (${limits[verdict]})`,
  );
  const unknown = lags.filter(({ received }) => !received).length;
  const stand =
    unknown > 0 ? ` ${unknown} quyết định chưa ghi ngày nhận, tính từ ngày ký quyết định.` : '';
  return `Trong kỳ đã đăng ${lags.length} thông báo với ${changed.length} thủ tục thay đổi: ${enumerate(kinds)}. Từ khi nhận quyết định công bố đến khi đăng trung bình ${numberText(Math.round(average * 10) / 10)} ngày; trong ${lags.length} thông báo có ${enumerate(verdicts)}.${stand}`;
}
