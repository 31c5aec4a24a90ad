import { placedInBody } from '../backend/references.ts';
import { type Answer, fieldsAtStake, withDraft } from '../word/fill.ts';
import type { WordDraft } from '../word/import-docx.ts';
import { askToChoose } from './dialog.ts';
import { button, dom } from './dom.ts';
import { noticesPanel } from './notices.ts';
import { addFiles, fillForm, type OpenForm, openForm } from './open-form.ts';

/** Where the room speaks: a line in the bar, a panel in the drawer. */
export interface Voice {
  say: (text: string) => void;
  show: (panel: HTMLElement) => void;
}

/** The button that fills the open form of an article from a Word file. */
export function wordButton(voice: Voice): HTMLElement[] {
  const input = dom('input', { type: 'file', accept: '.docx', hidden: true, id: 'room-word' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again once it was mended.
    if (file) void imported(file, voice).finally(() => (input.value = ''));
  });
  return [button('Nhập từ Word …', () => input.click()), input];
}

async function imported(file: File, voice: Voice): Promise<void> {
  const form = openForm();
  if (!form) return voice.say('Biểu mẫu chưa mở xong. Đợi bài hiện ra rồi nhập lại.');
  voice.say(`Đang đọc «${file.name}» …`);
  try {
    const draft = await draftOf(file);
    const answer = await answerFor(form, draft);
    if (!answer) return voice.say('Chưa nhập gì.');
    const placed = await withPictures(form, draft);
    fillForm(form, (values) => withDraft(values, placed, answer));
    voice.say(`Đã nhập «${file.name}», chưa lưu.`);
    voice.show(noticesPanel(`Đã nhập «${file.name}», chưa lưu`, draft.notices));
  } catch (error) {
    const { message } = error as Error;
    voice.say('Chưa nhập được tệp Word.');
    voice.show(noticesPanel(`Chưa nhập được «${file.name}»`, [{ kind: 'lost', text: message }]));
  }
}

/** Reads the file; the reader of Word is large and is loaded by whoever needs it. */
async function draftOf(file: File): Promise<WordDraft> {
  const { importDocx } = await import('../word/import-docx.ts');
  return importDocx(new Uint8Array(await file.arrayBuffer()), file.name);
}

/** Asks before anything typed gives way; `undefined` when the person thinks better of it. */
async function answerFor(form: OpenForm, draft: WordDraft): Promise<Answer | undefined> {
  const names = fieldsAtStake(form.values, draft);
  if (names.length === 0) return 'keep';
  return askToChoose<Answer>({
    title: 'Biểu mẫu đã có chữ',
    text: `Đã có: ${names.join(', ')}. Giữ lại thì nội dung từ Word được thêm vào cuối bài; thay thì phần đang có bị bỏ.`,
    choices: [
      ['keep', 'Giữ phần đã viết'],
      ['replace', 'Thay bằng tệp Word'],
    ],
  });
}

/** The draft with its pictures laid beside the entry, under names that no file has yet. */
async function withPictures(form: OpenForm, draft: WordDraft): Promise<WordDraft> {
  const taken = new Set(form.files);
  const files = draft.pictures.map((file) => {
    const name = freeName(file.name, taken);
    taken.add(name);
    return name === file.name ? file : new File([file], name, { type: file.type });
  });
  const places = await addFiles(form, files);
  const named = new Map(draft.pictures.map(({ name }, at) => [name, places[at] ?? name]));
  return { ...draft, markdown: placedInBody(draft.markdown, (name) => named.get(name) ?? name) };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const at = name.lastIndexOf('.');
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : `${name.slice(0, at)}-${count}${name.slice(at)}`;
    if (!taken.has(free)) return free;
  }
}
