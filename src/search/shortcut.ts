/** Where the browser keeps that the reader does not want the key. */
const STORED = 'phim-tim-kiem';

/** Whether `/` opens the search; a key alone must be one that can be turned off (WCAG 2.1.4). */
export function shortcutIsOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'tat';
  } catch {
    return true;
  }
}

/** Brings the box to life that turns the key on and off; where nothing is kept it stays hidden. */
export function offerShortcut(label: HTMLElement): void {
  const box = label.querySelector('input');
  if (!box || !('localStorage' in window)) return;
  box.checked = shortcutIsOn();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(STORED, box.checked ? 'bat' : 'tat');
    } catch {
      box.checked = true;
    }
  });
  label.hidden = false;
}
