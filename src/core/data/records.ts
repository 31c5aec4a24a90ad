import { z } from 'zod';
import { monthOf } from '../calendar/day.ts';
import { about } from '../schema/field.ts';
import { indices, lateFiles } from '../schema/records.ts';
import type { Edition } from '../view/edition.ts';
import { dataFile, dataHead, fieldsOf, picked } from './parts.ts';

const INDEX = ['index', 'year', 'value', 'unit', 'rank', 'scope', 'source'] as const;
const MONTH = ['month', 'received', 'late', 'apologies', 'documents', 'note'] as const;

/** `chi-so.json`: indices that others measure and publish. */
export const indexFile = dataFile({
  indices: about(
    z.array(z.strictObject(fieldsOf(indices.shape.indices.unwrap().element, INDEX))),
    'Các chỉ số',
    'Chỉ số đã công bố, có nguồn',
    'Published values, each with its source; the site computes none.',
  ),
});

/** `ho-so-tre-han.json`: files settled late, as monthly counts without any name. */
export const lateFilesFile = dataFile({
  months: about(
    z.array(z.strictObject(fieldsOf(lateFiles.shape.months.unwrap().element, MONTH))),
    'Các tháng',
    'Mới nhất trước',
    'Counts by month, newest first.',
  ),
});

/** The indices as the ward recorded them. */
export function indexData(edition: Edition): z.infer<typeof indexFile> {
  return {
    ...dataHead(edition),
    indices: edition.store.indices.indices.map((one) => picked(one, INDEX)),
  };
}

/** The monthly counts of files settled late. */
export function lateFilesData(edition: Edition): z.infer<typeof lateFilesFile> {
  return {
    ...dataHead(edition),
    months: edition.store.lateFiles.months
      .filter(({ month }) => month <= monthOf(edition.asOf))
      .sort((a, b) => (a.month > b.month ? -1 : 1))
      .map((one) => picked(one, MONTH)),
  };
}
