import type { APIRoute, GetStaticPaths } from 'astro';
import { toMake } from '../../kept.ts';
import { type ShareImage, shareImages } from '../../share-image.ts';

export const getStaticPaths = ((route) => {
  const pages = shareImages().map((image) => ({ params: { hash: image.hash }, props: { image } }));
  // The name already says what is drawn.
  return toMake(route, pages, ({ params }) => params);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ image: ShareImage }> = async ({ props: { image } }) =>
  new Response(new Uint8Array(await image.bytes()), { headers: { 'content-type': 'image/png' } });
