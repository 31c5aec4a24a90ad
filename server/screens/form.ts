import type { Fault } from '../people/refused.ts';
import { type Html, html, type Value } from './html.ts';

/** A field of a form. */
export interface Field {
  name: string;
  label: string;
  hint?: string;
  /** `text` unless told otherwise. */
  type?: 'text' | 'email' | 'password';
  value?: string;
  autocomplete: string;
  optional?: boolean;
}

/** What was wrong, on top of a form: focus goes there, each line leads to its field. */
export function faultSummary(faults: readonly Fault[]): Html | false {
  if (faults.length === 0) return false;
  const lines = faults.map(({ field, message }) =>
    field ? html`<li><a href="#${field}">${message}</a></li>` : html`<li>${message}</li>`,
  );
  return html`<div class="faults" role="alert"><h2>Chưa thực hiện được</h2><ul>${lines}</ul></div>`;
}

/** A line of text to fill in, with its label above it and its fault below. */
export function textField(field: Field, faults: readonly Fault[]): Html {
  const { name, label, hint, type = 'text', value, autocomplete, optional } = field;
  const own = faults.filter((fault) => fault.field === name);
  const about = [...(hint ? [`${name}-goi-y`] : []), ...(own.length > 0 ? [`${name}-loi`] : [])];
  const plain = type !== 'text' || autocomplete === 'username';
  return html`<div class="field">
<label for="${name}">${label}</label>
${hint && html`<p class="hint" id="${name}-goi-y">${hint}</p>`}
<input id="${name}" name="${name}" type="${type}" value="${value ?? ''}" autocomplete="${autocomplete}"${[
    !optional && html` required`,
    plain && html` autocapitalize="none" spellcheck="false"`,
    own.length > 0 && html` aria-invalid="true"`,
    about.length > 0 && html` aria-describedby="${about.join(' ')}"`,
  ]}>
${faultLines(name, own)}
</div>`;
}

/** The faults of one field, below it. */
export function faultLines(name: string, own: readonly Fault[]): Value {
  return (
    own.length > 0 &&
    html`<p class="fault" id="${name}-loi">${own.map(({ message }) => message).join(' ')}</p>`
  );
}

/** What has just been done. */
export function done(message: Value): Html {
  return html`<div class="done" role="status">${message}</div>`;
}
