import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

const lines: string[] = [];

/** Asks for a line without showing what is typed; reads it from a pipe as it comes. */
export async function askHidden(question: string): Promise<string> {
  process.stdout.write(question);
  const answer = process.stdin.isTTY ? await typed() : await piped();
  process.stdout.write('\n');
  return answer;
}

async function typed(): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
  }
}

/** The whole of a pipe is read at once, for a second question would find it closed. */
async function piped(): Promise<string> {
  if (lines.length === 0) {
    let text = '';
    for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
    lines.push(...text.split(/\r?\n/));
  }
  return lines.shift() ?? '';
}
