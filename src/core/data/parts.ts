import { z } from 'zod';
import { addresses } from '../address.ts';
import type { Day } from '../calendar/day.ts';
import { about, day } from '../schema/field.ts';
import { hasSamples } from '../store/store.ts';
import type { Edition } from '../view/edition.ts';

/**
 * What the published data files share. Fields that an editor fills in are taken over with
 * their schemas, so that a file is described by the same names as the form. The schemas are
 * strict: nothing can be published that they do not describe.
 */

/** The version in the address of the files; it changes when a field goes or changes meaning. */
export const DATA_VERSION = 1;

/** Identity of an entry, the same in every file. */
export const identity = {
  id: about(
    z.string().min(1),
    'Mã',
    'Không đổi khi sửa nội dung',
    'Id of the entry, the same in every file.',
  ),
  url: about(
    z.string().startsWith('/'),
    'Địa chỉ trang',
    'Tính từ gốc của chuyên mục',
    "Address of its page, from the section's root.",
  ),
};

/** Whether one entry is a sample. */
export const sampleFlag = about(
  z.boolean(),
  'Nội dung mẫu',
  'Đúng: không phải thông tin chính thức',
  'Whether the entry is made up for trying the section out.',
);

/** The schema of a file: what stands at its head, then its own lists. */
export function dataFile<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({
    version: about(
      z.literal(DATA_VERSION),
      'Phiên bản',
      'Cùng số với địa chỉ tệp',
      'Version of the format.',
    ),
    ward: about(
      z.strictObject({
        id: about(z.string(), 'Mã', 'Mã phường, xã', 'Id.'),
        name: about(z.string(), 'Tên', 'Tên phường, xã', 'Name.'),
      }),
      'Phường, xã',
      'Nơi công bố',
      'The ward whose data these are.',
    ),
    asOf: about(day(), 'Tính đến ngày', 'Ngày lập tệp', 'The date everything is computed for.'),
    sample: about(
      z.boolean(),
      'Có nội dung mẫu',
      'Đúng: tệp có số liệu mẫu, không dùng làm thông tin chính thức',
      'Whether anything in the section is a sample.',
    ),
    ...shape,
  });
}

/** What stands at the head of every file. */
export function dataHead({ store, asOf }: Edition): {
  version: typeof DATA_VERSION;
  ward: { id: string; name: string };
  asOf: Day;
  sample: boolean;
} {
  const { id, name } = store.ward;
  return { version: DATA_VERSION, ward: { id, name }, asOf, sample: hasSamples(store) };
}

/** Some fields of an object's schema. */
export function fieldsOf<S extends z.ZodRawShape, K extends keyof S & string>(
  schema: { shape: S },
  names: readonly K[],
): Pick<S, K> {
  return picked(schema.shape, names);
}

/** Some values of an object; those that are not there stay away. */
export function picked<T extends object, K extends keyof T & string>(
  data: T,
  names: readonly K[],
): Pick<T, K> {
  return Object.fromEntries(
    names.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])),
  ) as Pick<T, K>;
}

/** The address of a data file, as files name each other. */
export const fileAddress = addresses.dataFile;
