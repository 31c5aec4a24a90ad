import { z } from 'zod';
import {
  about,
  choice,
  datedSlug,
  day,
  documentNumber,
  flag,
  id,
  line,
  list,
  mediaPath,
  picturePath,
  prose,
  reference,
  webAddress,
} from './field.ts';
import { REFORM_FIELDS } from './vocabulary.ts';

/** Pieces that several kinds of content share, so that they look and behave alike. */

/** A document that something rests on. */
export const citation = z.strictObject({
  title: about(
    line(300),
    'Tên văn bản, nguồn',
    'Ví dụ: Quyết định công bố thủ tục hành chính lĩnh vực hộ tịch',
    'Title of the document or name of the source.',
  ),
  number: about(
    documentNumber().optional(),
    'Số, ký hiệu',
    'Ghi như trên văn bản; chưa có số thì để trống',
    'Number and symbol; absent when the source prints it blank.',
  ),
  date: about(day().optional(), 'Ngày ban hành', 'Ngày ký văn bản', 'Date of issue.'),
  issuer: about(line(160).optional(), 'Cơ quan ban hành', 'Ví dụ: UBND tỉnh', 'Issuing body.'),
  url: about(
    webAddress().optional(),
    'Địa chỉ',
    'Dán địa chỉ trang đăng văn bản',
    'Where the document can be read.',
  ),
  note: about(
    prose(600).optional(),
    'Ghi chú',
    'Điều cần lưu ý khi dẫn văn bản này',
    'What a reader should know, e.g. a year that looks like a misprint in the source.',
  ),
});

/** A picture with what people who cannot see it, and those who own it, are owed. */
export const picture = z.strictObject({
  src: about(picturePath(), 'Tệp ảnh', 'Ảnh .jpg, .png hoặc .webp', 'Path of the picture.'),
  alt: about(
    line(300).optional(),
    'Lời mô tả ảnh',
    'Một câu tả điều thấy trong ảnh, cho người không nhìn được ảnh',
    'Text alternative (WCAG 1.1.1). Its absence is the issue `alt-missing`.',
  ),
  credit: about(
    line(160).optional(),
    'Nguồn ảnh',
    'Người chụp hoặc nơi lấy ảnh',
    'Who made the picture.',
  ),
});

/** A file that readers can download. */
export const attachment = z.strictObject({
  label: about(
    line(200),
    'Tên tệp',
    'Tên người đọc nhìn thấy, ví dụ: Tờ khai đăng ký',
    'Text of the link.',
  ),
  file: about(
    mediaPath(),
    'Tệp đính kèm',
    'Tệp .pdf, .docx, .xlsx hoặc âm thanh .mp3, .m4a, .ogg, .wav',
    'Path of the file.',
  ),
});

/** What proves that something happened: a file here or an address elsewhere. */
export const evidence = z.strictObject({
  label: about(
    line(200),
    'Minh chứng',
    'Ví dụ: Sổ nhật ký phát thanh tháng 3',
    'Text of the link.',
  ),
  file: about(mediaPath().optional(), 'Tệp', 'Ảnh hoặc văn bản chụp lại', 'Path of the file.'),
  url: about(webAddress().optional(), 'Địa chỉ', 'Địa chỉ trang đã đăng', 'Where it can be seen.'),
});

/** The department a piece of content counts for. */
export const department = () =>
  about(
    reference('department'),
    'Đơn vị',
    'Đơn vị được tính chỉ tiêu cho nội dung này',
    'Id of the department it counts for; it alone, never a co-ordinator.',
  );

/** Reform fields the content is about. */
export const reformFields = () =>
  about(
    list(choice(REFORM_FIELDS, 'reform-field-unknown')),
    'Lĩnh vực CCHC',
    'Chọn một hoặc nhiều lĩnh vực',
    'Reform fields, for the archives and for rules with `conditions.fields`.',
  );

/** Tasks of a plan that the content is evidence for. */
export const taskReferences = () =>
  about(
    list(reference('task')),
    'Nhiệm vụ trong kế hoạch',
    'Nhiệm vụ mà nội dung này góp phần hoàn thành, dạng ma-ke-hoach/so-thu-tu',
    'Tasks it is evidence for, each `plan/no`.',
  );

/** Names that an entry's file had before, so that its old addresses still lead to it. */
export const formerSlugs = (form: 'slug' | 'dated' = 'slug') =>
  about(
    list(form === 'dated' ? datedSlug() : id()),
    'Địa chỉ cũ',
    form === 'dated'
      ? 'Phần cuối của địa chỉ cũ, ví dụ ten-cu; nếu bài ở tháng khác thì ghi 2026/03/ten-cu'
      : 'Phần cuối của địa chỉ cũ, ví dụ ten-cu; người mở địa chỉ cũ sẽ được đưa đến đây',
    'Last parts of former addresses, which lead to the page from then on.',
  );

/** Whether the entry is made up for trying the site out. */
export const sample = () =>
  about(
    flag().default(false),
    'Nội dung mẫu',
    'Chỉ bật cho nội dung dùng thử; trang dùng thật sẽ từ chối',
    'Sample content: banners appear, and a build for real use refuses it.',
  ).meta({ formless: true });

/** One or two sentences that lists and search results show. */
export const summary = () =>
  about(
    prose(400).optional(),
    'Tóm tắt',
    'Một hai câu, hiện ở danh sách và kết quả tìm kiếm',
    'Summary for lists, feeds and search.',
  );
