import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { editionOf } from '../../../../../core/view/edition.ts';
import { routeOf, scriptArticles } from '../../../../../core/view/script.ts';
import { toMake } from '../../../../../kept.ts';
import { loudspeakerScript } from '../../../../../loudspeaker.ts';
import { scriptDocx } from '../../../../../render/docx/script.ts';
import { fileFacts } from '../../../../../reports.ts';
import { scriptShown } from '../../../../../shown.ts';
import { site } from '../../../../../site.ts';

export const getStaticPaths = ((route) => {
  const entries = scriptArticles(editionOf(site.store, site.settings.asOf));
  const pages = entries.map((entry) => ({ params: { ...routeOf(entry) }, props: { entry } }));
  return toMake(route, pages, ({ props }) => scriptShown(props.entry));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const script = loudspeakerScript(props.entry);
  return new Response(
    Buffer.from(await scriptDocx(script, { ...fileFacts, asOf: props.entry.data.date })),
  );
};
