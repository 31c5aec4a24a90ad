import type { FastifyInstance } from 'fastify';
import type { Settings } from '../src/settings.ts';
import { previewRoute } from './api/preview.ts';
import type { LedgerContext } from './ledger/context.ts';
import { EntryIndex } from './ledger/entry-index.ts';
import { Turns } from './ledger/turns.ts';
import { ledgerRoutes } from './protocol/routes.ts';
import type { LedgerSite } from './publish/ledger-site.ts';
import type { Seams } from './seams.ts';
import { siteServer } from './site.ts';

/** The door of the editors' room: who may enter, and what the ledger asks of the rest. */
export interface RoomDoor {
  seams: Seams;
  /** Opens the room below `<base>/admin`, behind the sign-in, with `furnish`'s routes in it. */
  open: (server: FastifyInstance, furnish: (room: FastifyInstance) => void | Promise<void>) => void;
}

/** What the server is put together from. */
export interface AppParts {
  settings: Settings;
  site: LedgerSite;
  /** Absent where nobody edits: the server then only shows the site. */
  door?: RoomDoor;
}

/** One origin: the built site, the editors' room, and Decap's protocol in it. */
export function sectionServer({ settings, site, door }: AppParts): FastifyInstance {
  const server = siteServer(settings);
  if (!door) return server;
  const { seams } = door;
  const { base, today: asOf } = settings;
  const ledger = once(() => ledgerContext(site, { ...seams, asOf }));
  const { publisher } = site;
  // Whoever comes first does not wait until twenty years of articles are known and checked.
  if (site.usesLedger) {
    void ledger()
      .then(({ index }) => index.published())
      .then(() => site.published())
      // What is wrong is said to whoever asks.
      .catch(() => undefined);
  }
  door.open(server, (room) => {
    ledgerRoutes(room, { ledger, seams, publisher, base, asOf });
    previewRoute(room, { path: '/api/preview', published: () => site.published(), asOf });
  });
  return server;
}

/** The ledger of a site with all that its operations ask for. */
export async function ledgerContext(
  site: LedgerSite,
  { may, acceptUpload, asOf }: Pick<Seams, 'may' | 'acceptUpload'> & Pick<LedgerContext, 'asOf'>,
): Promise<LedgerContext> {
  const repository = await site.ledger();
  return {
    repository,
    index: new EntryIndex(repository),
    content: await site.content(),
    turns: new Turns(),
    may,
    acceptUpload,
    asOf,
    published: (commit) => void site.publisher.request(commit),
  };
}

/** Makes something at the first call; a failure is tried again at the next one. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
