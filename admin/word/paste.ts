import { fromHtml } from 'hast-util-from-html';
import { captionPictures } from './captions.ts';
import { wordsOf } from './hast.ts';
import { legacyCodeOf, legacyMessage } from './legacy-text.ts';
import { ImportRefusal, type Notice, Notices } from './notice.ts';
import { tidyHeadings } from './tidy-headings.ts';
import { tidyLists } from './tidy-lists.ts';
import { captionTables, tidyTables } from './tidy-tables.ts';
import { tidyText } from './tidy-text.ts';
import { toMarkdown } from './to-markdown.ts';
import { cleanWebHtml } from './web-html.ts';
import { isWordHtml, wordLists } from './word-html.ts';

/** What was pasted, as Markdown, and what could not come along. */
export interface Pasted {
  markdown: string;
  notices: Notice[];
}

/** The most HTML that is looked at, in characters; a page that is pasted whole stays below it. */
const LONGEST = 4_000_000;

/**
 * Cleans the HTML that a clipboard holds after copying from Word, Google Docs or a web page.
 * Text in an old code of Vietnamese gives no Markdown, but the notice that says what to do.
 */
export function cleanPastedHtml(html: string): Pasted {
  const notices = new Notices();
  const tooMuch = 'Đoạn dán quá lớn nên không được nhận; hãy dán từng phần, hoặc nhập tệp Word.';
  if (html.length > LONGEST) return refused(tooMuch);
  try {
    return { markdown: cleaned(html, notices), notices: notices.list };
  } catch (error) {
    if (error instanceof ImportRefusal) return refused(error.message);
    // Elements nested thousands deep are nobody's text.
    if (error instanceof RangeError) return refused(tooMuch);
    throw error;
  }
}

function refused(text: string): Pasted {
  return { markdown: '', notices: [{ kind: 'lost', text }] };
}

function cleaned(html: string, notices: Notices): string {
  const root = fromHtml(pastedPart(html), { fragment: true });
  const code = legacyCodeOf(wordsOf(root));
  if (code) throw new ImportRefusal(legacyMessage(code));
  if (isWordHtml(html)) wordLists(root);
  cleanWebHtml(root, notices);
  tidyText(root);
  tidyTables(root, notices);
  captionTables(root);
  captionPictures(root);
  tidyHeadings(root, notices);
  tidyLists(root, notices);
  return toMarkdown(root);
}

/** What was selected; Windows puts the whole page around it, with marks where it begins and ends. */
function pastedPart(html: string): string {
  const found = /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html);
  // Conditional comments hold what only Word itself reads.
  return (found?.[1] ?? html).replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, (comment) =>
    /supportLists/i.test(comment)
      ? comment.replace(/<!--\[if[^\]]*\]-?-?>|<!\[endif\]-->/gi, '')
      : '',
  );
}
