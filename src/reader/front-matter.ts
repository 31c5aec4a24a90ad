/** The front matter and the body of a text, with the lines they start on. */
export interface Parts {
  yaml: string;
  yamlLine: number;
  body?: string;
  bodyLine: number;
}

/** The text of a content file as every reader takes it: NFC, no byte order mark, `\n`. */
export function sourceText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

/** A file that is YAML from its first line to its last. */
export function wholeYaml(source: string): Parts {
  return { yaml: source, yamlLine: 1, bodyLine: 1 };
}

/** The two parts of a text; `undefined` when it has no front matter. */
export function splitText(source: string): Parts | undefined {
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(source);
  if (!match) return undefined;
  return {
    yaml: match[1] ?? '',
    yamlLine: 2,
    body: source.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
