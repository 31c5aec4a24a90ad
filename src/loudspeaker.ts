import type { ArticleEntry } from './core/store/store.ts';
import { editionOf } from './core/view/edition.ts';
import { type Script, scriptOf } from './core/view/script.ts';
import { passagesOf } from './markdown/passages.ts';
import { readBody } from './reader/body.ts';
import { site } from './site.ts';

/** The loudspeaker script of an article, for its page and its file. */
export async function loudspeakerScript(entry: ArticleEntry): Promise<Script> {
  const { store, settings } = site;
  const markdown = await readBody(settings.contentDir, entry.file);
  return scriptOf(editionOf(store, settings.asOf), entry, passagesOf(markdown));
}
