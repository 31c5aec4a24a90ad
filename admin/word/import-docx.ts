import { fromHtml } from 'hast-util-from-html';
import { captionPictures } from './captions.ts';
import { type FoundSource, findSources, takeSummary, takeTitle } from './draft.ts';
import { wordsOf } from './hast.ts';
import { legacyCodeOfWord, legacyMessage } from './legacy-text.ts';
import { noteLosses } from './losses.ts';
import { ImportRefusal, type Notice, Notices } from './notice.ts';
import { removeOfficeFrame } from './office-frame.ts';
import { openPackage, repacked, textOf } from './package.ts';
import { placePictures } from './pictures.ts';
import { readWord, type WordPicture } from './read-word.ts';
import { tidyHeadings } from './tidy-headings.ts';
import { tidyLists } from './tidy-lists.ts';
import { captionTables, tidyTables } from './tidy-tables.ts';
import { tidyText } from './tidy-text.ts';
import { toMarkdown } from './to-markdown.ts';

/** A Word file as the draft of an article, for the editor to look over. */
export interface WordDraft {
  /** `''` when none could be told. */
  title: string;
  summary: string;
  /** Documents that the text names by number, to be offered as sources. */
  sources: FoundSource[];
  /** The body; its pictures are named as the files below. */
  markdown: string;
  /** Pictures to be laid beside the article, JPEG and PNG only, with ASCII names. */
  pictures: File[];
  /** What was lost, changed, or is still to be done. */
  notices: Notice[];
}

/**
 * Makes the draft of an article from a .docx. `name` is the file's name, which names its pictures.
 * Throws an `ImportRefusal`, with a message in Vietnamese, for what is not taken at all: other
 * kinds of files, macros, broken or oversized archives, old codes of Vietnamese.
 */
export async function importDocx(bytes: Uint8Array, name: string): Promise<WordDraft> {
  const notices = new Notices();
  const parts = openPackage(bytes, name);
  const code = legacyCodeOfWord(
    textOf(parts, 'word/document.xml'),
    textOf(parts, 'word/styles.xml'),
  );
  if (code) throw new ImportRefusal(legacyMessage(code));
  noteLosses(parts, notices);
  try {
    const { html, pictures } = await readWord(repacked(parts), notices);
    return { ...drafted(html, pictures, name, notices), notices: notices.list };
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const message = `Tệp «${name}» không đọc được. Mở bằng Word, lưu lại rồi nhập lại.`;
    throw new ImportRefusal(message, { cause: error });
  }
}

function drafted(
  html: string,
  found: readonly WordPicture[],
  name: string,
  notices: Notices,
): Omit<WordDraft, 'notices'> {
  const root = fromHtml(html, { fragment: true });
  tidyText(root);
  const heading = removeOfficeFrame(root, notices);
  const pictures = placePictures(root, found, name, notices);
  const title = takeTitle(root, notices);
  const sources = findSources(heading, title, wordsOf(root));
  tidyTables(root, notices);
  captionTables(root);
  captionPictures(root);
  const summary = takeSummary(root);
  tidyHeadings(root, notices);
  tidyLists(root, notices);
  const markdown = toMarkdown(root);
  if (!markdown) throw new ImportRefusal(`Tệp «${name}» không có chữ nào để đưa vào bài.`);
  return { title, summary, sources, markdown, pictures };
}
