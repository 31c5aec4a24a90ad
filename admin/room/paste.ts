import { markdownToSlate } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';
import { noticesPanel } from './notices.ts';
import type { Voice } from './word-import.ts';

/** What Decap's field copies and takes back without loss. */
const OWN = 'application/x-slate-fragment';

/**
 * Cleans what is pasted into the text of an entry from Word, Google Docs or a web page. Decap
 * itself would lose tables and keep pictures that nobody else can see.
 */
export function cleanPastes(voice: Voice): void {
  const onPaste = (event: ClipboardEvent) => {
    const field = textField(event.target);
    const html = event.clipboardData?.getData('text/html');
    if (!field || !html) return;
    const own = event.clipboardData?.getData(OWN);
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    event.stopImmediatePropagation();
    if (own) insert(field, OWN, own);
    else void insertCleaned(field, html, plain, voice);
  };
  // Before Decap's own listeners, which stand further inside.
  document.addEventListener('paste', onPaste, { capture: true });
}

/** The field an event stands in; the source view and the forms of blocks take plain text alone. */
function textField(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest('input, textarea')) return undefined;
  const field = target.closest<HTMLElement>('[data-slate-editor]');
  return field?.closest('.cms-editor-visual') ? field : undefined;
}

async function insertCleaned(
  field: HTMLElement,
  html: string,
  plain: string,
  { show }: Voice,
): Promise<void> {
  const { cleanPastedHtml } = await import('../word/paste.ts');
  const { markdown, notices } = cleanPastedHtml(html);
  if (markdown) insert(field, OWN, encodedFragment(markdown));
  else if (notices.length === 0) insert(field, 'text/plain', plain);
  if (notices.length > 0) show(noticesPanel(markdown ? 'Đã dán' : 'Chưa dán được', notices));
}

/** Nodes as Slate puts them on a clipboard. */
function encodedFragment(markdown: string): string {
  return btoa(encodeURIComponent(JSON.stringify(markdownToSlate(markdown))));
}

/** Hands content to the field as browsers do after a paste. */
function insert(field: HTMLElement, type: string, content: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.setData(type, content);
  const how = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true };
  field.dispatchEvent(new InputEvent('beforeinput', how));
}
