import { longDate } from '../calendar/wording.ts';
import { PROGRESS } from '../plan/state.ts';
import type { Report } from '../report/report.ts';
import { lackingOf } from '../report/results.ts';
import { spanName } from '../report/span.ts';
import { enumerate, momentName, upperFirst } from './names.ts';
import {
  type Block,
  type Cell,
  columns,
  dayCell,
  type ReportSection,
  type ReportTable,
} from './report-document.ts';
import { demandText, leadsText, membersText, periodsText, subjectText } from './report-wording.ts';

/** Section VI: what is owed from now to the end of the next period. */
export function dutiesSection(report: Report): ReportSection {
  const { duties } = report;
  const nothing = duties.quotas.length === 0 && duties.tasks.length === 0;
  const days = `từ ${longDate(duties.from)} đến hết ${lastOf(duties.next)}`;
  const parts: [string, ReportTable][] = [
    ['Chỉ tiêu', quotaTable(report)],
    ['Nhiệm vụ đến hạn', taskTable(report)],
    ['Báo cáo', reportTable(report)],
  ];
  return {
    id: 'ky-toi',
    title: 'VI. Nhiệm vụ kỳ tiếp theo',
    blocks: [
      {
        kind: 'paragraph',
        text: nothing
          ? `Kế hoạch hiện có không ghi chỉ tiêu, nhiệm vụ nào đến hạn ${days}.`
          : `Chỉ tiêu, nhiệm vụ, báo cáo đến hạn ${days} mà chưa xong:`,
      },
      ...parts
        .filter(([, { rows }]) => rows.length > 0)
        .flatMap(([name, table], index): Block[] => [
          { kind: 'heading', text: `${index + 1}. ${name}` },
          { kind: 'table', table },
        ]),
      { kind: 'lines', label: 'Kiến nghị, đề xuất:', lines: 3 },
    ],
  };
}

/** A period by its name, a run of days by its last one. */
function lastOf(next: Report['duties']['next']): string {
  return next.kind === 'window' ? longDate(next.to) : spanName(next);
}

function quotaTable({ store, duties }: Report): ReportTable {
  return {
    id: 'chi-tieu-ky-toi',
    caption: 'Chỉ tiêu còn phải thực hiện',
    sheet: 'Chỉ tiêu kỳ tới',
    columns: [
      columns.merged('Chỉ tiêu', 45),
      columns.text('Đơn vị', 43),
      columns.text('Kỳ', 38),
      columns.number('Phải đạt', 13),
      columns.number('Đã làm', 13),
      columns.number('Còn thiếu', 13),
    ],
    rows: duties.quotas.map(({ rule, subject, tallies }): Cell[] => [
      demandText(rule),
      subjectText(store, subject),
      periodsText(tallies),
      tallies.reduce((sum, { required }) => sum + (required ?? 0), 0),
      tallies.reduce((sum, { actual }) => sum + actual, 0),
      lackingOf(tallies),
    ]),
  };
}

function taskTable({ store, duties }: Report): ReportTable {
  return {
    id: 'nhiem-vu-ky-toi',
    caption: 'Nhiệm vụ đến hạn',
    sheet: 'Nhiệm vụ kỳ tới',
    columns: [
      columns.short('Số', 17),
      columns.text('Nhiệm vụ', 66),
      columns.text('Chủ trì', 38),
      columns.day('Hạn', 22),
      columns.short('Tình trạng', 22),
    ],
    rows: duties.tasks.map(({ progress, day }): Cell[] => {
      const { task, judgement } = progress;
      return [
        task.no,
        task.text,
        leadsText(store, task),
        dayCell(day),
        judgement ? upperFirst(PROGRESS[judgement.state]) : '',
      ];
    }),
  };
}

function reportTable({ store, duties }: Report): ReportTable {
  const dated = duties.reports.map(({ duty, period, day }): Cell[] => [
    duty.label,
    momentName(period),
    membersText(store, duty.from),
    duty.receiver,
    dayCell(day),
  ]);
  const undated = duties.undated.map(({ duty, periods }): Cell[] => [
    duty.label,
    periods.length > 0 ? enumerate(periods.map(momentName)) : 'Kế hoạch không ghi kỳ',
    membersText(store, duty.from),
    duty.receiver,
    'Kế hoạch không ghi',
  ]);
  return {
    id: 'bao-cao-ky-toi',
    caption: 'Báo cáo phải gửi',
    sheet: 'Báo cáo phải gửi',
    columns: [
      columns.text('Báo cáo', 45),
      columns.text('Kỳ', 29),
      columns.text('Đơn vị báo cáo', 40),
      columns.text('Nơi nhận', 29),
      columns.day('Hạn gửi', 22),
    ],
    rows: [...dated, ...undated],
  };
}
