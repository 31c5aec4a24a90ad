import './start/polyfill.ts';
import './room/room.css';
import './list/list.css';
import { missingInBrowser, sayInShell } from './start/shell.ts';

// What this page is made of is loaded once the browser is known to run it: parts of it would
// fail while they load, and nobody would be told.
const missing = missingInBrowser();
if (missing) sayInShell(missing);
else {
  import('./start/open-room.ts')
    .then(({ openRoom }) => openRoom())
    .catch((error: unknown) => {
      sayInShell(`Phòng biên tập chưa mở được. ${String(error)}`);
    });
}
