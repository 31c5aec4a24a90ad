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
  /** Set where several departments reach the number together: how much of it is the own. */
  share?: number;
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

/** The button that opens the panel: who sees one department needs no number of departments. */
export function owedLabel({ departments }: Owed): string {
  const behind = departments.filter(({ channels }) =>
    channels.some(({ rows }) => rows.some(({ missing }) => missing > 0)),
  );
  if (behind.length === 0) return 'Đã đủ chỉ tiêu';
  return departments.length === 1 ? 'Đơn vị còn thiếu' : `Còn thiếu: ${behind.length} đơn vị`;
}

/** The panel: for each department its numbers of the month, met and missing. */
export function owedPanel(owed: Owed): HTMLElement {
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
            dom('ul', {}, ...channel.rows.map((row) => rowItem(row))),
          ),
        ),
      ),
    ),
  );
}

function rowItem(row: OwedRow): HTMLElement {
  return dom(
    'li',
    { class: row.missing > 0 ? 'room-missing' : 'room-met' },
    dom(
      'a',
      { href: row.address, target: '_blank', rel: 'noopener' },
      `${row.number}, ${row.word}`,
    ),
    ` – ${row.demand}, ${row.period} (${row.left})${sharedWords(row)}`,
  );
}

/** Tells a number of several departments from a like one of the own. */
function sharedWords({ share }: OwedRow): string {
  return share === undefined ? '' : `; tính chung nhiều đơn vị, đơn vị này có ${share}`;
}
