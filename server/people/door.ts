import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Store } from '../../src/core/store/store.ts';
import { now, type Settings } from '../../src/settings.ts';
import type { AuditEvent } from '../audit/event.ts';
import { acceptUpload } from '../upload/gate.ts';
import { type FirstAccess, firstAccess } from './first-start.ts';
import { accountsFileOf, openPeopleFiles } from './parts.ts';
import type { Person } from './person.ts';
import { may } from './policy.ts';
import { editorsRoom } from './room.ts';
import { readWardFacts } from './ward-facts.ts';

/** What the door must be told of the rest of the server. */
export interface DoorParts {
  settings: Settings;
  /** The folder of the published content as it is now. */
  contentDir: () => string;
  /** The published content; the same object until something is published, `undefined` on errors. */
  published: () => Promise<Store | undefined>;
}

/** The way into the editors' room, and what those inside it ask of it. */
export interface Door {
  open: (server: FastifyInstance, furnish: (room: FastifyInstance) => void | Promise<void>) => void;
  seams: {
    personOf: (request: FastifyRequest) => Person | undefined;
    may: typeof may;
    acceptUpload: typeof acceptUpload;
    audit: (event: Omit<AuditEvent, 'time'>) => Promise<void>;
  };
  /** The file of accounts, for people to back up. */
  accountsFile: string;
  /** The first administrator, at the first start only: to be printed once and never logged. */
  first: FirstAccess | undefined;
}

/**
 * Opens the files of the people outside the repository, making the first administrator where
 * there is nobody yet. Throws an `Error` in Vietnamese when the ward or the accounts cannot be read.
 */
export async function openDoor(parts: DoorParts): Promise<Door> {
  const { settings, contentDir, published } = parts;
  let known = await readWardFacts(contentDir());
  const { id } = known;
  const files = openPeopleFiles(accountsFileOf(settings, id), now);
  const first = await firstAccess(files.accounts);
  // While a publication is laid out, or a file came broken from outside, the room stays open.
  const ward = async () => {
    known = await readWardFacts(contentDir()).catch(() => known);
    return known;
  };
  return {
    open: (server, furnish) =>
      editorsRoom(
        server,
        { ...files, settings, now, asOf: settings.today, ward, published },
        furnish,
      ),
    seams: {
      personOf: ({ person }) => person,
      may,
      acceptUpload,
      audit: (event) => files.audit.write(event),
    },
    accountsFile: files.accounts.file,
    first,
  };
}
