import type { APIRoute, GetStaticPaths } from 'astro';
import { toMake } from '../../kept.ts';
import { type PublishedFile, publishedFiles } from '../../media.ts';

export const getStaticPaths = (async (route) => {
  const files = await publishedFiles();
  const pages = files.map((file) => ({ params: { name: file.name }, props: { file } }));
  // The name holds a digest of the file, and the width of a picture.
  return toMake({ ...route, named: true }, pages, ({ params }) => params);
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: PublishedFile }> = async ({ props: { file } }) =>
  new Response(new Uint8Array(await file.bytes()), { headers: { 'content-type': file.type } });
