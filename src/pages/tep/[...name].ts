import type { APIRoute, GetStaticPaths } from 'astro';
import { type PublishedFile, publishedFiles } from '../../media.ts';

export const getStaticPaths = (async () =>
  (await publishedFiles()).map((file) => ({
    params: { name: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: PublishedFile }> = async ({ props: { file } }) =>
  new Response(new Uint8Array(await file.bytes()), { headers: { 'content-type': file.type } });
