import { button, dom } from './dom.ts';

/** One thing that keeps an entry from being saved. */
export interface NamedFault {
  /** The names from the top of the form down to the field: `Gửi, đăng › mục 1 › Kênh`. */
  where: string;
  message: string;
}

/** What has to be mended before the entry is saved; each line leads to its field. */
export function faultsPanel(faults: readonly NamedFault[]): HTMLElement {
  return dom(
    'section',
    { class: 'room-section room-alert' },
    dom('h2', {}, `Chưa lưu, còn ${faults.length} chỗ cần sửa`),
    dom(
      'ol',
      {},
      ...faults.map(({ where, message }) =>
        dom(
          'li',
          {},
          button(where, () => showField(where), 'room-link'),
          ` ${message}`,
        ),
      ),
    ),
  );
}

/** Scrolls to the field of the topmost name and puts the cursor into it. */
function showField(where: string): void {
  const [name = ''] = where.split(' › ');
  const labels = [...document.querySelectorAll<HTMLLabelElement>('#nc-root label[for]')];
  const label = labels.find((one) => (one.textContent ?? '').trim().startsWith(name));
  const field = label && document.getElementById(label.htmlFor);
  (label ?? field)?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
