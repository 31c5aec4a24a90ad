/** A test room in a process of its own, to be killed: `node room-process.ts <folder> [--build]`. */
import path from 'node:path';
import { childBuilder } from '../../server/publish/build-child.ts';
import { openRoom } from './room.ts';

const [folder = '', ...flags] = process.argv.slice(2);
const really = flags.includes('--build');
if (really) {
  // The build reads its settings where every build does.
  Object.assign(process.env, {
    AS_OF: '2026-06-30',
    BASE: '/cchc',
    OUT_DIR: path.join(folder, 'dist'),
  });
}
const builder = childBuilder({ production: false });
const room = await openRoom({ folder, ...(really ? { build: builder.build } : {}) });
if (really) void room.site.publisher.request();
process.stdout.write(`${room.origin}\n`);
