import { z } from 'zod';
import { about, amount, choice, day, line, list, prose, reference } from './field.ts';
import {
  citation,
  formerSlugs,
  picture,
  reformFields,
  sample,
  summary,
  taskReferences,
} from './parts.ts';
import { PRACTICE_STAGES } from './vocabulary.ts';

/** One result of a practice, as numbers before and after. */
const result = z.strictObject({
  measure: about(line(200), 'Kết quả', 'Ví dụ: Thời gian chờ trung bình', 'What was measured.'),
  before: about(amount().optional(), 'Trước', 'Số liệu trước khi làm', 'Value before.'),
  after: about(amount().optional(), 'Sau', 'Số liệu sau khi làm', 'Value after.'),
  unit: about(line(60).optional(), 'Đơn vị tính', 'Ví dụ: phút, %', 'Unit of both values.'),
});

/** A way of working that others can take over (mô hình hay, sáng kiến): `practices/<slug>.md`. */
export const practice = z.strictObject({
  title: about(line(180, 8), 'Tên mô hình', 'Tên ngắn, nói rõ việc làm', 'Name of the practice.'),
  date: about(day(), 'Ngày đăng', 'Ngày giới thiệu trên trang này', 'Date of publication here.'),
  departments: about(
    z.array(reference('department')).min(1, { error: 'field-missing' }),
    'Đơn vị thực hiện',
    'Đơn vị làm mô hình này',
    'Departments that do it.',
  ),
  start: about(day(), 'Bắt đầu từ', 'Ngày bắt đầu áp dụng', 'Date it was first applied.'),
  stage: about(choice(PRACTICE_STAGES), 'Giai đoạn', 'Thí điểm hay nhân rộng', 'How far it is.'),
  fields: reformFields(),
  summary: summary(),
  problem: about(prose(1500), 'Vấn đề', 'Trước đây vướng ở đâu', 'The problem it answers.'),
  solution: about(prose(1500), 'Cách làm', 'Đã làm gì khác đi', 'What is done differently.'),
  results: about(
    list(result),
    'Kết quả',
    'Số liệu trước và sau, có thể kiểm chứng',
    'Results as numbers.',
  ),
  recognition: about(
    citation.optional(),
    'Quyết định công nhận',
    'Quyết định công nhận sáng kiến, nếu có',
    'Decision that recognised it.',
  ),
  replicability: about(
    prose(1000).optional(),
    'Khả năng nhân rộng',
    'Nơi khác cần gì để làm theo',
    'What others need to take it over.',
  ),
  contact: about(
    line(200).optional(),
    'Liên hệ',
    'Bộ phận và điện thoại cơ quan để hỏi thêm',
    'Office to ask; never a private number.',
  ),
  image: about(picture.optional(), 'Ảnh', 'Ảnh minh họa', 'Picture.'),
  tasks: taskReferences(),
  formerSlugs: formerSlugs(),
  sample: sample(),
});

export type Practice = z.infer<typeof practice>;
