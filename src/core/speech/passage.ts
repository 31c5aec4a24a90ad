/**
 * A piece of an article as it stands one under the other on its page, without markup: what the
 * Markdown of a body comes to before it is read aloud.
 */
export type Passage = TextPassage | TablePassage;

/** A heading, a paragraph, or an item of a list. */
export interface TextPassage {
  kind: 'heading' | 'paragraph' | 'item';
  text: string;
  /** Its place in a numbered list, from 1. */
  place?: number;
}

/** A table: its head, where it has one, and its rows. */
export interface TablePassage {
  kind: 'table';
  head: string[];
  rows: string[][];
}
