import type { Ward } from '../schema/ward.ts';
import type { Fact, FactValue } from './link.ts';
import { knownFacts } from './link.ts';
import { enumerate, wardNoun } from './names.ts';

/** The national portal, through which feedback on procedures can be sent from anywhere. */
export const NATIONAL_PORTAL = {
  label: 'Cổng Dịch vụ công quốc gia',
  url: 'https://dichvucong.gov.vn/',
} as const;

/** How citizens reach the ward, and what it has not told this section. */
export interface Contact {
  /** The office: responsible, address, telephone, e-mail, hours. */
  office: Fact[];
  hotlines: Fact[];
  /** Where to send feedback, rate or read on. */
  channels: FactValue[];
  /** A sentence that names what is missing; absent when nothing is. */
  missing?: string;
  /** A sentence for the list of hotlines where there is none. */
  noHotline: string;
}

/** The ward's contact data with honest words where a datum is missing. */
export function contactOf(ward: Ward): Contact {
  const { phone, email, hotlines, officeHours, address } = ward;
  const missing = [
    ...(address ? [] : ['địa chỉ trụ sở']),
    ...(phone ? [] : ['điện thoại']),
    ...(email ? [] : ['thư điện tử']),
    ...(officeHours ? [] : ['giờ làm việc']),
  ];
  return {
    office: officeFacts(ward),
    hotlines: hotlines.map(({ label, phone: number, hours }) => ({
      term: label,
      values: [telephone(number), ...(hours ? [{ text: hours }] : [])],
    })),
    channels: channelsOf(ward),
    ...(missing.length > 0 && {
      missing: `${wardNoun(ward)} chưa cung cấp ${enumerate(missing)} cho chuyên mục này.`,
    }),
    noHotline: `${wardNoun(ward)} chưa công bố đường dây nóng trên chuyên mục này.`,
  };
}

/** Who answers for the section and where: what the law wants at the foot of every page. */
export function officeFacts(ward: Ward): Fact[] {
  const { responsible, address, phone, email, officeHours } = ward;
  return knownFacts([
    { term: 'Chịu trách nhiệm', values: responsible ? [{ text: responsible }] : [] },
    { term: 'Địa chỉ', values: address ? [{ text: address }] : [] },
    { term: 'Điện thoại', values: phone ? [telephone(phone)] : [] },
    { term: 'Thư điện tử', values: email ? [{ text: email, url: `mailto:${email}` }] : [] },
    { term: 'Giờ làm việc', values: officeHours ? [{ text: officeHours }] : [] },
  ]);
}

/** A telephone number that can be dialled from the page, when the text is nothing else. */
export function telephone(text: string): FactValue {
  const dialled = text.replace(/[ .-]/g, '');
  return /^\+?\d{3,15}$/.test(dialled) ? { text, url: `tel:${dialled}` } : { text };
}

function channelsOf({ feedbackUrl, ratingUrl, portal, upperPortal, mapUrl }: Ward): FactValue[] {
  return [
    ...(mapUrl ? [{ text: 'Xem trụ sở trên bản đồ', url: mapUrl }] : []),
    feedbackUrl
      ? { text: 'Gửi phản ánh, kiến nghị', url: feedbackUrl }
      : { text: `Gửi phản ánh, kiến nghị qua ${NATIONAL_PORTAL.label}`, url: NATIONAL_PORTAL.url },
    ...(ratingUrl ? [{ text: 'Đánh giá mức độ hài lòng', url: ratingUrl }] : []),
    ...(portal ? [{ text: 'Trang thông tin điện tử chính', url: portal }] : []),
    ...(upperPortal?.url ? [{ text: upperPortal.name, url: upperPortal.url }] : []),
  ];
}
