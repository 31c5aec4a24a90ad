import { z } from 'zod';
import {
  about,
  choice,
  count,
  day,
  flag,
  line,
  list,
  prose,
  reference,
  time,
  webAddress,
} from './field.ts';
import {
  attachment,
  citation,
  department,
  evidence,
  formerSlugs,
  picture,
  reformFields,
  sample,
  summary,
  taskReferences,
} from './parts.ts';
import { CHANNELS, GENRES, ORIGINALITY_DECISIONS, ORIGINS } from './vocabulary.ts';

/** One broadcast of a text. */
export const airing = z.strictObject({
  date: about(day(), 'Ngày phát', 'Ngày phát thật, không phải ngày dự kiến', 'Date of the airing.'),
  time: about(
    time().optional(),
    'Giờ phát',
    'Giờ bắt đầu, ví dụ 17:00',
    'Time of day; tells two airings of one date apart.',
  ),
  areas: about(
    list(line(120)),
    'Địa bàn',
    'Khu phố, thôn đã phát; để trống nếu phát toàn địa bàn',
    'Neighbourhoods where it was heard; none means all.',
  ),
  minutes: about(
    count(1, 600).optional(),
    'Thời lượng (phút)',
    'Số phút của lần phát',
    'Length in minutes.',
  ),
});

/** One placing of a text on one channel. Each date is kept on its own; none is inferred here. */
export const placement = z.strictObject({
  channel: about(
    choice(CHANNELS, 'channel-unknown'),
    'Kênh',
    'Nơi gửi, đăng hoặc phát bài',
    'The channel.',
  ),
  sent: about(day().optional(), 'Ngày gửi', 'Ngày gửi bài cho kênh này', 'Date it was handed in.'),
  published: about(
    day().optional(),
    'Ngày đăng',
    'Ngày kênh này đăng bài',
    'Date the channel published it; never inferred.',
  ),
  aired: about(
    day().optional(),
    'Ngày phát',
    'Dùng khi chỉ phát một lần; phát nhiều lần thì ghi từng lần phát',
    'Date it was aired, when there is no list of airings; never inferred.',
  ),
  airings: about(
    list(airing),
    'Các lần phát',
    'Mỗi lần phát một dòng',
    'Every airing; when given, `aired` adds none to their count.',
  ),
  url: about(
    webAddress().optional(),
    'Địa chỉ bài đã đăng',
    'Dán địa chỉ trên kênh đó',
    'Where it stands on the channel.',
  ),
  evidence: about(
    list(evidence),
    'Minh chứng',
    'Ảnh chụp, phiếu xác nhận, sổ nhật ký',
    'Proof that the dates are true.',
  ),
});

const originDetails = z.strictObject({
  kind: about(
    choice(ORIGINS),
    'Nguồn bài',
    'Tự viết hay đăng lại',
    '`own`, or `repost` of a text published elsewhere.',
  ),
  source: about(
    citation.optional(),
    'Đăng lại từ',
    'Nơi đã đăng bài gốc',
    'Where a repost comes from.',
  ),
});

/** Where the text comes from. `origin: own` is short for `origin: { kind: own }`. */
export const origin = z.preprocess(
  (value) => (typeof value === 'string' ? { kind: value } : value),
  originDetails,
);

/** A correction made after publication, shown to readers (đính chính). */
export const correction = z.strictObject({
  date: about(day(), 'Ngày đính chính', 'Ngày sửa', 'Date of the correction.'),
  text: about(
    prose(600),
    'Nội dung đính chính',
    'Đã ghi sai điều gì, nay sửa thành gì',
    'What was wrong and what is right.',
  ),
});

/** A withdrawal: the page stays and says why; the article counts nowhere. */
export const withdrawal = z.strictObject({
  date: about(day(), 'Ngày gỡ', 'Ngày gỡ bài', 'Date of the withdrawal.'),
  reason: about(prose(600), 'Lý do gỡ', 'Người đọc sẽ thấy lý do này', 'Why, for readers.'),
});

/** A decision, by a person with the right to publish, on whether a text repeats another. */
export const originality = z.strictObject({
  decision: about(
    choice(ORIGINALITY_DECISIONS),
    'Kết luận',
    'Tin mới hay đăng lại tin đã có',
    '`repeat` keeps the text from counting as new.',
  ),
  of: about(
    reference('article').optional(),
    'Trùng với bài',
    'Bài đã có trước',
    'Id of the article it repeats.',
  ),
  by: about(line(120), 'Người kết luận', 'Chức danh, đơn vị', 'Role of who decided.'),
  date: about(day(), 'Ngày kết luận', 'Ngày kết luận', 'Date of the decision.'),
  reason: about(prose(600), 'Lý do', 'Vì sao kết luận như vậy', 'Reason.'),
});

/** A text of the section: `articles/<yyyy>/<mm>/<slug>.md`. Its state follows from its dates. */
export const article = z.strictObject({
  title: about(line(160, 8), 'Tên bài', 'Ngắn gọn, nói rõ điều mới', 'Headline.'),
  date: about(
    day(),
    'Ngày đăng',
    'Ngày đăng trên trang này; ngày sau hôm nay là hẹn đăng',
    'Date of publication here; a later date than today keeps it out until then.',
  ),
  department: department(),
  coordinators: about(
    list(reference('department')),
    'Đơn vị phối hợp',
    'Không được tính chỉ tiêu',
    'Departments that helped; they never get a count.',
  ),
  author: about(
    line(120).optional(),
    'Tác giả',
    'Cộng tác viên hoặc bộ phận viết bài',
    'Who wrote it, where that is to be shown; not the department that counts.',
  ),
  editor: about(
    line(120).optional(),
    'Người biên tập',
    'Chức danh hoặc bộ phận biên tập bản đọc trên loa',
    'Role of who edited the text for broadcast; stands at the head of its script.',
  ),
  approver: about(
    line(120).optional(),
    'Người duyệt',
    'Chức danh người duyệt phát, ví dụ: Phó Chủ tịch UBND phường',
    'Role of who approved the text for broadcast; stands at the head of its script.',
  ),
  genre: about(choice(GENRES), 'Thể loại', 'Tin, bài, phóng sự, ảnh hay video', 'Genre.'),
  fields: reformFields(),
  topics: about(
    list(reference('topic')),
    'Chủ đề',
    'Chủ đề trong danh sách của phường, xã',
    'Topics of ward.yaml, for rules with `conditions.topics`.',
  ),
  summary: summary(),
  image: about(picture.optional(), 'Ảnh đại diện', 'Ảnh ở đầu bài', 'Lead picture.'),
  attachments: about(list(attachment), 'Tệp đính kèm', 'Mẫu đơn, văn bản …', 'Files to download.'),
  origin: about(
    origin.default({ kind: 'own' }),
    'Nguồn bài',
    'Tự viết, hoặc đăng lại từ nơi khác',
    'Whether the ward wrote it; reposts never count as new.',
  ),
  web: about(
    flag().default(true),
    'Đăng trên trang này',
    'Bỏ chọn khi bài chỉ phát thanh hoặc gửi nơi khác',
    'False: no page here; placements on other channels still count.',
  ),
  placements: about(
    list(placement),
    'Gửi, đăng, phát nơi khác',
    'Mỗi kênh một dòng',
    'What happened to the text on other channels.',
  ),
  tasks: taskReferences(),
  sources: about(list(citation), 'Nguồn tham khảo', 'Văn bản, trang tin đã dùng', 'Sources.'),
  corrections: about(
    list(correction),
    'Đính chính',
    'Thêm một dòng mỗi lần sửa sai',
    'Corrections, shown on the page.',
  ),
  withdrawn: about(
    withdrawal.optional(),
    'Gỡ bài',
    'Gỡ bài thay vì xóa',
    'Set when the article was withdrawn.',
  ).meta({ formless: true }),
  originality: about(
    originality.optional(),
    'Kết luận tin mới',
    'Người duyệt ghi khi bài giống bài khác',
    'Recorded decision about a likeness.',
  ).meta({ formless: true }),
  reviewBy: about(
    day().optional(),
    'Rà soát lại trước ngày',
    'Ngày cần xem lại bài còn đúng không',
    'Date by which somebody must check that it still holds.',
  ),
  formerSlugs: formerSlugs('dated'),
  sample: sample(),
});

export type Article = z.infer<typeof article>;
export type Placement = z.infer<typeof placement>;
