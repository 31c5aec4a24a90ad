import { contrastOnPapers } from '../text/color.ts';

/** Whether an issue stops a build. */
export type Severity = 'error' | 'warning';

/** What an issue says: the offending value and the words that the table needs beside it. */
export interface IssueFacts {
  /** Label of the field as the form shows it, e.g. `Ngày`. */
  label?: string;
  /** The offending value as the editor typed it. */
  value?: string;
  /** Whatever else the message needs: allowed values, the other file, the plan's year … */
  detail?: string;
}

interface CodeEntry {
  severity: Severity;
  /** What is wrong, in Vietnamese, for an editor. */
  message: (facts: IssueFacts) => string;
  /** What to do about it, in Vietnamese. */
  remedy: (facts: IssueFacts) => string;
}

const error = (message: CodeEntry['message'], remedy: CodeEntry['remedy']): CodeEntry => ({
  severity: 'error',
  message,
  remedy,
});
const warning = (message: CodeEntry['message'], remedy: CodeEntry['remedy']): CodeEntry => ({
  severity: 'warning',
  message,
  remedy,
});
const field = ({ label }: IssueFacts) => (label ? `Mục «${label}»` : 'Mục này');
const ratio = ({ value }: IssueFacts) =>
  `${contrastOnPapers(value ?? '', 'light')
    .toFixed(1)
    .replace('.', ',')}:1`;
const quoted = ({ value }: IssueFacts) => `«${value ?? ''}»`;

/**
 * Every issue the content can have. The table drives the type, the text and the page in
 * `docs/errors/<code>.md`; a test keeps the three together and provokes each code.
 */
export const ISSUE_CODES = {
  // The file itself
  'file-missing': error(
    (f) => `Thiếu tệp ${f.value}.`,
    () => 'Chép tệp này từ một phường mẫu trong thư mục seeds/ rồi sửa cho đúng phường, xã mình.',
  ),
  'file-unexpected': warning(
    (f) => `Tệp ${quoted(f)} không thuộc loại nội dung nào nên không được dùng.`,
    () => 'Đặt tệp đúng thư mục và đúng đuôi (.md, .mdx, .yaml), hoặc xóa đi.',
  ),
  'front-matter-missing': error(
    () => 'Tệp không có phần thông tin đầu bài (giữa hai dòng ---).',
    () => 'Thêm dòng --- ở đầu tệp, các mục thông tin, rồi một dòng --- nữa trước nội dung.',
  ),
  'yaml-invalid': error(
    (f) => `Không đọc được phần thông tin: ${f.detail}.`,
    () => 'Kiểm tra thụt dòng, dấu ngoặc, và đặt trong ngoặc kép giá trị có dấu hai chấm.',
  ),
  // Fields
  'field-missing': error(
    (f) => `${field(f)} là bắt buộc nhưng chưa có.`,
    (f) => `Điền ${f.label ? `mục «${f.label}»` : 'mục này'}.`,
  ),
  'field-invalid': error(
    (f) => `${field(f)} có giá trị ${quoted(f)} không đúng kiểu.`,
    (f) => `Nhập lại theo đúng kiểu: ${f.detail ?? 'xem gợi ý của mục này'}.`,
  ),
  'field-unknown': error(
    (f) => `Không có mục nào tên là ${quoted(f)}.`,
    (f) => `Xóa mục này hoặc sửa lại tên.${f.detail ? ` Các mục có thể dùng: ${f.detail}.` : ''}`,
  ),
  'text-length': error(
    (f) => `${field(f)} dài hoặc ngắn quá mức cho phép (${f.detail}): ${quoted(f)}.`,
    () => 'Viết lại cho vừa độ dài.',
  ),
  'value-unknown': error(
    (f) => `${field(f)} không nhận giá trị ${quoted(f)}.`,
    (f) => `Chọn một trong các giá trị: ${f.detail}.`,
  ),
  'number-invalid': error(
    (f) => `${field(f)} phải là một số, không phải ${quoted(f)}.`,
    (f) => `Chỉ ghi chữ số, không ghi dấu chấm ngăn hàng nghìn${f.detail ? ` (${f.detail})` : ''}.`,
  ),
  'url-invalid': error(
    (f) => `${field(f)} không phải là địa chỉ trang web hợp lệ: ${quoted(f)}.`,
    () => 'Dán đủ địa chỉ, bắt đầu bằng https:// hoặc http://.',
  ),
  'email-invalid': error(
    (f) => `${field(f)} không phải là địa chỉ thư điện tử: ${quoted(f)}.`,
    () => 'Ghi theo dạng ten@tenmien.gov.vn.',
  ),
  'id-invalid': error(
    (f) => `${field(f)} ${quoted(f)} không dùng làm mã được.`,
    () => 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ: trung-tam-hcc.',
  ),
  'color-invalid': error(
    (f) => `${field(f)} ${quoted(f)} không phải là mã màu.`,
    () => 'Ghi mã màu sáu chữ số thập lục phân, ví dụ "#0b5d3b".',
  ),
  'color-contrast': error(
    (f) =>
      `${field(f)} ${quoted(f)} quá nhạt: độ tương phản với nền trang là ${ratio(f)}, cần ít nhất 4,5:1.`,
    () => 'Chọn màu đậm hơn, ví dụ "#7a5b00" thay cho màu vàng.',
  ),
  // Dates and periods
  'date-invalid': error(
    (f) => `${field(f)} không phải là ngày có thật: ${quoted(f)}.`,
    () => 'Ghi ngày theo dạng năm-tháng-ngày và kiểm tra lịch, ví dụ 2026-03-06.',
  ),
  'time-invalid': error(
    (f) => `${field(f)} không phải là giờ: ${quoted(f)}.`,
    () => 'Ghi giờ theo dạng 24 giờ trong ngoặc kép, ví dụ "17:00".',
  ),
  'period-invalid': error(
    (f) => `${field(f)} không phải là một kỳ hay một ngày: ${quoted(f)}.`,
    () =>
      'Ghi 2026-03 (tháng), 2026-W09 (tuần), 2026-Q1 (quý), 2026-H1 (6 tháng), 2026-9M (9 tháng), 2026 (năm), 2026-07-01..2026-09-30 (khoảng ngày) hoặc 2026-03-06 (ngày).',
  ),
  'date-order': error(
    (f) => `${field(f)}: ngày ${quoted(f)} sớm hơn ${f.detail}.`,
    () => 'Sửa một trong hai ngày cho đúng thứ tự.',
  ),
  'date-outside-plan-year': error(
    (f) => `${field(f)} ${quoted(f)} nằm ngoài năm ${f.detail} của kế hoạch.`,
    (f) => `Sửa thành một ngày trong năm ${f.detail}, hoặc sửa năm của kế hoạch.`,
  ),
  'plan-undated': error(
    () => 'Kế hoạch không có ngày và cũng không có tháng ban hành.',
    () => 'Điền «Ngày ban hành»; nếu bản kế hoạch để trống ngày thì điền «Tháng ban hành».',
  ),
  // References
  'department-unknown': error(
    (f) => `${field(f)}: không có đơn vị nào mang mã ${quoted(f)}.`,
    (f) => `Chọn một đơn vị trong departments.yaml: ${f.detail}.`,
  ),
  'department-inactive': error(
    (f) => `${field(f)}: đơn vị ${quoted(f)} không hoạt động vào ngày ${f.detail}.`,
    () =>
      'Chọn đơn vị đang hoạt động vào ngày đó, hoặc sửa thời hạn của đơn vị trong departments.yaml.',
  ),
  'channel-unknown': error(
    (f) => `${field(f)}: không có kênh ${quoted(f)}.`,
    (f) => `Chọn một trong các kênh: ${f.detail}.`,
  ),
  'reform-field-unknown': error(
    (f) => `${field(f)}: không có lĩnh vực ${quoted(f)}.`,
    (f) => `Chọn một trong các lĩnh vực: ${f.detail}.`,
  ),
  'topic-unknown': error(
    (f) => `${field(f)}: không có chủ đề ${quoted(f)} trong danh sách của phường, xã.`,
    (f) => `Chọn một chủ đề trong ward.yaml: ${f.detail}.`,
  ),
  'reference-broken': error(
    (f) => `${field(f)} trỏ đến ${quoted(f)} nhưng không có nội dung đó.`,
    (f) => `Kiểm tra lại mã${f.detail ? ` (${f.detail})` : ''}.`,
  ),
  'media-missing': error(
    (f) => `Không tìm thấy tệp ${quoted(f)}.`,
    () => 'Tải tệp lên cùng thư mục với bài, hoặc sửa lại đường dẫn.',
  ),
  'media-forbidden': error(
    (f) => `Tệp ${quoted(f)} thuộc loại không được phép đăng.`,
    (f) => `Dùng loại tệp khác: ${f.detail}.`,
  ),
  // Uniqueness
  'id-duplicate': error(
    (f) => `${field(f)} ${quoted(f)} bị trùng với ${f.detail}.`,
    () => 'Đổi một trong hai mã.',
  ),
  'slug-duplicate': error(
    (f) => `Địa chỉ ${quoted(f)} bị trùng với ${f.detail}.`,
    () => 'Đổi tên một trong hai tệp, hoặc xóa dòng «Địa chỉ cũ» bị trùng.',
  ),
  // Numbers of procedures and documents
  'procedure-code-invalid': error(
    (f) => `${field(f)} ${quoted(f)} không phải là mã thủ tục hành chính.`,
    () =>
      'Mã trên Cổng Dịch vụ công quốc gia gồm một chữ số, dấu chấm và sáu chữ số, đặt trong ngoặc kép, ví dụ "1.001193".',
  ),
  'document-number-invalid': error(
    (f) => `${field(f)} ${quoted(f)} không đúng thể thức số, ký hiệu văn bản.`,
    () =>
      'Ghi như trên văn bản, ví dụ 58/KH-UBND, 12-NQ/ĐU, 169/2024/QH15; chưa có số thì để trống.',
  ),
  // Quotas
  'quota-impossible': error(
    (f) => `Chỉ tiêu ${quoted(f)} không đơn vị nào có thể đạt: ${f.detail}.`,
    () => 'Sửa đơn vị, kênh, sự kiện hoặc thời hạn của chỉ tiêu.',
  ),
  'alternative-same': error(
    (f) => `Cách hiểu khác ${quoted(f)} không thay đổi gì so với chỉ tiêu.`,
    () => 'Ghi điều khác đi (đơn vị, cách tính, sự kiện …) hoặc xóa cách hiểu này.',
  ),
  // The text
  'personal-phone': error(
    (f) => `Nội dung có số điện thoại di động ${quoted(f)}.`,
    () =>
      'Bỏ số này, hoặc nếu là đường dây nóng công khai thì khai báo trong ward.yaml hay departments.yaml.',
  ),
  'personal-identity': error(
    (f) => `Nội dung có dãy 12 chữ số ${quoted(f)}, có thể là số căn cước.`,
    () => 'Bỏ dãy số này: không công khai giấy tờ của người dân.',
  ),
  'alt-missing': error(
    (f) => `Ảnh ${quoted(f)} chưa có lời mô tả.`,
    () => 'Viết một câu tả điều người xem thấy trong ảnh, cho người không nhìn được ảnh.',
  ),
  'html-forbidden': error(
    (f) => `Nội dung có mã HTML không được phép: ${quoted(f)}.`,
    () => 'Bỏ phần mã này; nếu là chữ thường hãy thay dấu < và >.',
  ),
  'link-forbidden': error(
    (f) => `Nội dung có liên kết không được phép: ${quoted(f)}.`,
    () => 'Liên kết chỉ được bắt đầu bằng https://, http://, mailto:, tel: hoặc dẫn tới trang này.',
  ),
  'image-remote': error(
    (f) => `Ảnh ${quoted(f)} nằm ở trang khác.`,
    () => 'Tải ảnh về, đặt cùng thư mục với bài và ghi nguồn ảnh.',
  ),
  'mdx-code': error(
    (f) => `Trang có mã lệnh: ${quoted(f)}.`,
    () => 'Trang chỉ gồm chữ và thành phần có sẵn: bỏ import, export và phần trong dấu { }.',
  ),
  'heading-level': warning(
    (f) => `Nội dung có tiêu đề cấp 1 ${quoted(f)}; tiêu đề của trang đã là cấp 1.`,
    () => 'Bắt đầu các đề mục trong bài từ cấp 2 (##).',
  ),
  'nesting-too-deep': error(
    (f) => `Nội dung lồng nhau quá sâu, bắt đầu từ ${quoted(f)}.`,
    () => 'Bỏ bớt các dấu > hoặc dấu đầu dòng ở đầu dòng đó, hoặc xóa mã HTML đã dán vào.',
  ),
  // Blocks of the text
  'block-unknown': warning(
    (f) => `Dòng ${quoted(f)} giống một khối nhưng không phải, nên hiện nguyên như đã gõ.`,
    () =>
      'Chèn khối bằng nút trên thanh soạn thảo; nếu là chữ thường, đừng để dòng bắt đầu bằng «::».',
  ),
  'block-open': error(
    (f) => `Khối ${quoted(f)} chưa được đóng.`,
    () => 'Thêm một dòng chỉ gồm các dấu hai chấm, đủ số như ở dòng mở khối, vào cuối khối.',
  ),
  'block-attribute': error(
    (f) =>
      f.value
        ? `${field(f)} của khối có giá trị ${quoted(f)} không dùng được.`
        : `${field(f)} của khối chưa được điền.`,
    (f) => `Sửa lại cho đúng; cần: ${f.detail}.`,
  ),
  'block-content': error(
    (f) => `Khối «${f.label}» ở dòng ${quoted(f)} còn thiếu ${f.detail}.`,
    () => 'Viết phần còn thiếu vào giữa dòng mở và dòng đóng khối, hoặc xóa khối.',
  ),
  'procedure-unannounced': warning(
    (f) => `Chưa có thông báo nào trên trang về thủ tục mã ${quoted(f)}.`,
    () => 'Kiểm tra lại mã; nếu mã đúng, khối sẽ dẫn tới Cổng Dịch vụ công quốc gia.',
  ),
  // Rules of the house
  'sample-published': error(
    () => 'Nội dung mẫu không được có trong trang dùng thật.',
    () =>
      'Xóa nội dung mẫu: chạy npm run seed -- <phường> --empty, hoặc xóa từng tệp có sample: true.',
  ),
  'placement-web': warning(
    () => 'Kênh «web» không cần ghi: bài đăng trên trang này vào ngày của bài.',
    () => 'Xóa dòng này; nếu bài không đăng trên trang, bỏ chọn «Đăng trên trang này».',
  ),
  'department-judged': error(
    (f) => `Chỉ tiêu bắt buộc đặt cho ${quoted(f)}, là đơn vị chỉ được đề nghị phối hợp.`,
    () => 'Bỏ đơn vị này khỏi chỉ tiêu, hoặc chuyển chỉ tiêu thành mức theo dõi.',
  ),
} as const satisfies Record<string, CodeEntry>;

export type IssueCode = keyof typeof ISSUE_CODES;

/** Whether a text is the code of an issue; schemas use codes as their error messages. */
export function isIssueCode(text: string): text is IssueCode {
  return Object.hasOwn(ISSUE_CODES, text);
}
