import type { APIRoute, GetStaticPaths } from 'astro';
import { DATA_KINDS, dataFilesOf } from '../../../core/data/files.ts';
import { jsonSchemaOf } from '../../../core/data/json-schema.ts';
import { editionOf } from '../../../core/view/edition.ts';
import { site } from '../../../site.ts';

/** The data files, and beside them the schema of each kind. */
export const getStaticPaths = (() =>
  [
    ...dataFilesOf(editionOf(site.store, site.settings.asOf)),
    ...DATA_KINDS.map((kind) => [`${kind.name}.schema`, jsonSchemaOf(kind)] as const),
  ].map(([name, data]) => ({ params: { name }, props: { data } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props: { data } }) =>
  new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
