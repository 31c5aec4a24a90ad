import { z } from 'zod';
import { about, day, line, list, prose } from './field.ts';
import { citation, department, reformFields, sample, summary } from './parts.ts';

/**
 * A question that a citizen put and the ward answered: `questions/<slug>.md`, the answer in
 * the body. Who asked is never part of it.
 */
export const question = z.strictObject({
  title: about(
    line(220, 8),
    'Câu hỏi',
    'Một câu hỏi ngắn, không ghi tên hay địa chỉ của người hỏi',
    'The question in one sentence; never says who asked.',
  ),
  detail: about(
    prose(1500).optional(),
    'Nội dung hỏi đầy đủ',
    'Viết lại lời hỏi khi câu hỏi ngắn chưa đủ ý; bỏ mọi chi tiết nhận ra người hỏi',
    'The question at length, freed of whatever tells who asked.',
  ),
  summary: summary(),
  received: about(
    day().optional(),
    'Ngày nhận câu hỏi',
    'Ngày phường, xã nhận được câu hỏi',
    'Date the question reached the ward.',
  ),
  date: about(day(), 'Ngày trả lời', 'Ngày đăng câu trả lời', 'Date the answer was published.'),
  department: department(),
  fields: reformFields(),
  channel: about(
    line(120).optional(),
    'Hỏi qua đâu',
    'Ví dụ: đường dây nóng, buổi đối thoại, Cổng Dịch vụ công quốc gia',
    'How the question came.',
  ),
  sources: about(
    list(citation),
    'Căn cứ trả lời',
    'Văn bản làm căn cứ',
    'What the answer rests on.',
  ),
  reviewBy: about(
    day().optional(),
    'Rà soát lại trước ngày',
    'Sau ngày này trang nhắc người đọc hỏi lại trước khi dùng',
    'After this day readers are told to ask again, and the audit names the answer.',
  ),
  sample: sample(),
});

export type Question = z.infer<typeof question>;
