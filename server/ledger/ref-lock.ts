import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../../src/settings.ts';
import { GitFailed } from './git.ts';

/** Commands of ours hold a lock for milliseconds; one that is older belongs to a dead process. */
const STALE_MS = 3_000;
const PAUSE_MS = 50;
const TRIES = 60;

/**
 * Runs an update of refs: `true` when they moved, `false` when one of them was no longer where
 * it was. While another command holds a lock this waits; one that stays is taken away.
 */
export async function whetherMoved(dir: string, update: () => Promise<unknown>): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      await update();
      return true;
    } catch (error) {
      if (!(error instanceof GitFailed)) throw error;
      if (error.lostRace) return false;
      if (!error.locked || tries > TRIES) throw error;
      if (tries === TRIES) await dropStaleLocks(dir);
      await pause(PAUSE_MS);
    }
  }
}

/**
 * Takes away the locks of commands that were killed; without that nobody could ever save to
 * their refs again. Only this server writes here, so a lock that stays is nobody's.
 */
export async function dropStaleLocks(dir: string): Promise<void> {
  for (const lock of await locksIn(dir)) {
    const made = await madeAt(lock);
    if (made === undefined) continue;
    await pause(Math.max(0, made + STALE_MS - now()));
    if ((await madeAt(lock)) === made) await rm(lock, { force: true });
  }
}

async function locksIn(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile() && item.name.endsWith('.lock'))
    .map((item) => path.join(item.parentPath, item.name));
}

async function madeAt(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs;
}
