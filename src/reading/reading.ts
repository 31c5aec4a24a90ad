/**
 * How a reader wants the page: size of text, light or dark. It runs before the first paint, so
 * that a page never changes under the eye, and wires the buttons when they are there. Without
 * it the buttons stay hidden and the page follows the reader's device.
 */
(() => {
  const page = document.documentElement;
  const LARGEST = 4;
  const darkDevice = matchMedia('(prefers-color-scheme: dark)');

  /** What was chosen last; nothing where the browser keeps nothing. */
  const kept = (name: string): string | null => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const keep = (name: string, value: string): void => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch {
      // A browser that keeps nothing still applies the choice to this page.
    }
  };
  const apply = (name: 'text' | 'scheme', value: string): void => {
    if (value) page.dataset[name] = value;
    else delete page.dataset[name];
  };
  const size = () => Number(page.dataset['text'] ?? 0);
  const dark = () => (page.dataset['scheme'] ?? (darkDevice.matches ? 'dark' : 'light')) === 'dark';

  page.dataset['script'] = '';
  const text = kept('text') ?? '';
  if (/^[1-4]$/.test(text)) apply('text', text);
  const scheme = kept('scheme') ?? '';
  if (/^(light|dark)$/.test(scheme)) apply('scheme', scheme);

  const resize = (step: number): void => {
    const next = Math.min(Math.max(size() + step, 0), LARGEST);
    const value = next === 0 ? '' : String(next);
    apply('text', value);
    keep('text', value);
  };
  const turn = (): void => {
    const next = dark() ? 'light' : 'dark';
    // What the device says anyway need not be kept: the page goes on following the device.
    const value = (next === 'dark') === darkDevice.matches ? '' : next;
    apply('scheme', value);
    keep('scheme', value);
  };
  /** The address that others can open, which need not be the one this reader came by. */
  const address = (): string =>
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
    location.href.replace(/#.*/, '');
  const copy = async (): Promise<string> => {
    await navigator.clipboard.writeText(address());
    return 'Đã sao chép liên kết.';
  };
  const share = async (): Promise<string> => {
    if (!navigator.share) return copy();
    await navigator.share({ title: document.title, url: address() });
    return '';
  };

  /** Marks what can go no further, and says which scheme is on. */
  const settle = (): void => {
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-do]')) {
      const does = button.dataset['do'];
      if (does === 'smaller') button.ariaDisabled = String(size() === 0);
      if (does === 'larger') button.ariaDisabled = String(size() === LARGEST);
      if (does === 'scheme') button.ariaPressed = String(dark());
    }
  };

  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-do]');
    const does = button?.dataset['do'];
    if (!button || !does) return;
    if (does === 'smaller') resize(-1);
    if (does === 'larger') resize(1);
    if (does === 'scheme') turn();
    if (does === 'print') print();
    if (does === 'share' || does === 'copy') {
      const said = button.closest('.share')?.querySelector('[role=status]');
      (does === 'share' ? share() : copy()).then(
        (message) => said?.replaceChildren(message),
        (error: Error) => {
          if (error.name !== 'AbortError') said?.replaceChildren('Không sao chép được liên kết.');
        },
      );
    }
    settle();
  });
  document.addEventListener('DOMContentLoaded', settle);
  darkDevice.addEventListener('change', settle);
})();
