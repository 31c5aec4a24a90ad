import { z } from 'zod';
import { about, choice, count, day, reference } from '../schema/field.ts';
import { rule } from '../schema/quota.ts';
import { STATUSES } from '../schema/vocabulary.ts';
import { dataFile } from './parts.ts';

/** Why an article with a date in a period is not counted in it. */
const NOT_COUNTED = {
  'no-date': 'chưa có ngày',
  'no-event': 'chưa gửi, đăng, phát trên kênh của chỉ tiêu',
  again: 'đã tính ở kỳ trước',
  repost: 'đăng lại',
  'placed-before': 'đã đăng nơi khác trước đó',
  repeat: 'trùng tin đã có',
  topic: 'không đúng chủ đề',
  field: 'không đúng lĩnh vực',
  genre: 'không đúng thể loại',
  withdrawn: 'đã gỡ',
} as const;

const ruleId = about(z.string(), 'Chỉ tiêu', 'Mã chỉ tiêu', 'Id of the rule.');

const counted = z.strictObject({
  id: about(z.string(), 'Mã', 'Mã bài, lần phát, hoạt động', 'Id of what was counted.'),
  title: about(z.string(), 'Tên', 'Tên bài, hoạt động', 'Its title.'),
  url: about(
    z.string().nullable(),
    'Địa chỉ trang',
    'null khi bài không đăng trên chuyên mục',
    'Address of its page; null for a text without one.',
  ),
  date: about(day(), 'Ngày được tính', 'Ngày được tính', 'The date it counts on.'),
});

const notCounted = z.strictObject({
  id: about(z.string(), 'Mã', 'Mã bài', 'Id of the article.'),
  code: about(choice(NOT_COUNTED), 'Lý do', 'Mã lý do', 'Reason.'),
  message: about(z.string(), 'Lời giải thích', 'Bằng tiếng Việt', 'The reason in Vietnamese.'),
});

const tally = z.strictObject({
  rule: ruleId,
  subject: about(z.string(), 'Đơn vị', 'Mã đơn vị, hoặc joint', 'A department, or `joint`.'),
  period: about(z.string(), 'Kỳ', 'Ví dụ 2026-03, 2026-W09, 2026-Q1', 'Label of the period.'),
  from: about(day(), 'Từ ngày', 'Ngày đầu kỳ', 'First day of the period.'),
  to: about(day(), 'Đến hết ngày', 'Ngày cuối kỳ', 'Last day of the period, included.'),
  required: about(
    count().nullable(),
    'Phải đạt',
    'null khi chỉ theo dõi',
    'The minimum; null for rules that are only tracked.',
  ),
  actual: about(count(), 'Đã đạt', 'Số đã đếm', 'How many count.'),
  status: about(choice(STATUSES), 'Kết quả', 'Kết quả', 'Status of the period.'),
  closed: about(z.boolean(), 'Đã khóa sổ', 'Đã khóa sổ', 'Whether the period was closed.'),
  live: about(
    count().nullable(),
    'Số đếm hôm nay',
    'Chỉ có khi kỳ đã khóa sổ',
    "Today's number of a closed period.",
  ),
  shares: about(
    z.record(z.string(), count()),
    'Phần của từng đơn vị',
    'Mã đơn vị và số đã tính',
    'How many of the counted come from each department.',
  ),
  counted: about(z.array(counted), 'Đã tính', 'Những gì đã tính', 'What was counted.'),
  notCounted: about(z.array(notCounted), 'Không tính', 'Kèm lý do', 'What was not, and why.'),
});

/** `chi-tieu.json`: the count of every quota rule, as `npm run quota` prints it. */
export const quotaFile = dataFile({
  departments: about(
    z.array(
      z.strictObject({
        id: about(z.string(), 'Mã', 'Mã đơn vị', 'Id.'),
        name: about(z.string(), 'Tên', 'Tên đơn vị', 'Name.'),
        from: about(day().nullable(), 'Từ ngày', 'Ngày thành lập', 'First day.'),
        to: about(day().nullable(), 'Đến hết ngày', 'Ngày giải thể', 'Last day, included.'),
      }),
    ),
    'Đơn vị',
    'Đơn vị',
    'The departments that tallies name.',
  ),
  rules: about(
    z.array(
      z.strictObject({
        ...rule.shape,
        plan: about(reference('plan'), 'Kế hoạch', 'Mã kế hoạch', 'Id of its plan.'),
        members: about(
          z.array(z.string()),
          'Đơn vị được tính',
          'Đơn vị được tính',
          'Ids of the departments whose entries count for it on any day.',
        ),
      }),
    ),
    'Chỉ tiêu',
    'Như trong kế hoạch',
    'The rules, as their plans have them.',
  ),
  tallies: about(
    z.array(tally),
    'Kết quả từng kỳ',
    'Một chỉ tiêu, một đơn vị, một kỳ',
    'One for each rule, subject and period.',
  ),
  alternatives: about(
    z.array(
      z.strictObject({
        rule: ruleId,
        label: about(z.string(), 'Cách hiểu', 'Cách hiểu khác', 'The other reading.'),
        tallies: about(
          z.array(tally),
          'Kết quả từng kỳ',
          'Theo cách hiểu này',
          'The tallies it would give.',
        ),
      }),
    ),
    'Kết quả theo cách hiểu khác',
    'Để so sánh',
    'What other readings of a rule would give.',
  ),
});
