import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  optionalDependencies?: Record<string, string>;
}

/**
 * An office PC installs from this file with `npm ci`, which needs an entry for the binary of
 * its own platform. npm leaves out those it could not download on the machine that wrote it.
 * To mend: run `npm install --package-lock-only` where the whole registry can be reached.
 */
test('the lockfile names the binaries of every platform', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const names = new Set(
    Object.keys(packages).map((key) => key.slice(key.lastIndexOf('node_modules/') + 13)),
  );
  const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${key} → ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no host that packages came from', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": "http/);
});
