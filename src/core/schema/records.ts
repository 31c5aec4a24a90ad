import { z } from 'zod';
import {
  about,
  amount,
  choice,
  count,
  day,
  documentNumber,
  line,
  list,
  month,
  prose,
  webAddress,
} from './field.ts';
import { citation, sample } from './parts.ts';

/** One value of an index in one year; never without its source. */
const indexValue = z.strictObject({
  index: about(line(60), 'Chỉ số', 'PAR INDEX, SIPAS, PAPI, CGI …', 'Name of the index.'),
  year: about(count(2000, 2100), 'Năm', 'Năm đánh giá', 'Year it measures.'),
  value: about(amount().optional(), 'Giá trị', 'Điểm hoặc phần trăm', 'Value.'),
  unit: about(line(30).optional(), 'Đơn vị tính', 'Ví dụ: điểm, %', 'Unit of the value.'),
  rank: about(line(60).optional(), 'Xếp hạng', 'Ví dụ: 3/54', 'Rank as published.'),
  scope: about(
    line(120).optional(),
    'Phạm vi',
    'Ví dụ: cấp xã, toàn tỉnh',
    'What the value is of.',
  ),
  source: about(citation, 'Nguồn', 'Văn bản công bố chỉ số', 'Where it was published.'),
});

/** Indices that others measure: `indices.yaml`. */
export const indices = z.strictObject({
  indices: about(
    list(indexValue),
    'Các chỉ số',
    'Chỉ ghi số liệu đã công bố, có nguồn',
    'Published values; the site computes none.',
  ),
  sample: sample(),
});

const lateMonth = z.strictObject({
  month: about(month(), 'Tháng', 'Ví dụ 2026-03', 'Month counted.'),
  received: about(count().optional(), 'Hồ sơ tiếp nhận', 'Tổng số hồ sơ', 'Files received.'),
  late: about(count(), 'Hồ sơ trễ hạn', 'Số hồ sơ giải quyết quá hạn', 'Files settled late.'),
  apologies: about(
    count().optional(),
    'Văn bản xin lỗi',
    'Số văn bản xin lỗi đã gửi',
    'Letters of apology sent.',
  ),
  documents: about(
    list(documentNumber()),
    'Số văn bản xin lỗi',
    'Số, ký hiệu văn bản; không ghi tên người',
    'Numbers of the letters; never a name.',
  ),
  note: about(prose(600).optional(), 'Ghi chú', 'Lý do, khắc phục', 'Reason and remedy.'),
});

/** Files settled late, as monthly counts: `late-files.yaml`. Names are never part of it. */
export const lateFiles = z.strictObject({
  apology: about(
    prose(800).optional(),
    'Lời xin lỗi',
    'Lời của cơ quan, hiện ở đầu trang; không ghi tên người',
    "The ward's own words of apology; the site writes none for it.",
  ),
  months: about(list(lateMonth), 'Các tháng', 'Mỗi tháng một dòng', 'Counts by month.'),
  sample: sample(),
});

const closedTally = z.strictObject({
  rule: about(line(80), 'Chỉ tiêu', 'Mã chỉ tiêu', 'Id of the rule.'),
  subject: about(line(80), 'Đối tượng', 'Mã đơn vị hoặc joint', 'Department, or `joint`.'),
  period: about(line(40), 'Kỳ', 'Nhãn kỳ', 'Label of the period.'),
  required: about(count().optional(), 'Phải đạt', 'Số phải đạt', 'Minimum when it was closed.'),
  actual: about(count(), 'Đã đạt', 'Số đã đếm', 'Number counted when it was closed.'),
  status: about(line(20), 'Kết quả', 'Kết quả khi khóa sổ', 'Status when it was closed.'),
  shares: about(
    list(
      z.strictObject({
        department: about(line(80), 'Đơn vị', 'Mã đơn vị', 'Department.'),
        count: about(
          count(),
          'Số',
          'Số đã tính của đơn vị',
          'How many of the counted are its own.',
        ),
      }),
    ),
    'Phần của từng đơn vị',
    'Số đã tính của từng đơn vị',
    'How the number was shared when it was closed.',
  ),
  counted: about(
    list(
      z.strictObject({
        id: about(line(300), 'Mã', 'Mã tin, bài', 'Id of what counted.'),
        title: about(line(300), 'Tên', 'Tên tin, bài', 'Its title then.'),
        date: about(day(), 'Ngày', 'Ngày được tính', 'The date it counted on.'),
        url: about(line(400).optional(), 'Địa chỉ', 'Địa chỉ', 'Its address then.'),
      }),
    ),
    'Đã tính',
    'Những tin, bài đã tính',
    'What counted.',
  ),
});

/** A closed month (khóa sổ): `closings/<yyyy-mm>.yaml`, written by `npm run close`. */
export const closing = z.strictObject({
  month: about(month(), 'Tháng', 'Tháng khóa sổ', 'Month; every period that ends in it.'),
  closedOn: about(day(), 'Ngày khóa sổ', 'Ngày khóa sổ', 'Date the numbers were taken.'),
  by: about(line(120).optional(), 'Người khóa sổ', 'Chức danh', 'Role of who closed it.'),
  rules: about(
    list(
      z.strictObject({
        id: about(line(80), 'Chỉ tiêu', 'Mã chỉ tiêu', 'Id of the rule.'),
        quote: about(prose(1200), 'Nguyên văn', 'Câu chữ khi khóa sổ', 'Its words then.'),
        min: about(count().optional(), 'Tối thiểu', 'Số phải đạt', 'Its minimum then.'),
      }),
    ),
    'Chỉ tiêu',
    'Chỉ tiêu khi khóa sổ',
    'The rules as they stood.',
  ),
  tallies: about(list(closedTally), 'Số liệu', 'Số liệu đã khóa', 'The numbers.'),
  sample: sample(),
});

/** Why an address elsewhere did not open. */
export const LINK_FAULTS = {
  gone: 'trang không còn',
  'no-host': 'không có tên miền này',
  unreachable: 'không vào được',
} as const;

const failedLink = z.strictObject({
  url: about(webAddress(), 'Địa chỉ', 'Địa chỉ đã thử', 'The address that was tried.'),
  fault: about(choice(LINK_FAULTS), 'Kết quả', 'Vì sao không mở được', 'Why it did not open.'),
  status: about(
    count(100, 599).optional(),
    'Mã trả lời',
    'Mã HTTP, ví dụ 404',
    'Status of the answer, when there was one.',
  ),
  since: about(day(), 'Từ ngày', 'Lần kiểm tra đầu tiên không mở được', 'First check it failed.'),
  times: about(
    count(1),
    'Số lần liên tiếp',
    'Số lần kiểm tra liên tiếp không mở được',
    'Checks in a row that failed.',
  ),
});

/** The last weekly check of addresses elsewhere: `link-check.yaml`, by `npm run links`. */
export const linkCheck = z.strictObject({
  date: about(day(), 'Ngày kiểm tra', 'Ngày chạy kiểm tra', 'Date of the check.'),
  checked: about(count(), 'Số liên kết đã thử', 'Số liên kết đã thử', 'How many were tried.'),
  failed: about(list(failedLink), 'Không mở được', 'Mỗi địa chỉ một dòng', 'What failed.'),
});

export type Indices = z.infer<typeof indices>;
export type LateFiles = z.infer<typeof lateFiles>;
export type Closing = z.infer<typeof closing>;
export type LinkCheck = z.infer<typeof linkCheck>;
export type FailedLink = LinkCheck['failed'][number];
