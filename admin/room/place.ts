/** The entry that is open in the editor, from the address of Decap's pages. */
export interface OpenEntry {
  collection: string;
  slug: string;
}

/** Whether any entry stands in a form. */
export function isForm(hash: string): boolean {
  return /^#\/collections\/[^/]+\/(?:new|entries\/.)/.test(hash);
}

/** Whether an article stands in the form, a new one or another. */
export function isArticleForm(hash: string): boolean {
  return /^#\/collections\/articles\/(?:new|entries\/.)/.test(hash);
}

/** Reads `#/collections/<collection>/entries/<slug>`; `undefined` for every other page. */
export function openEntry(hash: string): OpenEntry | undefined {
  const match = /^#\/collections\/([^/]+)\/entries\/(.+?)\/?$/.exec(hash);
  const [, collection, slug] = match ?? [];
  if (!collection || !slug) return undefined;
  return { collection, slug: decodeURIComponent(slug) };
}
