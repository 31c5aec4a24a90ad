import { button, dom } from './dom.ts';

/** What a question asks and how its answer is named. */
export interface Question {
  title: string;
  label: string;
  confirm: string;
}

/** Asks for a sentence; resolves to it, or to `undefined` when the person thinks better of it. */
export function askForText({ title, label, confirm }: Question): Promise<string | undefined> {
  return new Promise((resolve) => {
    const text = dom('textarea', {
      required: true,
      rows: '4',
      maxlength: '600',
      id: 'room-answer',
    });
    const close = (answer: string | undefined) => {
      dialog.remove();
      resolve(answer);
    };
    const form = dom(
      'form',
      {
        method: 'dialog',
        onsubmit: (event) => {
          event.preventDefault();
          const answer = text.value.trim();
          if (answer) close(answer);
        },
      },
      dom('h2', {}, title),
      dom('label', { for: 'room-answer' }, label),
      text,
      dom(
        'div',
        {},
        dom('button', { type: 'submit' }, confirm),
        button('Thôi', () => close(undefined)),
      ),
    );
    const dialog = dom('dialog', { class: 'room-dialog', oncancel: () => close(undefined) }, form);
    document.body.append(dialog);
    dialog.showModal();
  });
}
