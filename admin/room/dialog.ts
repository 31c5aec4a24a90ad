import { button, dom } from './dom.ts';

/** What a question asks and how its answer is named. */
export interface Question {
  title: string;
  label: string;
  confirm: string;
}

/** A question with its answers, each with the words on its button. */
export interface Choice<T extends string> {
  title: string;
  text: string;
  choices: readonly (readonly [answer: T, label: string])[];
}

/** A question with fields of its own. */
export interface FieldsQuestion<T> {
  title: string;
  confirm: string;
  fields: readonly HTMLElement[];
  /** Reads the fields; `undefined` while something is missing. */
  answer: () => T | undefined;
}

/** Asks for a sentence; resolves to it, or to `undefined` when the person thinks better of it. */
export function askForText({ title, label, confirm }: Question): Promise<string | undefined> {
  const text = dom('textarea', { required: true, rows: '4', maxlength: '600', id: 'room-answer' });
  const fields = [dom('label', { for: 'room-answer' }, label), text];
  return askWith({ title, confirm, fields, answer: () => text.value.trim() || undefined });
}

/** Asks with fields; resolves to the answer, or to `undefined` when the person leaves it. */
export function askWith<T>(question: FieldsQuestion<T>): Promise<T | undefined> {
  const { title, confirm, fields, answer } = question;
  return opened<T>(title, (close) =>
    dom(
      'form',
      {
        method: 'dialog',
        onsubmit: (event) => {
          event.preventDefault();
          const given = answer();
          if (given !== undefined) close(given);
        },
      },
      ...fields,
      dom(
        'div',
        { class: 'room-answers' },
        dom('button', { type: 'submit' }, confirm),
        button('Thôi', () => close(undefined)),
      ),
    ),
  );
}

/** Asks for one of some answers; resolves to `undefined` when the person wants none of them. */
export function askToChoose<T extends string>({
  title,
  text,
  choices,
}: Choice<T>): Promise<T | undefined> {
  return opened<T>(title, (close) =>
    dom(
      'div',
      {},
      dom('p', {}, text),
      dom(
        'div',
        { class: 'room-answers' },
        ...choices.map(([answer, label]) => button(label, () => close(answer))),
        button('Thôi', () => close(undefined)),
      ),
    ),
  );
}

/** Shows a dialog until it is answered or left. */
function opened<T>(
  title: string,
  content: (close: (answer: T | undefined) => void) => HTMLElement,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const close = (answer: T | undefined) => {
      dialog.remove();
      resolve(answer);
    };
    const dialog = dom(
      'dialog',
      {
        class: 'room-dialog',
        'aria-labelledby': 'room-question',
        oncancel: () => close(undefined),
      },
      dom('h2', { id: 'room-question' }, title),
      content(close),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
