/** A test room in a process of its own, to be killed: `node room-process.ts <folder>`. */
import { openRoom } from './room.ts';

const [folder = ''] = process.argv.slice(2);
const room = await openRoom({ folder });
process.stdout.write(`${room.origin}\n`);
