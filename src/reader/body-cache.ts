import { createHash, hash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RawBody } from '../core/store/raw.ts';
import { inspectBody } from '../markdown/body.ts';
import { now } from '../settings.ts';

/** Looks a body over, as `inspectBody` does. */
export type BodyInspector = typeof inspectBody;

/** What was found in a body, without the text itself. */
type BodyFacts = Omit<RawBody, 'source' | 'startLine' | 'html'>;

/** The file of a ward's bodies: what was found in each, by a digest of what was looked at. */
interface KeptBodies {
  /** Digest of the code that found it. */
  code: string;
  facts: Record<string, BodyFacts>;
}

/** Bodies that were looked over before, on disk: a text that is the same is not parsed again. */
export interface BodyCache {
  inspect: BodyInspector;
  /** Keeps what was asked for, and forgets the rest. A folder that cannot be written keeps nothing. */
  save: () => Promise<void>;
}

/** A ward in which nothing was new for so long is forgotten, and read anew if it comes again. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/**
 * The bodies of the ward at `contentDir`, kept in a file of its own below `folder`. What other
 * code than `code` found is not used. What is new is `rendered` in passing when that is wanted;
 * HTML is not kept, for few pages are made of a body that is known.
 */
export async function bodyCache(
  folder: string,
  contentDir: string,
  code: string,
  rendered = false,
): Promise<BodyCache> {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 16);
  const file = path.join(folder, `${name}.json`);
  const kept = await readKept(file, code);
  const used = new Map<string, BodyFacts>();
  let missed = 0;
  return {
    inspect: (markdown, startLine, mdx) => {
      const key = hash('sha256', `${mdx} ${startLine}\n${markdown}`, 'base64url');
      const known = kept.get(key);
      if (!known) missed += 1;
      const body = known
        ? { source: markdown, startLine, ...known }
        : inspectBody(markdown, startLine, mdx, rendered);
      used.set(key, known ?? factsOf(body));
      return body;
    },
    save: async () => {
      if (missed === 0 && used.size === kept.size) return;
      try {
        await writeKept(file, { code, facts: Object.fromEntries(used) });
        await forgetOld(folder);
      } catch {
        // The next reading parses every body again; nothing else is lost.
      }
    },
  };
}

function factsOf({ textKey, findings, media, procedures }: RawBody): BodyFacts {
  return { textKey, findings, media, procedures };
}

/** Nothing where there is no such file, it was cut off, or other code wrote it. */
async function readKept(file: string, code: string): Promise<Map<string, BodyFacts>> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as KeptBodies;
    return new Map(kept.code === code ? Object.entries(kept.facts) : []);
  } catch {
    return new Map();
  }
}

/** Written beside and moved: two commands at once each leave a whole file. */
async function writeKept(file: string, kept: KeptBodies): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const making = `${file}.${randomUUID()}`;
  await writeFile(making, JSON.stringify(kept));
  await rename(making, file);
}

async function forgetOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if ((await stat(file)).mtimeMs < now() - KEPT_MS) await rm(file, { force: true });
  }
}
