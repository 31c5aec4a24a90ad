import { addresses } from './core/address.ts';
import { airingsBetween } from './core/report/posts.ts';
import type { ArticleEntry } from './core/store/store.ts';
import { archiveOf, type MonthArchive } from './core/view/archive.ts';
import { articlePage } from './core/view/article.ts';
import { editionOf } from './core/view/edition.ts';
import { followsAt } from './core/view/follow.ts';
import { departmentLink } from './core/view/names.ts';
import { outageNotice } from './core/view/outage.ts';
import type { ListPage } from './core/view/paging.ts';
import { RELATED, relatedCards } from './core/view/related.ts';
import { relatedProcedure } from './core/view/related-procedure.ts';
import { shareAlt, shareCardAt } from './core/view/share-card.ts';
import { thingsAt } from './core/view/structured-data.ts';
import { digestOf } from './kept.ts';
import { mediaFor, pathsIn } from './media.ts';
import { shareImageAddress } from './share-image.ts';
import { bodyOf, proceduresNamedIn, site } from './site.ts';

/**
 * What the pages that there are thousands of show, for `toMake`: each answer holds everything
 * that its page takes from the content and from the date.
 */
const { store, settings } = site;
const edition = editionOf(store, settings.asOf);
const { ward } = store;
const archiveDigest = digestOf(archiveOf(edition));

/** A digest of what the frame of every page shows: thousands of keys hold it. */
const everywhere = digestOf({
  ward,
  emblem: ward.emblem && (await mediaFor(wardEntry()))(ward.emblem),
  pages: store.pages.map(({ id, data }) => [id, data.title]),
  outage: outageNotice(ward, settings.asOf),
  sample: site.sample,
});

/** What the frame of a page shows that programs may read, or of one that they must leave alone. */
export function frameShown(address: string, hidden = false) {
  const follows = followsAt(edition, address);
  if (hidden) return [everywhere, follows];
  const picture = shareImageAddress(address);
  const links = { link: (of: string) => of, picture: shareImageAddress };
  const alt = shareAlt(shareCardAt(edition, address));
  return [everywhere, follows, picture, alt, thingsAt(edition, address, links)];
}

/** What the page of an article shows. */
export async function articleShown(entry: ArticleEntry) {
  const address = addresses.article(entry);
  return [
    frameShown(address),
    entry.data,
    bodyOf(entry),
    articlePage(edition, entry),
    departmentNames(entry),
    relatedCards(edition.cards, address, RELATED),
    proceduresNamedIn(entry).map((code) => relatedProcedure(edition, code)),
    await mediaShown(entry),
  ];
}

/** What the page and the file of an article's script show. */
export async function scriptShown(entry: ArticleEntry) {
  const { data } = entry;
  const airings = airingsBetween([entry], { from: '0000-01-01', until: settings.asOf });
  return [
    frameShown(addresses.script(entry), true),
    data,
    bodyOf(entry),
    departmentNames(entry),
    airings.map(({ date }) => date),
    await mediaShown(entry),
  ];
}

/** What the page of a month shows. */
export function monthShown(page: MonthArchive) {
  return [frameShown(addresses.month(page.month)), page];
}

/** What one page of the list of articles shows, the archive beside it too. */
export function listShown(page: ListPage) {
  return [frameShown(page.address), page, archiveDigest];
}

function departmentNames({ data }: ArticleEntry): string[] {
  return [data.department, ...data.coordinators].map((id) => departmentLink(store, id).label);
}

async function mediaShown(entry: ArticleEntry) {
  const media = await mediaFor(entry);
  return pathsIn(entry).map((path) => media(path));
}

function wardEntry() {
  return { collection: 'ward' as const, id: 'ward', file: 'ward.yaml', data: ward };
}
