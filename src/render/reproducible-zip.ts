import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of an Office file by name, as text. */
export type Parts = Record<string, string>;

/** The oldest time a zip can hold; of the local fields, so that no zone changes the bytes. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * Packs an Office file anew so that the same input gives the same bytes on every machine and
 * day: parts in a fixed order, without the time of packing. `rewrite` may change the parts.
 */
export function repack(file: Uint8Array, rewrite: (parts: Parts) => Parts): Uint8Array {
  const unpacked = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]);
  const parts = rewrite(Object.fromEntries(unpacked));
  const ordered = Object.keys(parts)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => [name, strToU8(parts[name] ?? '')]);
  return zipSync(Object.fromEntries(ordered), { level: 6, mtime: NO_TIME });
}

/**
 * Gives relationships whose names were drawn at random names by their order instead, in the
 * list of a part's relationships and in the part itself.
 */
export function renumberRelationships(parts: Parts, part: string): Parts {
  const list = part.replace(/([^/]+)$/, '_rels/$1.rels');
  const names = [...(parts[list] ?? '').matchAll(/ Id="(rId[^"]*[^\d"][^"]*)"/g)].map(
    ([, name = '']) => name,
  );
  const renamed = new Map(names.map((name, index) => [name, `rIdLink${index + 1}`]));
  const swap = (text: string) =>
    text.replace(/"(rId[^"]+)"/g, (whole, name: string) => {
      const other = renamed.get(name);
      return other ? `"${other}"` : whole;
    });
  return { ...parts, [list]: swap(parts[list] ?? ''), [part]: swap(parts[part] ?? '') };
}

/** What every package begins with comes first; readers that stream rely on it. */
function rank(name: string): number {
  return ['[Content_Types].xml', '_rels/.rels'].indexOf(name) + 1 || 9;
}
