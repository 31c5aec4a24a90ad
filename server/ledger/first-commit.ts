/** What a repository begins with. */
export interface FirstCommit {
  /** The refs that come to point to it, the branch first. */
  refs: readonly string[];
  files: readonly string[];
  read: (file: string) => Promise<Uint8Array>;
  message: string;
  /** Who makes it and when, as git writes it. */
  by: string;
}

/** The words of `git fast-import` that make a commit out of nothing. */
export async function* firstCommit({
  refs: [branch, ...others],
  files,
  read,
  message,
  by,
}: FirstCommit): AsyncGenerator<string | Uint8Array> {
  const told = Buffer.from(message);
  yield `commit ${branch}\nmark :1\nauthor ${by}\ncommitter ${by}\ndata ${told.length}\n`;
  yield told;
  for (const file of files) {
    const content = await read(file);
    yield `M 100644 inline ${quoted(file)}\ndata ${content.byteLength}\n`;
    yield content;
    yield '\n';
  }
  for (const ref of others) yield `reset ${ref}\nfrom :1\n\n`;
  // Without this word git takes the input for cut off, and makes nothing.
  yield 'done\n';
}

/** A path in quotes: a name may begin with one, and on some systems holds a line end. */
function quoted(file: string): string {
  const escaped = file.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}
