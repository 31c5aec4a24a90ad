import { shortcutIsOn } from './shortcut.ts';

/** `/` opens the search from every page, unless the reader is typing or has turned it off. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const { tagName, isContentEditable } = event.target as HTMLElement;
  if (isContentEditable || /^(input|textarea|select)$/i.test(tagName)) return;
  const input = document.querySelector<HTMLInputElement>('input[type=search][name=q]');
  if (!input?.form || !shortcutIsOn()) return;
  event.preventDefault();
  input.focus();
  input.select();
  // Where the header has no room for the box, the search page has one.
  if (document.activeElement !== input) location.assign(`${input.form.action}#q`);
});
