import { z } from 'zod';
import { addresses } from '../address.ts';
import { about } from '../schema/field.ts';
import { practice } from '../schema/practice.ts';
import type { Edition } from '../view/edition.ts';
import { dataFile, dataHead, fieldsOf, identity, picked, sampleFlag } from './parts.ts';

const OWN = [
  ...(['title', 'date', 'departments', 'start', 'stage', 'fields', 'summary'] as const),
  ...(['problem', 'solution', 'results', 'recognition', 'replicability', 'contact'] as const),
] as const;

/** `mo-hinh-hay.json`: the practices. */
export const practiceFile = dataFile({
  practices: about(
    z.array(z.strictObject({ ...identity, ...fieldsOf(practice, OWN), sample: sampleFlag })),
    'Mô hình hay',
    'Mới nhất trước',
    'Practices, newest first.',
  ),
});

/** The practices of an edition. */
export function practiceData(edition: Edition): z.infer<typeof practiceFile> {
  return {
    ...dataHead(edition),
    practices: edition.practices.map(({ id, data }) => ({
      id,
      url: addresses.practice(id),
      ...picked(data, OWN),
      sample: data.sample,
    })),
  };
}
