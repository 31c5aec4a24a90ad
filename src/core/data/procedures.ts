import { z } from 'zod';
import { addresses } from '../address.ts';
import { about, choice, day } from '../schema/field.ts';
import { procedure, procedureChange } from '../schema/procedure-change.ts';
import { CHANGE_STATES } from '../schema/vocabulary.ts';
import type { Edition } from '../view/edition.ts';
import { changesOf } from '../view/procedure-state.ts';
import { dataFile, dataHead, fieldsOf, identity, picked, sampleFlag } from './parts.ts';

const OWN = [
  ...(['title', 'date', 'department', 'fields', 'summary', 'decision', 'legalBasis'] as const),
] as const;

/** `thu-tuc.json`: the announcements of procedure changes. */
export const procedureFile = dataFile({
  announcements: about(
    z.array(
      z.strictObject({
        ...identity,
        ...fieldsOf(procedureChange, OWN),
        procedures: about(
          z.array(
            procedure.extend({
              state: about(
                choice(CHANGE_STATES),
                'Trạng thái',
                'Tính đến ngày lập tệp',
                'How the change stands on the date of the file.',
              ),
              until: about(
                day().optional(),
                'Ngày cuối còn hiệu lực',
                'Theo chính quyết định này hoặc quyết định sau',
                'Last day in force, where it is known.',
              ),
            }),
          ),
          'Các thủ tục',
          'Mỗi thủ tục một mục',
          'The procedures it changes.',
        ),
        sample: sampleFlag,
      }),
    ),
    'Thông báo',
    'Mới nhất trước',
    'One for each announcing decision, newest first.',
  ),
});

/** The announcements of an edition. */
export function procedureData(edition: Edition): z.infer<typeof procedureFile> {
  const { procedureChanges, asOf } = edition;
  const changes = Map.groupBy(changesOf(procedureChanges, asOf), ({ entry }) => entry.id);
  return {
    ...dataHead(edition),
    announcements: procedureChanges.map(({ id, data }) => ({
      id,
      url: addresses.procedureChange(id),
      ...picked(data, OWN),
      procedures: (changes.get(id) ?? []).map((change) => ({
        ...change.procedure,
        state: change.state,
        ...(change.until && { until: change.until }),
      })),
      sample: data.sample,
    })),
  };
}
