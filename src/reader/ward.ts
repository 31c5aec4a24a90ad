import { type Checked, checkContent } from '../core/store/check.ts';
import { type Content, readContent } from './content.ts';

/** A ward read from its folder and checked. */
export interface LoadedWard extends Checked {
  content: Content;
}

/** Reads and checks a ward's content: what every page, script and check starts from. */
export async function loadWard(
  contentDir: string,
  options: { production: boolean },
): Promise<LoadedWard> {
  const content = await readContent(contentDir);
  return { content, ...checkContent(content, options) };
}
