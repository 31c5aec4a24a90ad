import type { CollectionName } from '../schema/collections.ts';

/** A path into the front matter, e.g. `['placements', 0, 'sent']`. */
export type FieldPath = readonly (string | number)[];

/** One thing the body holds that an editor must mend. */
export interface BodyFinding {
  code:
    | 'html-forbidden'
    | 'link-forbidden'
    | 'image-remote'
    | 'alt-missing'
    | 'mdx-code'
    | 'heading-level'
    | 'nesting-too-deep'
    | 'block-unknown'
    | 'block-open'
    | 'block-attribute'
    | 'block-content';
  value: string;
  /** Name of the block, and of its attribute, as the form shows it. */
  label?: string;
  /** What is asked for instead. */
  detail?: string;
  /** Line in the file, from 1. */
  line?: number;
}

/** A procedure that a text names by its code, so as to link to what was announced about it. */
export interface NamedProcedure {
  code: string;
  /** Line in the file, from 1. */
  line: number;
}

/** What the checks need to know of a body; its Markdown was read once, by the reader. */
export interface RawBody {
  /** The Markdown as typed, in NFC. */
  source: string;
  /** Line of the file on which the body starts, from 1. */
  startLine: number;
  /** A digest of the normalised text: equal for two texts that say the same; `''` for none. */
  textKey: string;
  findings: readonly BodyFinding[];
  /** Paths of pictures and files of this ward that it shows or links to, as typed. */
  media: readonly string[];
  procedures: readonly NamedProcedure[];
  /**
   * The whole body as HTML that is safe to publish. Absent where it was not asked for, and where it
   * follows from the rest of the ward as well: with pictures, links within the section, or blocks.
   */
  html?: string;
}

/** A file of content as it was typed: read, but not yet held against its schema. */
export interface RawEntry {
  collection: CollectionName;
  /** Path below the collection's folder without ending; the file name for single files. */
  id: string;
  /** Path below the content folder, with `/`. */
  file: string;
  /** The front matter: text, lists and maps only; blank values are left out. */
  data: unknown;
  body?: RawBody;
  /** Line of a field in the file, from 1; the nearest enclosing line when it is not there. */
  lineOf: (path: FieldPath) => number | undefined;
}

/** A picture, document or recording that lies beside the entries. */
export interface MediaFile {
  /** Path below the content folder, with `/`. */
  file: string;
  /** Size in bytes. */
  size: number;
}
