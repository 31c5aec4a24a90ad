import type { Ward } from '../schema/ward.ts';
import { NATIONAL_PORTAL } from './contact.ts';

/** A place elsewhere where citizens can answer the ward. */
export interface Response {
  text: string;
  url: string;
  /** Where the link leads, for people who decide before they follow it. */
  leadsTo: string;
}

/** Said beside the links, for the section itself takes nothing in. */
export const RESPONSE_NOTE =
  'Các công cụ này thuộc nơi khác. Chuyên mục không nhận và không lưu ý kiến của bạn.';

/** Where to rate the service and where to send feedback; rating only where the ward names it. */
export function responsesOf({ ratingUrl, feedbackUrl }: Ward): Response[] {
  const feedback = feedbackUrl ?? NATIONAL_PORTAL.url;
  return [
    ...(ratingUrl ? [response('Đánh giá mức độ hài lòng', ratingUrl)] : []),
    response('Gửi phản ánh, kiến nghị', feedback),
  ];
}

function response(text: string, url: string): Response {
  return { text, url, leadsTo: `Mở trang ${hostOf(url)}` };
}

/** `https://dichvucong.gov.vn/a` → `dichvucong.gov.vn`; an address was checked to be one. */
function hostOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/[/?#:].*$/, '');
}
