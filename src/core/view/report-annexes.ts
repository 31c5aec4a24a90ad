import { addresses } from '../address.ts';
import { PROGRESS } from '../plan/state.ts';
import type { Tally } from '../quota/tally.ts';
import type { Report } from '../report/report.ts';
import { STATUSES } from '../schema/vocabulary.ts';
import { dueText } from './due-wording.ts';
import { upperFirst } from './names.ts';
import { proofAddress } from './quota-cell.ts';
import {
  type Cell,
  columns,
  dayCell,
  type ReportAnnex,
  type ReportTable,
} from './report-document.ts';
import { activitiesTable, airingsTable, postsTable } from './report-lists.ts';
import { demandText, leadsText, periodText, subjectText, tallyNote } from './report-wording.ts';
import { taskAnchor } from './task-link.ts';

const NUMERALS = ['I', 'II', 'III', 'IV', 'V'];

/**
 * The annexes. The text refers to the first two by number, so they are always there; the lists
 * follow where there is anything to list.
 */
export function annexesOf(report: Report): ReportAnnex[] {
  const lists = [postsTable(report), airingsTable(report), activitiesTable(report)];
  const tables = [
    talliesTable(report),
    tasksTable(report),
    ...lists.filter(({ rows }) => rows.length > 0),
  ];
  return tables.map((table, index) => ({
    id: `phu-luc-${index + 1}`,
    number: `Phụ lục ${NUMERALS[index] ?? ''}`,
    title: table.caption,
    table,
  }));
}

/** Every tally that the report tells of: the numbers behind section I. */
function talliesTable(report: Report): ReportTable {
  const { store, rules, tracked } = report;
  const row = (demand: string, tally: Tally): Cell[] => [
    demand,
    subjectText(store, tally.subject),
    { text: periodText(tally.period), address: proofAddress(tally) },
    dayCell(tally.from),
    dayCell(tally.to),
    tally.required === null ? '' : tally.required,
    tally.actual,
    upperFirst(STATUSES[tally.status]),
    tallyNote(store, tally, report.span.until),
  ];
  return {
    id: 'so-lieu-chi-tieu',
    caption: 'Số liệu từng chỉ tiêu theo đơn vị và kỳ',
    sheet: 'PL1 Chỉ tiêu theo kỳ',
    columns: [
      columns.text('Chỉ tiêu', 56),
      columns.text('Đơn vị', 38),
      columns.link('Kỳ', 23),
      columns.day('Từ ngày', 22),
      columns.day('Đến ngày', 22),
      columns.number('Phải đạt', 13),
      columns.number('Đã làm', 13),
      columns.short('Kết quả', 20),
      columns.text('Ghi chú', 45),
    ],
    rows: [
      ...rules.flatMap(({ rule, subjects }) =>
        subjects.flatMap(({ tallies }) => tallies.map((one) => row(demandText(rule), one))),
      ),
      ...tracked.flatMap(({ rule, tallies }) => tallies.map((one) => row(demandText(rule), one))),
    ],
  };
}

/** Every task of the plan with its state and what it follows from. */
function tasksTable({ store, tasks }: Report): ReportTable {
  return {
    id: 'tinh-trang-nhiem-vu',
    caption: 'Tình trạng từng nhiệm vụ của kế hoạch',
    sheet: 'PL2 Nhiệm vụ',
    columns: [
      columns.link('Số', 18),
      columns.text('Nhiệm vụ', 82),
      columns.text('Chủ trì', 42),
      columns.text('Thời hạn', 32),
      columns.short('Tình trạng', 20),
      columns.text('Căn cứ', 44),
      columns.number('Minh chứng', 14),
    ],
    rows: tasks.map(({ plan, task, judgement, evidence }): Cell[] => {
      const { text, computed } = dueText(task);
      return [
        { text: task.no, address: `${addresses.plan(plan.id)}#${taskAnchor(task.no)}` },
        task.text,
        leadsText(store, task),
        computed ? `${text} (${computed})` : text,
        judgement ? upperFirst(PROGRESS[judgement.state]) : 'Đề nghị, không đánh giá',
        judgement?.reason ?? '',
        evidence.length,
      ];
    }),
  };
}
