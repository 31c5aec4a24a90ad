import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** One of the programs that build the same ward. */
export interface Builder {
  /** Name and version, as the table shows it. */
  name: string;
  /** Folder of the ward's files that the edits are made in. */
  content: string;
  /** Folder of the built pages. */
  output: string;
  /** Everything that an earlier build left. */
  left: () => Promise<string[]>;
  /** The build as a person starts it. */
  command: readonly [string, ...string[]];
  cwd: string;
  env?: Record<string, string>;
}

/** What one build took. */
export interface Cost {
  /** Seconds by the clock, and of the processor. */
  wall: number;
  cpu: number;
  /** Most memory that one process held, in MB. */
  peak: number;
}

/**
 * Puts files and folders out of the way of the next build, into a folder on the same disk. They are
 * not removed: ext4 does not use again for minutes what was just removed, and looks for other places
 * one by one. Eleven thousand pages took 7.0 s to write instead of 1.3 after two removals.
 */
export async function setAside(places: readonly string[], aside: string): Promise<void> {
  await mkdir(aside, { recursive: true });
  for (const place of places.filter((one) => existsSync(one))) {
    await rename(place, path.join(aside, randomUUID()));
  }
}

/** Runs a build and measures it with GNU time; throws with the build's own words. */
export function measured({ command, cwd, env }: Builder): Cost {
  const ran = spawnSync('/usr/bin/time', ['-f', '@%e %U %S %M', ...command], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const found = /@([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(ran.stderr ?? '');
  if (ran.status !== 0 || !found) throw new Error(`${command.join(' ')}\n${ran.stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = found.slice(1).map(Number);
  return { wall, cpu: user + system, peak: kilobytes / 1024 };
}

/** The cost in the middle, each number by itself. */
export function medianOf(costs: readonly Cost[]): Cost {
  const middle = (of: (cost: Cost) => number) =>
    costs.map(of).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0;
  return {
    wall: middle(({ wall }) => wall),
    cpu: middle(({ cpu }) => cpu),
    peak: middle(({ peak }) => peak),
  };
}
