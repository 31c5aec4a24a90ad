import { z } from 'zod';
import { ALWAYS, about, choice, count, day, line, list, prose, reference } from './field.ts';
import {
  department,
  evidence,
  formerSlugs,
  picture,
  reformFields,
  sample,
  summary,
  taskReferences,
} from './parts.ts';
import { ACTIVITY_KINDS } from './vocabulary.ts';

/** The first and last day of something that takes several. */
export const span = z.strictObject({
  from: about(day(), 'Từ ngày', 'Ngày đầu', 'First day.'),
  to: about(day(), 'Đến ngày', 'Ngày cuối', 'Last day, included; the day a quota counts it on.'),
});

/** Something held (tọa đàm, đối thoại, tập huấn …): `activities/<slug>.md`. */
export const activity = z
  .strictObject({
    title: about(line(180, 8), 'Tên hoạt động', 'Ví dụ: Tập huấn …', 'Name.'),
    kind: about(choice(ACTIVITY_KINDS), 'Loại hoạt động', 'Chọn một loại', 'Kind.'),
    date: about(day().optional(), 'Ngày', 'Dùng khi chỉ một ngày', 'The day, when it takes one.'),
    window: about(
      span.optional(),
      'Thời gian',
      'Dùng khi kéo dài nhiều ngày',
      'First and last day, when it takes several.',
    ),
    place: about(line(200).optional(), 'Địa điểm', 'Nơi tổ chức', 'Where it is held.'),
    department: department(),
    coordinators: about(
      list(reference('department')),
      'Đơn vị phối hợp',
      'Không được tính chỉ tiêu',
      'Departments that help.',
    ),
    participants: about(
      count().optional(),
      'Số người dự',
      'Ghi sau khi tổ chức',
      'How many took part.',
    ),
    fields: reformFields(),
    summary: summary(),
    result: about(prose(800).optional(), 'Kết quả', 'Ghi sau khi tổ chức', 'What came of it.'),
    evidence: about(
      list(evidence),
      'Minh chứng',
      'Giấy mời, ảnh, biên bản, báo cáo',
      'Proof that it was held.',
    ),
    image: about(picture.optional(), 'Ảnh', 'Ảnh hoạt động', 'Picture.'),
    tasks: taskReferences(),
    formerSlugs: formerSlugs(),
    sample: sample(),
  })
  .superRefine((value, context) => {
    if (!value.date && !value.window)
      context.addIssue({ code: 'custom', path: ['date'], message: 'field-missing' });
  }, ALWAYS);

export type Activity = z.infer<typeof activity>;

/** The day an activity counts on: its day, or the last day of its window. */
export function heldOn(entry: Activity): string {
  return entry.window?.to ?? entry.date ?? '';
}
