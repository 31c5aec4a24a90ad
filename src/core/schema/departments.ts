import { z } from 'zod';
import { about, choice, day, email, id, line, list, prose, reference } from './field.ts';
import { RELATIONS } from './vocabulary.ts';
import { hotline } from './ward.ts';

/** A department (phòng, ban, trung tâm …) as it stands in one stretch of time. */
export const department = z.strictObject({
  id: about(id(), 'Mã đơn vị', 'Ví dụ: vhxh; không đổi khi đổi tên', 'Id; it stands in addresses.'),
  name: about(line(200), 'Tên đơn vị', 'Tên đầy đủ', 'Full name.'),
  aliases: about(
    list(line(200)),
    'Tên gọi khác',
    'Mọi cách gọi trong kế hoạch và văn bản',
    'Every other way the plans write it.',
  ),
  relation: about(
    choice(RELATIONS).default('subordinate'),
    'Quan hệ với UBND',
    'Đơn vị chỉ được đề nghị phối hợp thì không bị đánh giá',
    'Whether it is under the People’s Committee; only such are judged.',
  ),
  duties: about(
    prose(1500).optional(),
    'Nhiệm vụ trong CCHC',
    'Đơn vị làm gì trong tuyên truyền CCHC',
    'What it does, for its page.',
  ),
  phone: about(line(60).optional(), 'Điện thoại', 'Điện thoại cơ quan', 'Office telephone.'),
  email: about(email().optional(), 'Thư điện tử', 'Hộp thư đơn vị', 'Office e-mail.'),
  hotlines: about(list(hotline), 'Đường dây nóng', 'Số công khai', 'Public numbers.'),
  from: about(
    day().optional(),
    'Hoạt động từ ngày',
    'Ngày thành lập; để trống nếu đã có từ trước',
    'First day of its existence.',
  ),
  to: about(
    day().optional(),
    'Đến hết ngày',
    'Ngày giải thể, sáp nhập; để trống nếu đang hoạt động',
    'Last day, included.',
  ),
  note: about(
    prose(800).optional(),
    'Ghi chú',
    'Điều cần hỏi lại phường, xã',
    'What is inferred and should be confirmed by the ward.',
  ),
});

const member = z.strictObject({
  department: about(reference('department'), 'Đơn vị', 'Đơn vị thuộc nhóm', 'Member.'),
  from: about(day().optional(), 'Từ ngày', 'Ngày vào nhóm', 'First day of membership.'),
  to: about(day().optional(), 'Đến hết ngày', 'Ngày ra khỏi nhóm', 'Last day, included.'),
});

/** A set of departments that a plan addresses as one, with membership by date. */
export const group = z.strictObject({
  id: about(id(), 'Mã nhóm', 'Ví dụ: phong-don-vi', 'Id; rules name it `group:<id>`.'),
  name: about(line(200), 'Tên nhóm', 'Như trong kế hoạch', 'Name, as the plan writes it.'),
  aliases: about(list(line(200)), 'Tên gọi khác', 'Cách gọi khác trong kế hoạch', 'Other names.'),
  members: about(
    list(member),
    'Thành viên',
    'Các đơn vị thuộc nhóm',
    'Members, each with its dates.',
  ),
  note: about(
    prose(800).optional(),
    'Ghi chú',
    'Vì sao gồm các đơn vị này',
    'Why these are the members; plans rarely list them.',
  ),
});

/** The departments and groups of a ward: `departments.yaml`. */
export const departments = z.strictObject({
  departments: about(
    z.array(department).min(1, { error: 'field-missing' }),
    'Đơn vị',
    'Phòng, ban, trung tâm',
    'Departments.',
  ),
  groups: about(
    list(group),
    'Nhóm đơn vị',
    'Nhóm mà kế hoạch nhắc chung',
    'Groups that plans address as one.',
  ),
});

export type Department = z.infer<typeof department>;
export type Group = z.infer<typeof group>;
export type Departments = z.infer<typeof departments>;
