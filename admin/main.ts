import './start/polyfill.ts';
import './room/room.css';
import { openRoom } from './start/open-room.ts';
import { missingInBrowser, sayInShell } from './start/shell.ts';

const missing = missingInBrowser();
if (missing) sayInShell(missing);
else {
  openRoom().catch((error: unknown) => {
    sayInShell(`Phòng biên tập chưa mở được. ${String(error)}`);
  });
}
