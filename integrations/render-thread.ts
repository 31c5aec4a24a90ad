/** A thread that renders pages for a build: `integrations/renderers.ts` starts it and asks it. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { handOver, type Reading } from '../src/reader/ward-once.ts';

/** The bundle of all pages, and the style sheets of each by its key. */
export interface Bundle {
  /** Address of its file. */
  entry: string;
  pages: ReadonlyMap<string, { styles: unknown[] }>;
}

/** A page that is wanted, by its route and its address. */
export interface Wanted {
  id: number;
  route: string;
  component: string;
  url: string;
}

/** A page as it was answered, or why it was not. */
export type Made =
  | { id: number; status: number; headers: [string, string][]; body: ArrayBuffer | null }
  | { id: number; fault: { message: string; stack?: string | undefined } };

/** As much of Astro's build app as rendering needs. */
interface BuildApp {
  manifest: { routes: readonly { routeData: RouteData }[] };
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

const port = parentPort as MessagePort;
let app: Promise<BuildApp> | undefined;
/** Of each route, the first page that was wanted: with it Astro lists all the route has. */
const firstOf = new Map<RouteData, Promise<unknown>>();

handOver(workerData as Reading);
port.on('message', (message: Bundle | Wanted) => {
  if ('entry' in message) app = appOf(message);
  else void answer(message);
});

async function appOf({ entry, pages }: Bundle): Promise<BuildApp> {
  const bundle = (await import(entry)) as { app: BuildApp };
  bundle.app.setInternals({ pagesByKeys: pages, entrySpecifierToBundleMap: new Map() });
  const destination = {
    write: ({ message }: { message: string }) => process.stderr.write(`${message}\n`),
  };
  bundle.app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  return bundle.app;
}

async function answer(wanted: Wanted): Promise<void> {
  const { id } = wanted;
  try {
    const { status, headers, body } = await rendered(wanted);
    port.postMessage({ id, status, headers, body } satisfies Made, body ? [body] : []);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ id, fault: { message, stack } } satisfies Made);
  }
}

async function rendered({ route, component, url }: Wanted) {
  if (!app) throw new Error('A page was wanted before there was a bundle');
  const ready = await app;
  const routeData = ready.manifest.routes
    .map((one) => one.routeData)
    .find((one) => one.route === route && one.component === component);
  if (!routeData) throw new RangeError(`No route ${route} of ${component}`);
  const render = () => ready.render(new Request(url), { routeData });
  // Everyone who asks before the list of a route is there would make Astro list it anew.
  const first = firstOf.get(routeData);
  const answered = first ? first.then(render) : render();
  if (!first)
    firstOf.set(
      routeData,
      answered.catch(() => {}),
    );
  const response = await answered;
  const body = response.body ? await response.arrayBuffer() : null;
  return { status: response.status, headers: [...response.headers], body };
}
