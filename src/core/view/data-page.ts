import { z } from 'zod';
import { addresses } from '../address.ts';
import { DATA_KINDS, type DataKind } from '../data/files.ts';
import { dataFile } from '../data/parts.ts';
import { itemOf, metaOf, shapeOf, unwrap } from '../schema/walk.ts';
import type { Edition } from './edition.ts';
import { type Follow, followsOf } from './follow.ts';
import type { Link } from './link.ts';

/** One field of a data file. */
export interface DataField {
  /** `announcements[].procedures[].code`. */
  path: string;
  label: string;
  /** `ngày`, `chữ`, `danh sách` … */
  type: string;
  /** Whether it may be left out. */
  optional: boolean;
  /** Codes with their names, where only these occur. */
  codes: { code: string; name: string }[];
}

/** One kind of data file as the page explains it. */
export interface DataSection {
  anchor: string;
  title: string;
  meaning: string;
  files: Link[];
  schema: Link;
  /** Those of its own, beside the head. */
  fields: DataField[];
  /** `Các trường (23)`. */
  fieldsLabel: string;
}

/** The page of open data. */
export interface DataPage {
  feeds: Follow[];
  calendars: Follow[];
  /** The fields that every file begins with. */
  head: DataField[];
  sections: DataSection[];
}

/** What programs can fetch from an edition. */
export function dataPage(edition: Edition): DataPage {
  const follows = followsOf(edition);
  return {
    feeds: follows.filter(({ kind }) => kind === 'feed'),
    calendars: follows.filter(({ kind }) => kind === 'calendar'),
    head: fieldsBelow(dataFile({}), ''),
    sections: DATA_KINDS.map((kind) => sectionOf(edition, kind)),
  };
}

function sectionOf(edition: Edition, kind: DataKind): DataSection {
  const shared = Object.keys(shapeOf(dataFile({})));
  const fields = fieldsBelow(kind.schema, '').filter(
    ({ path }) => !shared.includes(path.split('.')[0] ?? ''),
  );
  const names = kind.files ? [...kind.files(edition).keys()] : [kind.name];
  return {
    anchor: kind.name,
    title: kind.title,
    meaning: kind.meaning,
    files: names.map((name) => linkTo(addresses.dataFile(name))),
    schema: linkTo(addresses.dataSchema(kind.name)),
    fields,
    fieldsLabel: `Các trường (${fields.length})`,
  };
}

function linkTo(address: string): Link {
  return { label: address, address };
}

function fieldsBelow(schema: z.ZodType, above: string): DataField[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const item = itemOf(field);
    const path = `${above}${name}${item ? '[]' : ''}`;
    const { label = name, options = item && metaOf(item).options } = metaOf(field);
    return [
      {
        path,
        label,
        type: typeOf(field),
        optional: field instanceof z.ZodOptional,
        codes: Object.entries(options ?? {}).map(([code, known]) => ({ code, name: known })),
      },
      ...fieldsBelow(item ?? field, `${path}.`),
    ];
  });
}

function typeOf(field: z.ZodType): string {
  const inner = unwrap(field);
  if (inner instanceof z.ZodArray) return 'danh sách';
  if (inner instanceof z.ZodObject || inner instanceof z.ZodRecord) return 'nhóm';
  if (inner instanceof z.ZodNumber || inner instanceof z.ZodLiteral) return 'số';
  if (inner instanceof z.ZodBoolean) return 'có, không';
  if (inner instanceof z.ZodEnum) return 'mã';
  return metaOf(field).input === 'date' ? 'ngày' : 'chữ';
}
