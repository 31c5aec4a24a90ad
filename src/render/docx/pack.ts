import { type Document, Packer } from 'docx';
import type { Day } from '../../core/calendar/day.ts';
import { renumberRelationships, repack } from '../reproducible-zip.ts';

/** A Word file as bytes, the same for the same document: `asOf` stands for the time of writing. */
export async function packed(file: Document, asOf: Day): Promise<Uint8Array> {
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return repack(bytes, (parts) => {
    const renamed = renumberRelationships(parts, 'word/document.xml');
    const core = renamed['docProps/core.xml'] ?? '';
    return {
      ...renamed,
      'docProps/core.xml': core.replace(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        `$1${asOf}T00:00:00Z`,
      ),
    };
  });
}
