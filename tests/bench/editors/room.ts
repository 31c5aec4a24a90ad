/**
 * The editors' room of a ward in a process of its own, so that its memory and its seconds are its
 * own: `room.ts <folder> <day> <editor>`, where the folder holds the content. Says where it
 * listens, and what it has used so far whenever it is asked.
 */
import path from 'node:path';
import { openDesk } from '../../support/editors-desk.ts';
import { person } from '../../support/editors-room.ts';

const [folder = '', asOf = '', editor = ''] = process.argv.slice(2);
const contentDir = path.join(folder, 'content');
const { origin } = await openDesk({
  ...{ folder, contentDir, choicesFrom: contentDir, asOf },
  people: [person(editor, { roles: ['editor', 'publisher'] })],
});
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage();
  // What this desk alone read, for the choices of forms, is thrown away first.
  if (asked === 'memory') globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ cpu: (user + system) / 1e6, memory: (heapUsed + external) / 1e6 });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ origin });
