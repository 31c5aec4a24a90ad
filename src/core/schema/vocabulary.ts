/**
 * The closed lists of the domain: the code on the left is what files hold, the name on the
 * right is what people read. One place for both, so that form, page and report agree.
 */

/** The six reform fields of Nghị quyết 76/NQ-CP and two that plans add to them. */
export const REFORM_FIELDS = {
  'the-che': 'Cải cách thể chế',
  tthc: 'Cải cách thủ tục hành chính',
  'bo-may': 'Cải cách tổ chức bộ máy hành chính nhà nước',
  'cong-vu': 'Cải cách chế độ công vụ',
  'tai-chinh-cong': 'Cải cách tài chính công',
  'chinh-quyen-so': 'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
  'chi-dao-dieu-hanh': 'Chỉ đạo, điều hành cải cách hành chính',
  'kinh-te-xa-hoi': 'Kinh tế - xã hội',
} as const;

/** What an article is. Plans count `brief`, `story` and `reportage` together as tin/bài. */
export const GENRES = {
  brief: 'Tin',
  story: 'Bài',
  reportage: 'Phóng sự',
  photo: 'Ảnh',
  video: 'Video',
} as const;

/** The genres that are tin/bài unless a rule names genres of its own. */
export const COUNTED_GENRES: readonly Genre[] = ['brief', 'story', 'reportage'];

/** Where a text is placed. `web` is this section; every article is on it unless it says not. */
export const CHANNELS = {
  web: 'Trang thông tin điện tử',
  'upper-portal': 'Trang CCHC cấp trên',
  loudspeaker: 'Truyền thanh',
  facebook: 'Facebook',
  zalo: 'Zalo',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  press: 'Báo, đài',
  bulletin: 'Bảng tin, bản tin',
  print: 'Tờ rơi, tài liệu in',
  visual: 'Trực quan (băng rôn, pano, LED)',
  meeting: 'Hội nghị, họp dân',
  sms: 'Tin nhắn',
} as const;

/** The channels on which a text can be aired, so that a rule that counts airings can be met. */
export const AIRING_CHANNELS: readonly Channel[] = [
  'loudspeaker',
  'press',
  'facebook',
  'youtube',
  'tiktok',
];

/** What happens to a text or an activity. Each has a date of its own. */
export const EVENTS = {
  published: 'đăng',
  sent: 'gửi',
  aired: 'phát',
  held: 'tổ chức',
} as const;

/** What a rule counts. */
export const MEASURES = {
  item: 'tin/bài',
  airing: 'lần phát',
  activity: 'hoạt động',
} as const;

/** How the departments of a rule answer for it. */
export const MODES = {
  each: 'từng đơn vị',
  joint: 'tính chung',
  lead: 'đơn vị chủ trì',
} as const;

/** Whether a rule is judged or only shown. */
export const LEVELS = { required: 'bắt buộc', tracked: 'theo dõi' } as const;

/** Kinds of activity a plan asks for. */
export const ACTIVITY_KINDS = {
  seminar: 'Tọa đàm, hội thảo',
  dialogue: 'Đối thoại với người dân, doanh nghiệp',
  training: 'Tập huấn, bồi dưỡng',
  contest: 'Cuộc thi',
  visual: 'Tuyên truyền trực quan',
  publication: 'Tài liệu phát hành',
  meeting: 'Lồng ghép trong cuộc họp',
  inspection: 'Kiểm tra',
} as const;

/** Kinds of change of a procedure, as Nghị định 63/2010/NĐ-CP names them. */
export const CHANGE_KINDS = {
  new: 'Mới ban hành',
  amended: 'Sửa đổi, bổ sung',
  replaced: 'Thay thế',
  repealed: 'Bãi bỏ',
} as const;

/** How a change of a procedure stands on a date. */
export const CHANGE_STATES = {
  upcoming: 'Sắp có hiệu lực',
  'in-force': 'Đã có hiệu lực',
  ended: 'Hết hiệu lực',
} as const;

/** Who settles a procedure. */
export const PROCEDURE_LEVELS = {
  commune: 'Cấp xã',
  province: 'Cấp tỉnh',
  ministry: 'Cấp bộ',
} as const;

/** How much of a procedure can be done online. */
export const ONLINE_LEVELS = {
  full: 'Toàn trình',
  partial: 'Một phần',
  none: 'Chưa cung cấp trực tuyến',
} as const;

/** How far a practice has come. */
export const PRACTICE_STAGES = { pilot: 'Thí điểm', scaled: 'Nhân rộng' } as const;

/** Where a text comes from. */
export const ORIGINS = { own: 'Tự viết', repost: 'Đăng lại' } as const;

/** What the person with the right to publish decided about a likeness. */
export const ORIGINALITY_DECISIONS = { new: 'Tin mới', repeat: 'Đăng lại tin đã có' } as const;

/** The kind of unit the section belongs to. */
export const WARD_KINDS = {
  ward: 'phường',
  commune: 'xã',
  'special-zone': 'đặc khu',
} as const;

/** How a department stands to the plan: only those under the People's Committee are judged. */
export const RELATIONS = {
  subordinate: 'thuộc UBND',
  partner: 'phối hợp',
  requested: 'được đề nghị',
} as const;

/** Why and until when a task is due. */
export const DUE_KINDS = {
  fixed: 'có ngày',
  relative: 'tính từ một văn bản',
  window: 'trong khoảng thời gian',
  periodic: 'định kỳ',
  continuous: 'thường xuyên',
  result: 'khi có kết quả',
  unstated: 'không ghi thời hạn',
} as const;

/** State of a task where nothing on the site can tell. */
export const TASK_STATES = {
  unknown: 'chưa có thông tin',
  planned: 'chưa thực hiện',
  doing: 'đang thực hiện',
  done: 'đã xong',
  dropped: 'không thực hiện',
} as const;

/** How a report is handed in. */
export const REPORT_FORMS = {
  integrated: 'lồng ghép báo cáo CCHC',
  separate: 'báo cáo riêng',
  either: 'riêng hoặc lồng ghép',
} as const;

/** Statuses of a tally, in the words of the officials' pages. */
export const STATUSES = {
  met: 'đạt',
  short: 'thiếu',
  open: 'đang thực hiện',
  upcoming: 'chưa đến kỳ',
  'not-counted': 'chưa tính',
  tracked: 'theo dõi',
} as const;

export type ReformField = keyof typeof REFORM_FIELDS;
export type Genre = keyof typeof GENRES;
export type Channel = keyof typeof CHANNELS;
export type EventName = keyof typeof EVENTS;
export type Measure = keyof typeof MEASURES;
export type Mode = keyof typeof MODES;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;
export type ChangeKind = keyof typeof CHANGE_KINDS;
export type ChangeState = keyof typeof CHANGE_STATES;
export type Status = keyof typeof STATUSES;

/** The keys of one of the lists above, typed, in their written order. */
export function keysOf<T extends Record<string, string>>(list: T): [keyof T & string] {
  return Object.keys(list) as unknown as [keyof T & string];
}
