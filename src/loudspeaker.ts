import type { ArticleEntry } from './core/store/store.ts';
import { editionOf } from './core/view/edition.ts';
import { type Script, scriptOf } from './core/view/script.ts';
import { passagesOf } from './markdown/passages.ts';
import { bodyOf, site } from './site.ts';

/** The loudspeaker script of an article, for its page and its file. */
export function loudspeakerScript(entry: ArticleEntry): Script {
  const { store, settings } = site;
  return scriptOf(editionOf(store, settings.asOf), entry, passagesOf(bodyOf(entry)));
}
