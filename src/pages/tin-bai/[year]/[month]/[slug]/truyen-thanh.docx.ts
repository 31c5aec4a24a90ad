import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { editionOf } from '../../../../../core/view/edition.ts';
import { routeOf, scriptArticles } from '../../../../../core/view/script.ts';
import { loudspeakerScript } from '../../../../../loudspeaker.ts';
import { scriptDocx } from '../../../../../render/docx/script.ts';
import { fileFacts } from '../../../../../reports.ts';
import { site } from '../../../../../site.ts';

export const getStaticPaths = (() =>
  scriptArticles(editionOf(site.store, site.settings.asOf)).map((entry) => ({
    params: routeOf(entry),
    props: { entry },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const script = loudspeakerScript(props.entry);
  return new Response(Buffer.from(await scriptDocx(script, fileFacts)));
};
