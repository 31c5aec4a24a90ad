import type { FoundSource } from './draft.ts';
import type { WordDraft } from './import-docx.ts';

type Values = Readonly<Record<string, unknown>>;

/** What becomes of what is already in the form: it gives way, or it stays. */
export type Answer = 'replace' | 'keep';

const TEXTS = [
  ['title', 'Tên bài'],
  ['summary', 'Tóm tắt'],
  ['body', 'Nội dung'],
] as const;

/** The Vietnamese names of the fields that hold a text the draft would take the place of. */
export function fieldsAtStake(values: Values, draft: WordDraft): string[] {
  const taken = TEXTS.filter(([name]) => textOf(values[name]) && draftText(draft, name));
  return taken.map(([, label]) => label);
}

/**
 * The values of a form with a draft in them. What is kept stays as it was: the body of the draft
 * then follows the one that is there. Sources that the form lacks are added in both cases.
 */
export function withDraft(values: Values, draft: WordDraft, answer: Answer): Values {
  const texts = TEXTS.map(([name]): [string, string] => {
    const [old, drafted] = [textOf(values[name]), draftText(draft, name)];
    if (!old || !drafted) return [name, old || drafted];
    if (answer === 'replace') return [name, drafted];
    return [name, name === 'body' ? `${old}\n\n${drafted}` : old];
  });
  const sources = withSources(values['sources'], draft.sources);
  return {
    ...values,
    ...Object.fromEntries(texts.filter(([, text]) => text)),
    ...(sources.length > 0 && { sources }),
  };
}

function draftText(draft: WordDraft, name: (typeof TEXTS)[number][0]): string {
  return name === 'body' ? draft.markdown : draft[name];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function withSources(value: unknown, found: readonly FoundSource[]): unknown[] {
  const old: unknown[] = Array.isArray(value) ? value : [];
  const known = new Set(old.map((one) => (one as Partial<FoundSource> | null)?.number));
  return [...old, ...found.filter(({ number }) => !known.has(number))];
}
