import { longDate, shortDate } from '../calendar/wording.ts';
import { PROGRESS, type Progress } from '../plan/state.ts';
import type { Report } from '../report/report.ts';
import type { RuleResult, Totals, TrackedResult } from '../report/results.ts';
import { sumOf } from '../report/results.ts';
import { RULE_PERIODS } from '../schema/quota.ts';
import { upperFirst } from './names.ts';
import {
  type Block,
  type Cell,
  columns,
  type ReportSection,
  type ReportTable,
  withTotal,
} from './report-document.ts';
import { demandText, resultText, subjectText } from './report-wording.ts';

/** Section I: what the plan asked for and what was reached. */
export function resultsSection(report: Report): ReportSection {
  return {
    id: 'ket-qua',
    title: 'I. Kết quả thực hiện kế hoạch',
    blocks: [
      { kind: 'heading', text: '1. Kết quả từng chỉ tiêu' },
      ...requiredBlocks(report),
      ...trackedBlocks(report),
      { kind: 'heading', text: '2. Kết quả thực hiện nhiệm vụ' },
      ...taskBlocks(report),
    ],
  };
}

function requiredBlocks({ store, rules }: Report): Block[] {
  if (rules.length === 0) {
    return [
      {
        kind: 'paragraph',
        text: 'Kế hoạch không có chỉ tiêu bắt buộc nào tính trong kỳ báo cáo.',
      },
    ];
  }
  const all = sumOf(rules);
  const others = alternativesTable(rules);
  return [
    { kind: 'paragraph', text: `${requiredSentence(rules.length, all)}` },
    { kind: 'table', table: requiredTable(store, rules) },
    ...(others
      ? [
          {
            kind: 'paragraph' as const,
            text: 'Chỉ tiêu có thể hiểu theo cách khác thì kết quả theo từng cách hiểu như sau:',
          },
          { kind: 'table' as const, table: others },
        ]
      : []),
  ];
}

function requiredSentence(count: number, all: Totals): string {
  const parts = [
    `đạt ${all.met}`,
    `thiếu ${all.short}`,
    ...(all.open > 0 ? [`đang thực hiện ${all.open}`] : []),
    ...(all.upcoming > 0 ? [`chưa đến kỳ ${all.upcoming}`] : []),
  ];
  return `Có ${count} chỉ tiêu bắt buộc tính trong kỳ báo cáo. Mỗi đơn vị trong mỗi kỳ tính là một lượt đánh giá; có ${all.periods} lượt: ${parts.join(', ')}.`;
}

function requiredTable(store: Report['store'], rules: readonly RuleResult[]): ReportTable {
  const table: ReportTable = {
    id: 'chi-tieu-bat-buoc',
    caption: 'Kết quả từng chỉ tiêu bắt buộc',
    sheet: 'Chỉ tiêu',
    columns: [
      columns.merged('Chỉ tiêu', 33),
      columns.text('Đơn vị', 27),
      columns.number('Phải đạt mỗi kỳ', 14),
      columns.sum('Số lượt', 11),
      columns.sum('Đạt', 11),
      columns.sum('Thiếu', 14),
      columns.sum('Chưa xong', 13),
      columns.sum('Đã làm', 12),
      columns.text('Kết quả', 30),
    ],
    rows: rules.flatMap(({ rule, subjects }) =>
      subjects.map(({ subject, tallies, totals }): Cell[] => [
        demandText(rule),
        subjectText(store, subject),
        rule.min ?? null,
        totals.periods,
        totals.met,
        totals.short,
        totals.open + totals.upcoming,
        totals.actual,
        resultText(totals, tallies),
      ]),
    ),
  };
  return withTotal(table, 'Cộng');
}

function alternativesTable(rules: readonly RuleResult[]): ReportTable | undefined {
  const read = rules.filter(({ alternatives }) => alternatives.length > 0);
  if (read.length === 0) return undefined;
  const row = (rule: RuleResult, label: string, totals: Totals): Cell[] => [
    demandText(rule.rule),
    label,
    totals.periods,
    totals.met,
    totals.short,
    totals.open + totals.upcoming,
    totals.actual,
    totals.lacking,
  ];
  return {
    id: 'cach-hieu-khac',
    caption: 'Kết quả theo từng cách hiểu chỉ tiêu',
    sheet: 'Cách hiểu khác',
    columns: [
      columns.merged('Chỉ tiêu', 36),
      columns.text('Cách hiểu', 54),
      columns.number('Số lượt', 12),
      columns.number('Đạt', 11),
      columns.number('Thiếu', 14),
      columns.number('Chưa xong', 13),
      columns.number('Đã làm', 12),
      columns.number('Còn thiếu', 13),
    ],
    rows: read.flatMap((one) => [
      row(one, 'Cách tính đang dùng', one.totals),
      ...one.alternatives.map(({ label, totals }) => row(one, label, totals)),
    ]),
  };
}

function trackedBlocks({ store, tracked, span }: Report): Block[] {
  if (tracked.length === 0) return [];
  const table: ReportTable = {
    id: 'chi-tieu-theo-doi',
    caption: 'Chỉ tiêu theo dõi, không đánh giá đạt hay thiếu',
    sheet: 'Chỉ tiêu theo dõi',
    columns: [
      columns.merged('Chỉ tiêu', 62),
      columns.text('Đơn vị', 49),
      columns.number('Đã làm', 14),
      columns.text('Ghi chú', 40),
    ],
    rows: tracked.map((one): Cell[] => [
      demandText(one.rule),
      subjectText(store, one.subject),
      one.actual,
      trackedNote(one, span.until),
    ]),
  };
  return [
    {
      kind: 'paragraph',
      text: 'Những việc kế hoạch giao mà không ghi số lượng được đếm để theo dõi:',
    },
    { kind: 'table', table },
  ];
}

/** What stretch of time a tracked number is of. */
function trackedNote({ rule, tallies }: TrackedResult, until: string): string {
  const [first] = tallies;
  if (!first) return '';
  if (first.to > until && tallies.length === 1) {
    return `Lũy kế từ ${shortDate(first.from)} đến ${shortDate(until)}`;
  }
  return tallies.length === 1
    ? `Cả ${RULE_PERIODS[rule.period]}`
    : `Cộng ${tallies.length} ${RULE_PERIODS[rule.period]}`;
}

function taskBlocks({ share, plans, span }: Report): Block[] {
  if (plans.length === 0) {
    return [{ kind: 'paragraph', text: 'Chưa có kế hoạch của năm báo cáo trên chuyên mục.' }];
  }
  const states = Object.keys(PROGRESS) as Progress[];
  const asked =
    share.requested > 0
      ? ` Ngoài ra có ${share.requested} nội dung đề nghị cơ quan khác phối hợp, không đánh giá.`
      : '';
  const table: ReportTable = {
    id: 'nhiem-vu-theo-tinh-trang',
    caption: 'Số nhiệm vụ theo tình trạng',
    sheet: 'Tình trạng nhiệm vụ',
    columns: [columns.text('Tình trạng', 120), columns.sum('Số nhiệm vụ', 45)],
    rows: states
      .filter((state) => share.byState[state] > 0)
      .map((state): Cell[] => [upperFirst(PROGRESS[state]), share.byState[state]]),
  };
  return [
    {
      kind: 'paragraph',
      text: `Đến ${longDate(span.until)} đã xong ${share.done}/${share.total} nhiệm vụ của kế hoạch.${asked} Tình trạng suy ra từ tin, bài, hoạt động đã đăng và từ thời hạn; từng nhiệm vụ ở Phụ lục II.`,
    },
    { kind: 'table', table: withTotal(table, 'Cộng') },
  ];
}
