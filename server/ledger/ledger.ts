import { rm } from 'node:fs/promises';
import { dropStaleLocks } from './ref-lock.ts';
import { Repository } from './repository.ts';
import { hasLedger, placesIn, seedLedger } from './seed.ts';

/** Loose objects from which on packing pays; a ward writes that many in some months. */
const PACK_FROM = 2_000;

/** Opens the ledger of a ward; makes it from the content folder when there is none yet. */
export async function openLedger(ledgerDir: string, contentDir: string): Promise<Repository> {
  const places = placesIn(ledgerDir);
  if (!hasLedger(ledgerDir)) await seedLedger(ledgerDir, contentDir);
  await rm(places.scratch, { recursive: true, force: true });
  await dropStaleLocks(places.repository);
  return new Repository(places.repository, places.scratch);
}

/** Packs the repository when it has grown; what nobody can reach goes after two weeks. */
export async function packLedger(repository: Repository): Promise<void> {
  await repository.run(['-c', `gc.auto=${PACK_FROM}`, 'gc', '--auto', '--quiet', '--no-detach']);
}
