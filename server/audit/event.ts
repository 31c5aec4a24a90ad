/** What people do in the room, in words for the log's screen. One table, so that no name drifts. */
export const AUDIT_ACTIONS = {
  'sign-in': 'Đăng nhập',
  'sign-out': 'Đăng xuất',
  'password.change': 'Đổi mật khẩu',
  'draft.save': 'Lưu bản nháp',
  'draft.submit': 'Gửi duyệt',
  'draft.return': 'Trả lại bài',
  'draft.delete': 'Xóa bản nháp',
  upload: 'Tải tệp lên',
  publish: 'Xuất bản',
  withdraw: 'Gỡ bài',
  'month.close': 'Khóa sổ tháng',
  'ward.edit': 'Sửa cài đặt',
  build: 'Dựng trang',
  'people.add': 'Thêm người dùng',
  'people.change': 'Sửa người dùng',
  'people.password': 'Cấp lại mật khẩu',
  'people.disable': 'Khóa người dùng',
  'people.enable': 'Mở khóa người dùng',
  request: 'Yêu cầu bị chặn',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** How it ended: done, refused by a rule, or failed. */
export const AUDIT_OUTCOMES = { ok: 'Xong', refused: 'Bị từ chối', failed: 'Không thành' } as const;

export type AuditOutcome = keyof typeof AUDIT_OUTCOMES;

/** One line of the log. It never holds a password, a token or the text of an entry. */
export interface AuditEvent {
  /** Instant with the ward's offset: `2026-11-21T18:05:14+07:00`. */
  time: string;
  /** Sign-in name; absent when nobody was known to be at the other end. */
  person?: string;
  /** Network address of the browser. */
  address: string;
  action: AuditAction;
  /** What it was done to: an entry's file, a sign-in name, a path. */
  target?: string;
  outcome: AuditOutcome;
  /** Why it was refused, or what changed, in Vietnamese. */
  detail?: string;
}
