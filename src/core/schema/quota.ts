import { z } from 'zod';
import {
  ALWAYS,
  about,
  choice,
  count,
  flag,
  id,
  line,
  list,
  moment,
  prose,
  reference,
} from './field.ts';
import {
  ACTIVITY_KINDS,
  CHANNELS,
  EVENTS,
  GENRES,
  LEVELS,
  MEASURES,
  MODES,
  REFORM_FIELDS,
} from './vocabulary.ts';

/** Kinds of period a rule is counted in, with their names. */
export const RULE_PERIODS = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  'nine-months': '9 tháng',
  year: 'năm',
  window: 'khoảng thời gian',
} as const;

const subject = z.strictObject({
  departments: about(
    list(reference('member')),
    'Đơn vị, nhóm',
    'Mã đơn vị, hoặc group:<mã nhóm>',
    'Departments and groups (`group:<id>`) that answer for the rule.',
  ),
  mode: about(
    choice(MODES),
    'Cách tính',
    'Từng đơn vị, tính chung, hay tính cho đơn vị chủ trì',
    '`each`: one tally for each member; `joint`: one for all; `lead`: one for the lead.',
  ),
  lead: about(
    reference('department').optional(),
    'Đơn vị chủ trì',
    'Chỉ dùng khi tính cho đơn vị chủ trì',
    'The lead, for mode `lead`; items of the listed departments count for it too.',
  ),
});

const conditions = z.strictObject({
  new: about(
    flag().optional(),
    'Tin mới',
    'Tin mới, chưa từng đăng tải',
    'Only texts never published before (tin mới, chưa từng đăng tải).',
  ),
  topics: about(
    z.array(reference('topic')).optional(),
    'Chủ đề',
    'Chỉ tính bài có một trong các chủ đề này',
    'At least one of these topics.',
  ),
  fields: about(
    z.array(choice(REFORM_FIELDS, 'reform-field-unknown')).optional(),
    'Lĩnh vực',
    'Chỉ tính bài thuộc một trong các lĩnh vực này',
    'At least one of these reform fields.',
  ),
  genres: about(
    z.array(choice(GENRES)).optional(),
    'Thể loại',
    'Chỉ tính các thể loại này; để trống là tin, bài, phóng sự',
    'One of these genres; without it brief, story and reportage.',
  ),
  activityKinds: about(
    z.array(choice(ACTIVITY_KINDS)).optional(),
    'Loại hoạt động',
    'Chỉ tính các loại hoạt động này',
    'One of these kinds of activity.',
  ),
});

/** What a rule counts by; an alternative reading may change any of it. */
const countingFields = {
  measure: about(choice(MEASURES), 'Đếm gì', 'Tin/bài, lần phát hay hoạt động', 'What is counted.'),
  event: about(
    choice(EVENTS),
    'Tính vào ngày',
    'Ngày gửi, đăng, phát hay tổ chức',
    'The event whose date decides the period.',
  ),
  channels: about(
    list(choice(CHANNELS, 'channel-unknown')),
    'Kênh',
    'Một trong các kênh này; để trống với hoạt động',
    'Any of these channels.',
  ),
  min: about(
    count(1, 10_000).optional(),
    'Tối thiểu',
    'Số phải đạt trong một kỳ; để trống với chỉ tiêu chỉ theo dõi',
    'Minimum in one period; always "at least".',
  ),
  period: about(choice(RULE_PERIODS), 'Kỳ tính', 'Tuần, tháng, quý, năm …', 'Kind of period.'),
  from: about(
    moment().optional(),
    'Tính từ',
    'Kỳ hoặc ngày đầu; để trống là kỳ trọn vẹn đầu tiên sau ngày ban hành',
    'First period or day; by default the first whole one after the plan.',
  ),
  to: about(
    moment().optional(),
    'Đến hết',
    'Kỳ hoặc ngày cuối; để trống là hết năm kế hoạch',
    "Last period or day; by default the end of the plan's year.",
  ),
  conditions: about(
    conditions.default({}),
    'Điều kiện',
    'Mọi điều kiện phải cùng đúng',
    'All keys must hold; within a key one match is enough.',
  ),
};

/** Another way to read an ambiguous rule: a label and whatever it changes. */
const alternative = z.strictObject({
  label: about(
    line(200),
    'Cách hiểu khác',
    'Ví dụ: tính từng phòng',
    'Name of the reading, shown beside the chosen one.',
  ),
  departments: about(
    z.array(reference('member')).optional(),
    'Đơn vị, nhóm',
    'Nếu khác với chỉ tiêu',
    'Departments, when they differ.',
  ),
  mode: about(
    choice(MODES).optional(),
    'Cách tính',
    'Nếu khác với chỉ tiêu',
    'Mode, when it differs.',
  ),
  lead: about(
    reference('department').optional(),
    'Đơn vị chủ trì',
    'Nếu khác với chỉ tiêu',
    'Lead, when it differs.',
  ),
  measure: countingFields.measure.optional(),
  event: countingFields.event.optional(),
  channels: about(
    z.array(choice(CHANNELS, 'channel-unknown')).optional(),
    'Kênh',
    'Nếu khác với chỉ tiêu',
    'Channels, when they differ.',
  ),
  min: countingFields.min,
  period: countingFields.period.optional(),
  from: countingFields.from,
  to: countingFields.to,
  conditions: about(
    conditions.optional(),
    'Điều kiện',
    'Nếu khác với chỉ tiêu',
    'Conditions, when they differ; they replace the rule’s.',
  ),
});

/** A quota rule, standing in its plan beside the words that create it. */
export const rule = z
  .strictObject({
    id: about(id(), 'Mã chỉ tiêu', 'Ví dụ: ub-2', 'Id, unique in the ward.'),
    quote: about(
      prose(1200),
      'Nguyên văn',
      'Chép đúng câu trong kế hoạch',
      "The plan's own words, to the letter.",
    ),
    where: about(
      line(200),
      'Vị trí',
      'Ví dụ: Phụ lục, dòng 3',
      'Where in the plan the words stand.',
    ),
    subject: about(subject, 'Đơn vị thực hiện', 'Ai phải đạt chỉ tiêu', 'Who answers for it.'),
    ...countingFields,
    level: about(
      choice(LEVELS).default('required'),
      'Mức độ',
      'Bắt buộc, hoặc chỉ theo dõi',
      '`required` is judged; `tracked` is shown and never judged.',
    ),
    interpretation: about(
      prose(1200).optional(),
      'Cách hiểu',
      'Vì sao tính như vậy',
      'Why the words are read this way.',
    ),
    alternatives: about(
      list(alternative),
      'Cách hiểu khác',
      'Kết quả theo cách hiểu khác được hiện bên cạnh',
      'Other readings, evaluated and shown beside the chosen one.',
    ),
  })
  .superRefine((value, context) => {
    const missing = (...path: string[]) =>
      context.addIssue({ code: 'custom', path, message: 'field-missing' });
    if (value.level === 'required' && value.min === undefined) missing('min');
    if (value.subject?.mode === 'lead' && !value.subject.lead) missing('subject', 'lead');
    if (value.subject && value.subject.mode !== 'lead' && value.subject.departments?.length === 0)
      missing('subject', 'departments');
    if (value.period === 'window' && !value.from) missing('from');
    if (value.period === 'window' && !value.to) missing('to');
  }, ALWAYS);

export type Rule = z.infer<typeof rule>;
export type Alternative = z.infer<typeof alternative>;
