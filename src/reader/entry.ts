import type { Issue } from '../core/issue/issue.ts';
import { issue } from '../core/issue/issue.ts';
import { COLLECTIONS, type Collection, type CollectionName } from '../core/schema/collections.ts';
import type { FieldPath, RawEntry } from '../core/store/raw.ts';
import { inspectBody } from '../markdown/body.ts';
import type { BodyInspector } from './body-cache.ts';
import { sourceText, splitText, wholeYaml } from './front-matter.ts';
import { lineFinder, parseYaml } from './yaml.ts';

/** Which kind of content a path holds; `undefined` for files that are none. */
export function collectionOf(file: string): { name: CollectionName; id: string } | undefined {
  for (const [name, collection] of Object.entries(COLLECTIONS) as [CollectionName, Collection][]) {
    if (collection.file === file) return { name, id: name };
    if (!collection.folder || !file.startsWith(`${collection.folder}/`)) continue;
    if (!file.endsWith(collection.extension)) continue;
    const id = file.slice(collection.folder.length + 1, -collection.extension.length);
    return { name, id };
  }
  return undefined;
}

/**
 * Reads the text of one content file. Everything is brought to NFC first. `inspect` may know
 * bodies that were looked over before.
 */
export function readEntry(
  file: string,
  text: string,
  inspect: BodyInspector = inspectBody,
): { entry: RawEntry; issues: Issue[] } | { issues: Issue[] } {
  const kind = collectionOf(file);
  if (!kind) return { issues: [] };
  const source = sourceText(text);
  const parts =
    COLLECTIONS[kind.name].extension === '.yaml' ? wholeYaml(source) : splitText(source);
  if (!parts) return { issues: [issue('front-matter-missing', { file, line: 1 })] };
  const parsed = parseYaml(parts.yaml);
  if ('fault' in parsed) {
    const { reason, line } = parsed.fault;
    return {
      issues: [
        issue('yaml-invalid', { file, line: line + parts.yamlLine - 1 }, { detail: reason }),
      ],
    };
  }
  // Only asked for when the file has an issue.
  let find: ReturnType<typeof lineFinder> | undefined;
  const lineOf = (path: FieldPath) => {
    find ??= lineFinder(parts.yaml);
    return (find(path) ?? 1) + parts.yamlLine - 1;
  };
  const mdx = COLLECTIONS[kind.name].extension === '.mdx';
  const entry: RawEntry = {
    collection: kind.name,
    id: kind.id,
    file,
    data: parsed.data,
    lineOf,
    ...(parts.body === undefined ? {} : { body: inspect(parts.body, parts.bodyLine, mdx) }),
  };
  return { entry, issues: [] };
}
