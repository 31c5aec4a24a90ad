import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Plugin } from 'vite';
import type { Reading } from '../src/reader/ward-once.ts';
import type { Bundle } from './render-thread.ts';
import { Renderer } from './renderer.ts';

/** Pages that a thread is asked for ahead, so that it never waits for this one. */
const AHEAD = 24;
/** Pages that this thread has begun itself at the same time. */
const OWN = 8;
/** Threads beside this one: each holds a copy of the ward in memory. */
const MOST = 3;
/** Below so many pages a thread would take longer to begin than it saves. */
const WORTH = 800;
/** These pages are pictures, which are drawn on all processors already. */
const DRAWN = 'src/pages/tep/';

/** How the pages of a build are shared out. */
interface Sharing {
  reading: Reading;
  /** How many processors there are. */
  processors: number;
  /** Whether it is known beforehand that all pages must be made: threads begin with the bundling. */
  all: boolean;
}

/**
 * Lets threads render pages beside Astro's own, which goes on to write them all. Each thread is
 * given a copy of what the build has read and loads the same bundle, so a page has the same bytes
 * whoever renders it.
 */
export function renderers({ reading, processors, all }: Sharing): AstroIntegration {
  const most = Math.min(processors - 1, MOST);
  const crew: Renderer[] = [];
  const begin = () => {
    while (crew.length < most) crew.push(new Renderer(reading));
  };
  const bundle: { entry?: string; pages?: Bundle['pages'] } = {};
  const early = all && reading.ward.entries.length >= WORTH;
  return {
    name: 'cchc:renderers',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({
          build: { concurrency: OWN + AHEAD * most },
          vite: { plugins: [entryTo((entry) => Object.assign(bundle, { entry }))] },
        }),
      'astro:build:setup': ({ pages }) => {
        bundle.pages = pages;
        if (early) begin();
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own) => shared(own, crew, begin, () => wholeBundle(bundle))),
    },
  };
}

/** Astro's prerenderer, which renders what its crew has no time for. */
function shared(
  own: AstroPrerenderer,
  crew: readonly Renderer[],
  begin: () => void,
  bundle: () => Bundle,
): AstroPrerenderer {
  return {
    ...own,
    name: 'cchc:renderers',
    setup: async () => {
      for (const renderer of crew) renderer.load(bundle());
      await own.setup?.();
    },
    getStaticPaths: async () => {
      const paths = await own.getStaticPaths();
      if (crew.length === 0 && paths.length >= WORTH) {
        begin();
        for (const renderer of crew) renderer.load(bundle());
      }
      return paths;
    },
    render: (request, options) => {
      const { route, component } = options.routeData;
      const free = component.startsWith(DRAWN) ? undefined : leastBusy(crew);
      if (!free || free.busy >= AHEAD) return own.render(request, options);
      return free.render({ route, component, url: request.url });
    },
    teardown: async () => {
      await Promise.all(crew.map((renderer) => renderer.end()));
      await own.teardown?.();
    },
  };
}

function leastBusy(crew: readonly Renderer[]): Renderer | undefined {
  return crew.toSorted((one, other) => one.busy - other.busy)[0];
}

/** Tells where the bundle of the pages begins, once Vite has written it. */
function entryTo(tell: (entry: string) => void): Plugin {
  return {
    name: 'cchc:prerender-entry',
    applyToEnvironment: ({ name }) => name === 'prerender',
    writeBundle({ dir = '' }, output) {
      const entry = Object.keys(output).find((name) => name.startsWith('prerender-entry.'));
      if (entry) tell(pathToFileURL(path.join(dir, entry)).href);
    },
  };
}

/** The bundle as another thread can be given it. */
function wholeBundle({ entry, pages }: Partial<Bundle>): Bundle {
  if (!entry || !pages) throw new Error('Astro has told of no bundle of pages');
  return { entry, pages: new Map([...pages].map(([key, { styles }]) => [key, { styles }])) };
}
