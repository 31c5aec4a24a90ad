import { fromIndex, toIndex } from '../core/text/search-spelling.ts';

/** The part of Pagefind's browser interface that is used here. */
interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<Found> }[] }>;
}

interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

const SHOWN = 20;
const PAUSE_MS = 200;

/** Brings the search form to life; without this script it explains itself and links on. */
function mount(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=search]');
  const status = document.getElementById('search-status');
  const list = document.getElementById('search-results');
  const base = form.dataset['base'] ?? '/';
  if (!input || !status || !list) return;
  let engine: Promise<Pagefind> | undefined;
  let turn = 0;
  let pause = 0;

  const run = async () => {
    const query = input.value.trim();
    turn += 1;
    const mine = turn;
    const address = query ? `?q=${encodeURIComponent(query)}` : location.pathname;
    history.replaceState(null, '', address);
    if (!query) return show(status, list, '', []);
    status.textContent = 'Đang tìm…';
    try {
      engine ??= load(base);
      const { results } = await (await engine).search(toIndex(query));
      const found = await Promise.all(results.slice(0, SHOWN).map((one) => one.data()));
      if (mine === turn) show(status, list, summary(query, results.length), found);
    } catch {
      engine = undefined;
      if (mine === turn) {
        show(status, list, 'Chưa tải được bộ tìm kiếm. Hãy thử lại, hoặc xem sơ đồ trang.', []);
      }
    }
  };

  input.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => void run(), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    input.value = asked;
    void run();
  }
}

async function load(base: string): Promise<Pagefind> {
  return import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>;
}

function summary(query: string, count: number): string {
  if (count === 0) {
    return `Không tìm thấy kết quả cho “${query}”. Hãy thử ít từ hơn, hoặc tên khác của việc cần tìm.`;
  }
  const shown = count > SHOWN ? `, hiện ${SHOWN} kết quả đầu` : '';
  return `${count} kết quả cho “${query}”${shown}.`;
}

function show(status: HTMLElement, list: HTMLElement, text: string, found: readonly Found[]): void {
  status.textContent = text;
  list.replaceChildren(...found.map(item));
}

function item({ url, excerpt, meta }: Found): HTMLLIElement {
  const element = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = fromIndex(meta['title'] ?? url);
  const about = document.createElement('p');
  about.className = 'meta';
  const date = meta['ngay']?.split('-').reverse().join('/');
  about.textContent = [meta['loai'], meta['so'], date]
    .filter(Boolean)
    .map((one) => fromIndex(one ?? ''))
    .join(' · ');
  const text = document.createElement('p');
  text.append(...marked(fromIndex(excerpt)));
  element.append(link, about, text);
  return element;
}

/** An excerpt as nodes: marks become elements, everything else stays text. */
function marked(excerpt: string): (Node | string)[] {
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    const text = part
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    if (index % 2 === 0) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) mount(form);
