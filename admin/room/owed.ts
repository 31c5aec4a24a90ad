import { dom } from './dom.ts';

/** One number a department owes, as the server words it. */
export interface OwedRow {
  demand: string;
  period: string;
  number: string;
  status: string;
  word: string;
  missing: number;
  left: string;
  address: string;
}

/** What is owed this month, by department and channel. */
export interface Owed {
  month: string;
  sample: boolean;
  departments: readonly {
    id: string;
    name: string;
    sentence: string;
    channels: readonly { name: string; rows: readonly OwedRow[] }[];
  }[];
}

/** How many departments still owe something, for the button that opens the panel. */
export function behindCount({ departments }: Owed): number {
  return departments.filter(({ channels }) =>
    channels.some(({ rows }) => rows.some(({ missing }) => missing > 0)),
  ).length;
}

/** The panel: for each department its numbers of the month, met and missing. */
export function owedPanel(owed: Owed, prefix: string): HTMLElement {
  const empty = owed.departments.length === 0;
  return dom(
    'section',
    { class: 'room-section' },
    dom('h2', {}, `Còn thiếu ${owed.month}`),
    owed.sample && dom('p', { class: 'room-note' }, 'Số liệu này có tính nội dung mẫu.'),
    empty && dom('p', {}, 'Không có chỉ tiêu nào trong tháng này.'),
    ...owed.departments.map(({ name, sentence, channels }) =>
      dom(
        'details',
        { open: owed.departments.length === 1 },
        dom('summary', {}, name, dom('span', { class: 'room-note' }, ` ${sentence}`)),
        ...channels.map((channel) =>
          dom(
            'div',
            {},
            dom('h3', {}, channel.name),
            dom('ul', {}, ...channel.rows.map((row) => rowItem(row, prefix))),
          ),
        ),
      ),
    ),
  );
}

function rowItem(row: OwedRow, prefix: string): HTMLElement {
  const href = `${prefix}${row.address}`;
  return dom(
    'li',
    { class: row.missing > 0 ? 'room-missing' : 'room-met' },
    dom('a', { href, target: '_blank', rel: 'noopener' }, `${row.number}, ${row.word}`),
    ` – ${row.demand}, ${row.period} (${row.left})`,
  );
}
