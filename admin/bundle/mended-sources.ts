import { LIBRARY_FAULTS } from './library-faults.ts';
import { LIBRARY_RIGHTS } from './library-rights.ts';
import { LIBRARY_WORDS } from './library-words.ts';

/** Code of a library that does not suit the room, and what stands there in the bundle instead. */
export interface MendedSource {
  /** The module, by the end of its path. */
  file: RegExp;
  /** Pairs of what stands in the module and what takes its place; each must be found. */
  pairs: readonly (readonly [string, string])[];
}

const MENDED_SOURCES: readonly MendedSource[] = [
  ...LIBRARY_WORDS,
  ...LIBRARY_FAULTS,
  ...LIBRARY_RIGHTS,
];

/** What the bundler needs of a plugin; Vite's own type asks for its whole machinery. */
export interface SourcePlugin {
  name: string;
  transform: (code: string, id: string) => string | undefined;
  buildEnd: (error?: Error) => void;
}

/**
 * Mends libraries on their way into the bundle. The bundle fails when something is no longer
 * found, so that an update of a library cannot bring back English or a fault unseen.
 */
export function mendSources(sources = MENDED_SOURCES): SourcePlugin {
  const missing = new Set(sources.flatMap(({ pairs }) => pairs.map(([theirs]) => theirs)));
  return {
    name: 'cchc-mend-sources',
    transform(code, id) {
      const path = id.split('?')[0] ?? id;
      const found = sources.filter(({ file }) => file.test(path));
      if (found.length === 0) return undefined;
      return found
        .flatMap(({ pairs }) => pairs)
        .reduce((text, [theirs, ours]) => {
          if (text.includes(theirs)) missing.delete(theirs);
          return text.replaceAll(theirs, () => ours);
        }, code);
    },
    buildEnd(error) {
      if (error || missing.size === 0) return;
      throw new Error(`No longer in a library's code:\n${[...missing].join('\n')}`);
    },
  };
}
