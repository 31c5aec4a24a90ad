/**
 * Arrows lead from the box through the links of the results and back; Escape returns to the
 * box. Nothing else changes: links stay links, and Tab goes where it always goes.
 */
export function walkResults(input: HTMLInputElement, results: HTMLElement): void {
  const links = () => [...results.querySelectorAll<HTMLElement>('a')];
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    const [first] = links();
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  results.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape' || (step === -1 && at === 0)) input.focus();
    else if (step !== undefined && at >= 0) all[at + step]?.focus();
    else return;
    event.preventDefault();
  });
}
