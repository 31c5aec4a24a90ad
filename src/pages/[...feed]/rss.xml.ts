import type { APIRoute, GetStaticPaths } from 'astro';
import { editionOf } from '../../core/view/edition.ts';
import { feedsOf } from '../../core/view/feed.ts';
import { outsideAddress } from '../../links.ts';
import { rssFile } from '../../render/rss.ts';
import { site } from '../../site.ts';

/** Each feed lies beside the page it belongs to. */
export const getStaticPaths = (() =>
  feedsOf(editionOf(site.store, site.settings.asOf)).map((feed) => ({
    params: { feed: feed.page.split('/').filter(Boolean).join('/') || undefined },
    props: { feed },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props: { feed } }) =>
  new Response(await rssFile(feed, outsideAddress), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
