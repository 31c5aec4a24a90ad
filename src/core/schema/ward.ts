import { z } from 'zod';
import { contrastOnPapers, READABLE_CONTRAST } from '../text/color.ts';
import {
  about,
  choice,
  count,
  day,
  email,
  id,
  line,
  list,
  picturePath,
  prose,
  webAddress,
} from './field.ts';
import { WARD_KINDS } from './vocabulary.ts';

/** A public telephone number; the only mobile numbers that texts may contain. */
export const hotline = z.strictObject({
  label: about(
    line(160),
    'Tên đường dây nóng',
    'Ví dụ: Tiếp nhận phản ánh, kiến nghị',
    'What to call it for.',
  ),
  phone: about(
    z.string().regex(/^[+\d][\d .-]{2,19}$/, { error: 'field-invalid' }),
    'Số điện thoại',
    'Số công khai của cơ quan',
    'Number, as dialled.',
  ),
  hours: about(
    line(120).optional(),
    'Giờ nghe máy',
    'Ví dụ: giờ hành chính',
    'When somebody answers.',
  ),
});

const topic = z.strictObject({
  id: about(id(), 'Mã chủ đề', 'Chữ thường không dấu, gạch nối', 'Id used in articles and rules.'),
  name: about(line(120), 'Tên chủ đề', 'Tên người đọc nhìn thấy', 'Name shown.'),
});

const abbreviation = z.strictObject({
  short: about(line(30), 'Chữ viết tắt', 'Ví dụ: CCHC', 'The abbreviation.'),
  long: about(
    line(200),
    'Đọc là',
    'Ví dụ: cải cách hành chính',
    'How it is spelled out when read aloud.',
  ),
});

const synonym = z.strictObject({
  from: about(
    line(80),
    'Người dân hay gõ',
    'Ví dụ: giấy khai sinh',
    'What people type into the search.',
  ),
  to: about(line(120), 'Tên chính thức', 'Ví dụ: đăng ký khai sinh', 'The official words for it.'),
});

const thresholds = z.strictObject({
  publishDays: about(
    count(0, 365).default(5),
    'Kịp thời: đăng trong (ngày)',
    'Số ngày từ khi nhận quyết định đến khi đăng được coi là kịp thời',
    'Days from receiving a decision to publishing it that are still in time.',
  ),
  lateDays: about(
    count(0, 365).default(10),
    'Chậm: quá (ngày)',
    'Quá số ngày này là chậm',
    'Days after which publication is late.',
  ),
  recheckDays: about(
    count(1, 1000).default(90),
    'Đối chiếu lại sau (ngày)',
    'Số ngày phải kiểm tra lại thủ tục với Cổng Dịch vụ công quốc gia',
    'Days after which a procedure must be compared with the national portal again.',
  ),
});

const outage = z.strictObject({
  text: about(
    prose(400),
    'Thông báo',
    'Trang tạm ngừng từ lúc nào, vì sao, khi nào trở lại',
    'Announcement of a planned outage, with the time of return.',
  ),
  from: about(line(40), 'Từ', 'Ví dụ: 22:00 ngày 05/12/2026', 'When it begins.'),
  to: about(line(40), 'Đến', 'Ví dụ: 05:00 ngày 06/12/2026', 'When it is expected to end.'),
  lastDay: about(
    day().optional(),
    'Ngày cuối còn hiện thông báo',
    'Sau ngày này trang tự thôi hiện thông báo',
    'Last day the announcement is shown; without it, until it is taken out.',
  ),
});

/** The ward whose section this is: `ward.yaml`. */
export const ward = z.strictObject({
  id: about(id(), 'Mã phường, xã', 'Ví dụ: uong-bi', 'Id of the ward in published data.'),
  name: about(line(120), 'Tên', 'Ví dụ: Phường Uông Bí', 'Name with its kind, as on its seal.'),
  kind: about(choice(WARD_KINDS), 'Loại đơn vị', 'Phường, xã hay đặc khu', 'Kind of unit.'),
  province: about(
    line(120),
    'Tỉnh, thành phố',
    'Ví dụ: tỉnh Quảng Ninh',
    'Province or city it belongs to.',
  ),
  parent: about(
    line(120).optional(),
    'Cấp trên trực tiếp',
    'Chỉ ghi khi có cấp huyện, ví dụ thành phố Hạ Long (trước 01/7/2025)',
    'District above it, for plans from before 1 July 2025.',
  ),
  authority: about(
    line(160),
    'Cơ quan chủ quản',
    'Ví dụ: Ủy ban nhân dân phường Uông Bí',
    'Full name of the body that answers for the section.',
  ),
  responsible: about(
    line(200).optional(),
    'Người chịu trách nhiệm',
    'Chức danh người chịu trách nhiệm nội dung',
    'Role that answers for the content; shown in the footer.',
  ),
  address: about(line(240).optional(), 'Địa chỉ', 'Địa chỉ trụ sở', 'Address of the office.'),
  mapUrl: about(
    webAddress().optional(),
    'Bản đồ chỉ đường',
    'Dán địa chỉ chia sẻ của bản đồ; trang chỉ đặt liên kết, không nhúng',
    'Where a map shows the office; linked, never embedded.',
  ),
  phone: about(line(60).optional(), 'Điện thoại', 'Điện thoại cơ quan', 'Office telephone.'),
  email: about(email().optional(), 'Thư điện tử', 'Hộp thư cơ quan', 'Office e-mail.'),
  officeHours: about(
    prose(400).optional(),
    'Giờ làm việc',
    'Giờ tiếp nhận hồ sơ',
    'Opening hours of the one-stop desk.',
  ),
  portal: about(
    webAddress().optional(),
    'Trang thông tin của phường, xã',
    'Trang mà chuyên mục này là một phần',
    'The portal this section is a component of.',
  ),
  upperPortal: about(
    z
      .strictObject({
        name: about(line(160), 'Tên', 'Ví dụ: Trang CCHC của Thành phố', 'Its name.'),
        url: about(webAddress().optional(), 'Địa chỉ', 'Địa chỉ trang', 'Its address.'),
      })
      .optional(),
    'Trang CCHC cấp trên',
    'Trang CCHC của tỉnh, thành phố mà phường, xã gửi tin',
    'The CCHC site of the province or city: channel `upper-portal`.',
  ),
  accent: about(
    z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, { error: 'color-invalid', abort: true })
      .refine((color) => contrastOnPapers(color, 'light') >= READABLE_CONTRAST, {
        error: 'color-contrast',
      })
      .default('#8a1c1c')
      .meta({ input: 'color' }),
    'Màu chủ đạo',
    'Mã màu đủ đậm: độ tương phản với nền trang ít nhất 4,5:1',
    'Accent colour; must reach 4.5:1 on white.',
  ),
  emblem: about(
    picturePath().optional(),
    'Biểu trưng',
    'Ảnh biểu trưng ở đầu trang',
    'Emblem shown in the header.',
  ),
  ratingUrl: about(
    webAddress().optional(),
    'Trang đánh giá hài lòng',
    'Công cụ đánh giá của tỉnh, thành phố',
    "The province's tool for rating satisfaction.",
  ),
  feedbackUrl: about(
    webAddress().optional(),
    'Trang phản ánh, kiến nghị',
    'Hệ thống tiếp nhận phản ánh, kiến nghị',
    'Where citizens send feedback; this site stores none.',
  ),
  hotlines: about(
    list(hotline),
    'Đường dây nóng',
    'Số công khai để người dân gọi',
    'Public numbers.',
  ),
  thresholds: about(
    thresholds.default({ publishDays: 5, lateDays: 10, recheckDays: 90 }),
    'Ngưỡng kịp thời',
    'Số ngày để đánh giá việc đăng thay đổi thủ tục',
    'Days by which publication of procedure changes is judged.',
  ),
  topics: about(
    list(topic),
    'Chủ đề',
    'Danh sách chủ đề dùng cho bài và chỉ tiêu',
    'Closed list of topics.',
  ),
  dictionary: about(
    list(abbreviation),
    'Từ điển chữ viết tắt',
    'Cách đọc chữ viết tắt khi phát thanh',
    'Abbreviations spelled out in loudspeaker scripts.',
  ),
  readingSpeed: about(
    count(100, 300).default(180),
    'Tốc độ đọc trên loa (tiếng/phút)',
    'Đọc thử một bài, lấy số tiếng chia cho số phút; thường từ 150 đến 220',
    'Syllables an announcer reads per minute, pauses included; why 180: docs/adr/0014.',
  ),
  synonyms: about(
    list(synonym),
    'Từ đồng nghĩa khi tìm kiếm',
    'Từ người dân hay gõ và tên chính thức',
    'Words people search by and the official ones.',
  ),
  outage: about(
    outage.optional(),
    'Thông báo tạm ngừng',
    'Chỉ ghi khi trang sắp tạm ngừng hoạt động',
    'Announcement of a planned outage (Nghị định 224/2026/NĐ-CP, Điều 13).',
  ),
});

export type Ward = z.infer<typeof ward>;
