import path from 'node:path';
import { type Checked, checkContent } from '../core/store/check.ts';
import { PROJECT_ROOT } from '../settings.ts';
import { type BodyInspector, bodyCache } from './body-cache.ts';
import { codeDigest } from './code-digest.ts';
import { type Content, readContent } from './content.ts';

/** A ward read from its folder and checked. */
export interface LoadedWard extends Checked {
  content: Content;
}

/** The code that decides what is found in a body. */
const INSPECTING = ['src/core', 'src/markdown', 'src/reader'];

/** Reads and checks a ward's content: what every page, script and check starts from. */
export async function loadWard(
  contentDir: string,
  options: { production: boolean },
  inspect?: BodyInspector,
): Promise<LoadedWard> {
  const content = await readContent(contentDir, inspect);
  return { content, ...checkContent(content, options) };
}

/**
 * The same for a command, which starts with nothing in its memory: bodies that an earlier command
 * looked over are known. Of new ones HTML is made as well, when they are to be `rendered`.
 */
export async function loadKnownWard(
  contentDir: string,
  options: { production: boolean; rendered?: boolean },
): Promise<LoadedWard> {
  const code = await codeDigest(PROJECT_ROOT, INSPECTING);
  const bodies = await bodyCache(
    path.join(PROJECT_ROOT, 'var', 'cache', 'bodies'),
    contentDir,
    code,
    options.rendered,
  );
  const ward = await loadWard(contentDir, options, bodies.inspect);
  await bodies.save();
  return ward;
}
