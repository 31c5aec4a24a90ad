import type { APIRoute, GetStaticPaths } from 'astro';
import { type ShareImage, shareImages } from '../../share-image.ts';

export const getStaticPaths = (() =>
  shareImages().map((image) => ({
    params: { hash: image.hash },
    props: { image },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ image: ShareImage }> = async ({ props: { image } }) =>
  new Response(new Uint8Array(await image.bytes()), { headers: { 'content-type': 'image/png' } });
