import { localForage } from 'decap-cms-lib-util';

/** Keys of Decap's local copies that must not come back before the entry is read anew. */
const refused = new Set<string>();

/**
 * Forgets Decap's local copy of an entry and keeps it from being written again. After a
 * refused save it would be offered on the next opening, put on top of the colleague's
 * version, and overwrite it without a question.
 */
export async function forgetBackup(collection: string, slug: string): Promise<void> {
  refused.add(keyOf(collection, slug));
  await localForage.removeItem(keyOf(collection, slug));
  await localForage.removeItem(`backup.${collection}`);
  await localForage.removeItem('backup');
}

/** Lets the entry at a path be backed up again: its newest version was read. */
export function allowBackups(path: string): void {
  for (const key of refused) {
    const slug = key.split('.').slice(2).join('.');
    if (path.includes(`/${slug}.`) || path.startsWith(`${slug}.`)) refused.delete(key);
  }
}

/** Puts the rule above into Decap's store; called once, before Decap starts. */
export function guardBackups(): void {
  const write = localForage.setItem.bind(localForage);
  localForage.setItem = async (key, value) => (refused.has(key) ? value : write(key, value));
}

function keyOf(collection: string, slug: string): string {
  return `backup.${collection}.${slug}`;
}
