import { z } from 'zod';
import {
  about,
  choice,
  day,
  documentNumber,
  line,
  list,
  procedureCode,
  prose,
  webAddress,
} from './field.ts';
import {
  citation,
  department,
  formerSlugs,
  reformFields,
  sample,
  summary,
  taskReferences,
} from './parts.ts';
import { CHANGE_KINDS, ONLINE_LEVELS, PROCEDURE_LEVELS } from './vocabulary.ts';

/** What changes for the citizen in one respect. */
const aspect = z.strictObject({
  aspect: about(line(160), 'Nội dung', 'Ví dụ: Thành phần hồ sơ', 'What is compared.'),
  before: about(prose(1000).optional(), 'Trước', 'Quy định trước đây', 'How it was.'),
  after: about(prose(1000).optional(), 'Từ ngày có hiệu lực', 'Quy định mới', 'How it becomes.'),
});

/** One procedure that a decision changes. */
export const procedure = z.strictObject({
  kind: about(
    choice(CHANGE_KINDS),
    'Loại thay đổi',
    'Mới, sửa đổi, thay thế hay bãi bỏ',
    'Kind of change (Nghị định 63/2010/NĐ-CP, Điều 14).',
  ),
  code: about(
    procedureCode(),
    'Mã thủ tục',
    'Mã trên Cổng Dịch vụ công quốc gia, đặt trong ngoặc kép',
    'National code.',
  ),
  name: about(line(400), 'Tên thủ tục', 'Ghi đúng như quyết định công bố', 'Name.'),
  procedureField: about(
    line(120).optional(),
    'Lĩnh vực thủ tục',
    'Ví dụ: Hộ tịch, Chứng thực',
    'Field of the procedure (not a reform field).',
  ),
  level: about(
    choice(PROCEDURE_LEVELS).optional(),
    'Cấp thực hiện',
    'Cấp giải quyết thủ tục',
    'Level that settles it.',
  ),
  agency: about(
    line(200).optional(),
    'Cơ quan thực hiện',
    'Nơi nhận và giải quyết hồ sơ',
    'Agency that settles it.',
  ),
  effective: about(day(), 'Có hiệu lực từ', 'Ngày quy định mới có hiệu lực', 'First day in force.'),
  expires: about(
    day().optional(),
    'Hết hiệu lực sau ngày',
    'Chỉ ghi khi quyết định có thời hạn',
    'Last day in force, for temporary changes.',
  ),
  replaces: about(
    list(procedureCode()),
    'Thay cho thủ tục',
    'Mã thủ tục cũ',
    'Codes this one replaces.',
  ),
  replacedBy: about(
    list(procedureCode()),
    'Được thay bằng',
    'Mã thủ tục mới',
    'Codes that replace this one.',
  ),
  changes: about(
    list(aspect),
    'Thay đổi cụ thể',
    'Mỗi nội dung một dòng: trước và sau',
    'What changes, before and after.',
  ),
  online: about(
    choice(ONLINE_LEVELS).optional(),
    'Mức độ trực tuyến',
    'Toàn trình, một phần hay chưa có',
    'How much can be done online.',
  ),
  portalUrl: about(
    webAddress().optional(),
    'Địa chỉ trên Cổng Dịch vụ công quốc gia',
    'Dán địa chỉ, không tự suy ra từ mã',
    'Page on the national portal; stored, never derived from the code.',
  ),
  checked: about(
    day().optional(),
    'Kiểm tra ngày',
    'Ngày đối chiếu với Cổng Dịch vụ công quốc gia',
    'Date it was last compared with the national portal.',
  ),
});

/** The decision that announces the changes; a ward republishes it and issues none itself. */
const decision = z.strictObject({
  number: about(documentNumber(), 'Số, ký hiệu', 'Số quyết định công bố', 'Number and symbol.'),
  date: about(day(), 'Ngày ban hành', 'Ngày ký quyết định', 'Date of issue.'),
  issuer: about(line(160), 'Cơ quan công bố', 'Bộ hoặc Chủ tịch UBND cấp tỉnh', 'Issuer.'),
  received: about(
    day().optional(),
    'Ngày nhận được',
    'Ngày phường, xã nhận được văn bản',
    'Date it reached the ward; publication lag is counted from it.',
  ),
  url: about(webAddress().optional(), 'Địa chỉ', 'Nơi đăng quyết định', 'Where it can be read.'),
});

/** The changes that one decision announces (thay đổi TTHC): `procedure-changes/<slug>.md`. */
export const procedureChange = z.strictObject({
  title: about(line(220, 8), 'Tên thông báo', 'Nói rõ thủ tục nào thay đổi', 'Headline.'),
  date: about(day(), 'Ngày đăng', 'Ngày đăng trên trang này', 'Date of publication here.'),
  department: department(),
  fields: reformFields(),
  summary: summary(),
  decision: about(
    decision,
    'Quyết định công bố',
    'Văn bản công bố thay đổi',
    'The announcing decision.',
  ),
  procedures: about(
    z.array(procedure).min(1, { error: 'field-missing' }),
    'Các thủ tục',
    'Mỗi thủ tục một mục',
    'The procedures it changes.',
  ),
  legalBasis: about(list(citation), 'Căn cứ pháp lý', 'Văn bản làm căn cứ', 'Legal basis.'),
  tasks: taskReferences(),
  formerSlugs: formerSlugs(),
  sample: sample(),
});

export type ProcedureChange = z.infer<typeof procedureChange>;
export type Procedure = z.infer<typeof procedure>;
