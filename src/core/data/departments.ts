import { z } from 'zod';
import { addresses } from '../address.ts';
import { department, group } from '../schema/departments.ts';
import { about } from '../schema/field.ts';
import type { Edition } from '../view/edition.ts';
import { departmentPages } from '../view/shelf.ts';
import { dataFile, dataHead, fieldsOf, identity, picked } from './parts.ts';

const OWN = [
  ...(['id', 'name', 'aliases', 'relation', 'duties', 'phone', 'email', 'hotlines'] as const),
  ...(['from', 'to'] as const),
] as const;
const GROUP = ['id', 'name', 'aliases', 'members'] as const;

/** `don-vi.json`: the departments and the groups that plans address. */
export const departmentFile = dataFile({
  departments: about(
    z.array(z.strictObject({ url: identity.url, ...fieldsOf(department, OWN) })),
    'Đơn vị',
    'Cả đơn vị không còn hoạt động',
    'Departments that exist, or once existed.',
  ),
  groups: about(
    z.array(z.strictObject(fieldsOf(group, GROUP))),
    'Nhóm đơn vị',
    'Nhóm mà kế hoạch nhắc chung',
    'Groups that plans address as one.',
  ),
});

/** The departments of an edition. */
export function departmentData(edition: Edition): z.infer<typeof departmentFile> {
  return {
    ...dataHead(edition),
    departments: departmentPages(edition).map(({ department: unit }) => ({
      url: addresses.department(unit.id),
      ...picked(unit, OWN),
    })),
    groups: edition.store.groups.map((one) => picked(one, GROUP)),
  };
}
