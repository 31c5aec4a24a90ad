import { Refusal } from '../entry/refusal.ts';

/** A save that was refused because somebody else saved first. */
export interface Conflict {
  /** Name of the colleague. */
  by?: string;
  /** When the colleague saved, as the server words it: 15:04 ngày 06/3/2026. */
  at?: string;
  /** What kind of entry it is. */
  collection?: string;
  /** The file. */
  path?: string;
  /** The version that stands now. */
  theirs?: { text: string };
  /** The text that was refused. */
  yours?: string;
}

/** What the server says when it refuses. */
interface Refused {
  error?: string;
  conflict?: Conflict;
}

/** Raised instead of an answer when somebody else saved first. */
export class ConflictRefusal extends Refusal {
  readonly conflict: Conflict;

  constructor(message: string, conflict: Conflict) {
    super(message, 409);
    this.conflict = conflict;
  }
}

/** Every request says that it comes from this page: another site cannot set this header. */
const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'x-cchc': '1' };

const WORDS: Record<number, string> = {
  401: 'Phiên làm việc đã hết. Đăng nhập lại trong thẻ mới của trình duyệt rồi bấm Lưu lần nữa; nội dung đang viết vẫn còn ở đây.',
  403: 'Anh, chị không có quyền làm việc này.',
  404: 'Máy chủ không có mục này.',
  413: 'Tệp gửi lên quá lớn. Thu nhỏ ảnh hoặc chia tệp rồi gửi lại.',
  429: 'Có quá nhiều yêu cầu cùng lúc. Đợi một phút rồi thử lại.',
};

/** Asks the ward's server; throws a `Refusal` in Vietnamese for everything but an answer. */
export async function ask<T>(address: string, body?: unknown): Promise<T> {
  const answer = await send(address, body);
  const text = await answer.text();
  const value = text ? parsed(text) : {};
  if (answer.ok && value !== undefined) return value as T;
  const refused = (value ?? {}) as Refused;
  const message = refused.error || WORDS[answer.status] || `Máy chủ trả lời lỗi ${answer.status}.`;
  if (answer.status === 409)
    throw new ConflictRefusal(conflictText(refused), refused.conflict ?? {});
  throw new Refusal(message, answer.ok ? 502 : answer.status);
}

async function send(address: string, body: unknown): Promise<Response> {
  try {
    return await fetch(address, {
      credentials: 'same-origin',
      headers: HEADERS,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refusal(
      'Không kết nối được máy chủ. Kiểm tra mạng rồi thử lại; nội dung đang viết vẫn còn ở đây.',
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function conflictText({ error, conflict }: Refused): string {
  if (error) return error;
  const who = conflict?.by ? `${conflict.by} vừa` : 'Có người vừa';
  const when = conflict?.at ? ` lúc ${conflict.at}` : '';
  return `${who} lưu mục này${when}. Bản của anh, chị chưa được lưu và vẫn còn trên màn hình; mở phần so sánh để ghép hai bản.`;
}
