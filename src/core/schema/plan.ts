import { z } from 'zod';
import {
  ALWAYS,
  about,
  choice,
  count,
  day,
  documentNumber,
  flag,
  line,
  list,
  moment,
  month,
  prose,
  reference,
} from './field.ts';
import { attachment, citation, formerSlugs, sample, summary } from './parts.ts';
import { rule } from './quota.ts';
import { DUE_KINDS, REPORT_FORMS, TASK_STATES } from './vocabulary.ts';

const due = z
  .strictObject({
    kind: about(choice(DUE_KINDS), 'Loại thời hạn', 'Có ngày, định kỳ, thường xuyên …', 'Kind.'),
    text: about(
      line(200).optional(),
      'Nguyên văn thời hạn',
      'Chép đúng cột thời gian của kế hoạch; ô trống thì để trống',
      "The plan's words; blank where its cell is blank.",
    ),
    date: about(
      day().optional(),
      'Ngày',
      'Hạn cuối, nếu tính ra được ngày',
      'The day, for fixed and computed dates.',
    ),
    inclusive: about(
      flag().default(true),
      'Kể cả ngày đó',
      'Bỏ chọn khi kế hoạch ghi «trước ngày …»',
      'False for «trước ngày»: the last good day is the one before.',
    ),
    from: about(
      moment().optional(),
      'Từ',
      'Kỳ hoặc ngày đầu, ví dụ 2026-Q3',
      'First day or period of a window.',
    ),
    to: about(
      moment().optional(),
      'Đến hết',
      'Kỳ hoặc ngày cuối',
      'Last day or period of a window.',
    ),
    days: about(
      count(1, 1000).optional(),
      'Số ngày',
      'Với thời hạn tính từ một văn bản',
      'Days after the document named in `after`, its own day excluded.',
    ),
    after: about(
      line(200).optional(),
      'Tính từ văn bản',
      'Ví dụ: ngày UBND xã ban hành Kế hoạch',
      'What a relative date runs from.',
    ),
  })
  .superRefine((value, context) => {
    const missing = (path: string) =>
      context.addIssue({ code: 'custom', path: [path], message: 'field-missing' });
    if (value.kind === 'fixed' && !value.date) missing('date');
    if (value.kind === 'window' && !value.from) missing('from');
    if (value.kind === 'window' && !value.to) missing('to');
    if (value.kind === 'relative' && !value.days) missing('days');
    if (value.kind === 'relative' && !value.after) missing('after');
  }, ALWAYS);

const taskStatus = z.strictObject({
  state: about(
    choice(TASK_STATES),
    'Tình trạng',
    'Ghi khi không có bài hay hoạt động nào chứng minh được',
    'State, set by hand where no evidence on the site can tell.',
  ),
  date: about(day().optional(), 'Ngày ghi', 'Ngày cập nhật', 'Date of the entry.'),
  note: about(prose(400).optional(), 'Ghi chú', 'Văn bản chứng minh', 'What shows it.'),
});

/** One duty of a plan: a row of its annex or a sentence of «Tổ chức thực hiện». */
export const task = z.strictObject({
  no: about(
    z.string().regex(/^[\p{L}\p{N}]+([.-][\p{L}\p{N}]+)*$/u, { error: 'id-invalid' }),
    'Số thứ tự',
    'Số trong phụ lục, hoặc mục trong phần tổ chức thực hiện, ví dụ IV.2.1',
    'Number of the row, or of the sentence; content refers to it as `plan/no`.',
  ),
  text: about(prose(2000), 'Nhiệm vụ', 'Chép từ kế hoạch', 'The duty, in the plan’s words.'),
  quote: about(
    prose(2000).optional(),
    'Nguyên văn',
    'Khi nội dung trên đã được nối dòng hoặc rút gọn',
    'Exact words of the plan, where `text` joins or shortens them.',
  ),
  where: about(line(160), 'Vị trí', 'Ví dụ: Phụ lục, dòng 1', 'Where in the plan it stands.'),
  lead: about(
    list(reference('member')),
    'Chủ trì',
    'Mã đơn vị hoặc group:<mã nhóm>',
    'Departments and groups that lead.',
  ),
  leadOutside: about(
    line(300).optional(),
    'Chủ trì ngoài phường, xã',
    'Ví dụ: Sở Khoa học và Công nghệ',
    'A lead outside the ward, in the plan’s words.',
  ),
  coordinating: about(
    list(reference('member')),
    'Phối hợp',
    'Mã đơn vị hoặc group:<mã nhóm>',
    'Departments and groups that co-ordinate.',
  ),
  coordinatingOutside: about(
    line(300).optional(),
    'Phối hợp ngoài phường, xã',
    'Đơn vị khác cùng phối hợp',
    'Co-ordinators that are not departments of the ward.',
  ),
  perDepartment: about(
    flag().default(false),
    'Từng đơn vị phải làm',
    'Mỗi đơn vị chủ trì đều phải hoàn thành',
    'Whether each leading department owes it on its own.',
  ),
  requested: about(
    flag().default(false),
    'Chỉ đề nghị',
    'Nhiệm vụ đề nghị cơ quan khác, không đánh giá',
    'A request («đề nghị») to a body that is never judged.',
  ),
  output: about(
    line(300).optional(),
    'Kết quả, sản phẩm',
    'Như trong phụ lục',
    'Output, where the plan names one.',
  ),
  due: about(due, 'Thời hạn', 'Thời gian hoàn thành', 'When it is due.'),
  rules: about(
    list(z.string()),
    'Chỉ tiêu kèm theo',
    'Mã chỉ tiêu đo nhiệm vụ này',
    'Ids of the rules that measure it.',
  ),
  status: about(
    taskStatus.optional(),
    'Tình trạng',
    'Chỉ ghi khi trang không tự biết được',
    'Manual status, where no evidence can tell.',
  ),
});

const deadline = z.strictObject({
  period: about(moment(), 'Kỳ báo cáo', 'Ví dụ 2026-Q1, 2026-H1', 'The period reported on.'),
  date: about(
    day().optional(),
    'Hạn gửi',
    'Để trống nếu kế hoạch không ghi ngày',
    'Day it is due; absent where the plan gives none.',
  ),
  inclusive: about(
    flag().default(true),
    'Kể cả ngày đó',
    'Bỏ chọn khi kế hoạch ghi «trước ngày …»',
    'False for «trước ngày».',
  ),
});

/** One duty to report, with its periods. */
export const reportDuty = z.strictObject({
  id: about(
    line(40).regex(/^[a-z0-9-]+$/, { error: 'id-invalid' }),
    'Mã',
    'Ví dụ: bao-cao-dinh-ky',
    'Id within the plan.',
  ),
  label: about(line(200), 'Tên báo cáo', 'Ví dụ: Báo cáo định kỳ', 'Name.'),
  from: about(
    list(reference('member')),
    'Đơn vị báo cáo',
    'Mã đơn vị hoặc group:<mã nhóm>',
    'Who reports.',
  ),
  via: about(
    reference('department').optional(),
    'Qua đơn vị tổng hợp',
    'Đơn vị tổng hợp báo cáo',
    'Department that collects the reports.',
  ),
  receiver: about(line(200), 'Nơi nhận báo cáo', 'Ví dụ: UBND phường', 'Who receives them.'),
  form: about(choice(REPORT_FORMS), 'Hình thức', 'Riêng hay lồng ghép', 'Form.'),
  deadlines: about(
    list(deadline),
    'Các kỳ và hạn gửi',
    'Mỗi kỳ một dòng; để trống nếu theo chế độ báo cáo của cấp trên',
    'Periods with their days; none where the dates come from outside.',
  ),
  quote: about(prose(1200), 'Nguyên văn', 'Chép đúng câu trong kế hoạch', "The plan's own words."),
  where: about(line(160), 'Vị trí', 'Ví dụ: IV.1', 'Where they stand.'),
  note: about(prose(800).optional(), 'Ghi chú', 'Điểm chưa rõ', 'What is unclear about it.'),
});

const conflict = z.strictObject({
  id: about(
    line(40).regex(/^[a-z0-9-]+$/, { error: 'id-invalid' }),
    'Mã',
    'Ví dụ: ub-4',
    'Id within the plan.',
  ),
  about: about(
    line(300),
    'Điểm mâu thuẫn, chưa rõ',
    'Nói gọn điều gì không khớp',
    'What does not agree or is not said.',
  ),
  quotes: about(
    list(
      z.strictObject({
        text: about(prose(1200), 'Nguyên văn', 'Chép đúng câu', 'Exact words.'),
        where: about(line(160), 'Vị trí', 'Mục, dòng', 'Where they stand.'),
      }),
    ),
    'Các câu liên quan',
    'Câu này và câu kia',
    'The passages concerned.',
  ),
  chosen: about(
    prose(1000),
    'Cách xử lý trên trang này',
    'Trang này hiểu thế nào, vì sao',
    'What this site does about it and why.',
  ),
});

/** A published plan: `plans/<id>.yaml`. Number and date may be blank, as in two of the seeds. */
export const plan = z
  .strictObject({
    title: about(line(300, 8), 'Tên kế hoạch', 'Trích yếu', 'Title.'),
    number: about(
      documentNumber().optional(),
      'Số, ký hiệu',
      'Để trống nếu bản kế hoạch chưa ghi số',
      'Number and symbol; blank where the text leaves it blank.',
    ),
    date: about(
      day().optional(),
      'Ngày ban hành',
      'Để trống nếu bản kế hoạch chưa ghi ngày',
      'Date of issue; blank where the text leaves it blank.',
    ),
    issuedMonth: about(
      month().optional(),
      'Tháng ban hành',
      'Dùng khi chỉ biết tháng, ví dụ 2026-01',
      'Month of issue, where there is no day.',
    ),
    year: about(count(2000, 2100), 'Năm kế hoạch', 'Năm thực hiện', 'Year it is for.'),
    issuer: about(line(200), 'Cơ quan ban hành', 'Ví dụ: UBND phường Uông Bí', 'Issuer.'),
    signerRole: about(
      line(200).optional(),
      'Thẩm quyền ký',
      'Ví dụ: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
      'Role in which it is signed; not the name.',
    ),
    legalBasis: about(list(citation), 'Căn cứ', 'Văn bản làm căn cứ', 'Legal bases.'),
    theme: about(
      prose(600).optional(),
      'Chủ đề năm',
      'Chủ đề công tác năm, nếu có',
      'Theme of the year.',
    ),
    audience: about(
      list(line(400)),
      'Đối tượng',
      'Đối tượng tuyên truyền',
      'Whom the plan addresses.',
    ),
    summary: summary(),
    replaces: about(
      reference('plan').optional(),
      'Thay thế kế hoạch',
      'Mã kế hoạch được thay, nếu có',
      'Plan that this one amends or replaces; its rules end when these begin.',
    ),
    tasks: about(list(task), 'Nhiệm vụ', 'Mọi dòng phụ lục và mọi việc được giao', 'Duties.'),
    quotas: about(list(rule), 'Chỉ tiêu', 'Mọi yêu cầu có con số', 'Quota rules.'),
    reportSchedule: about(
      list(reportDuty),
      'Chế độ báo cáo',
      'Ai báo cáo ai, khi nào',
      'Reporting duties.',
    ),
    conflicts: about(
      list(conflict),
      'Mâu thuẫn, điểm chưa rõ',
      'Những chỗ trong kế hoạch không khớp nhau',
      'Contradictions and gaps of the text.',
    ),
    recipients: about(
      list(line(200)),
      'Nơi nhận',
      'Như cuối kế hoạch',
      'Recipients, for the reports that follow from it.',
    ),
    attachments: about(
      list(attachment),
      'Tệp kế hoạch',
      'Bản ký, phụ lục',
      'The signed text and its annexes.',
    ),
    formerSlugs: formerSlugs(),
    sample: sample(),
  })
  .superRefine((value, context) => {
    if (!value.date && !value.issuedMonth)
      context.addIssue({ code: 'custom', path: ['date'], message: 'plan-undated' });
  }, ALWAYS);

export type Plan = z.infer<typeof plan>;
export type Task = z.infer<typeof task>;
