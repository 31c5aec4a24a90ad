/**
 * What became of something in a text that came from elsewhere. `lost`: it is not in the result;
 * `changed`: it is there in another form; `mend`: it is there, and somebody should look at it.
 */
export interface Notice {
  kind: 'lost' | 'changed' | 'mend';
  /** For the editor, in Vietnamese. */
  text: string;
}

/** The notices of one import, each text once. */
export class Notices {
  readonly list: Notice[] = [];

  lost(text: string): void {
    this.add('lost', text);
  }

  changed(text: string): void {
    this.add('changed', text);
  }

  mend(text: string): void {
    this.add('mend', text);
  }

  private add(kind: Notice['kind'], text: string): void {
    if (!this.list.some((one) => one.text === text)) this.list.push({ kind, text });
  }
}

/** A file or a text that is not taken at all; the message says why and what to do. */
export class ImportRefusal extends Error {
  override name = 'ImportRefusal';
}

/** The beginning of a text, to say where something stands. */
export function excerpt(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
