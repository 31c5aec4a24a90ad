import type { Day } from '../calendar/day.ts';
import type { Ward } from '../schema/ward.ts';
import { type Contact, contactOf } from './contact.ts';
import { wardInSentence } from './names.ts';

/** An announced outage, in words. */
export interface OutageNotice {
  /** `Từ 22:00 ngày 05/12/2026 đến 05:00 ngày 06/12/2026`. */
  when: string;
  text: string;
}

/** The page that a host serves while the section is off. */
export interface OutagePage {
  title: string;
  lead: string;
  /** What was announced; absent for an outage that nobody foresaw. */
  notice?: OutageNotice;
  contact: Contact;
}

/** The announcement that every page shows; none once its last day has passed. */
export function outageNotice({ outage }: Ward, asOf: Day): OutageNotice | undefined {
  if (!outage || (outage.lastDay !== undefined && outage.lastDay < asOf)) return undefined;
  return { when: `Từ ${outage.from} đến ${outage.to}`, text: outage.text };
}

/** The page of an outage, announced or not: it is built always, for nobody can build it later. */
export function outagePage(ward: Ward, asOf: Day): OutagePage {
  const notice = outageNotice(ward, asOf);
  return {
    title: 'Tạm ngừng hoạt động',
    lead: `Chuyên mục Cải cách hành chính ${wardInSentence(ward)} tạm ngừng để bảo trì. Việc tiếp nhận, giải quyết hồ sơ không phụ thuộc vào chuyên mục này.`,
    ...(notice && { notice }),
    contact: contactOf(ward),
  };
}
