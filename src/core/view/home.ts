import { addresses } from '../address.ts';
import { longDate } from '../calendar/wording.ts';
import type { QuotaResult } from '../quota/result.ts';
import { activityCard, type Card } from './card.ts';
import { type Contact, contactOf } from './contact.ts';
import type { Edition } from './edition.ts';
import { type Fact, knownFacts, type Link } from './link.ts';
import { wardInSentence, wardNoun } from './names.ts';
import { latestNotices, type Notice } from './procedure-register.ts';
import { type MonthPromise, monthPromise } from './promise.ts';
import { departmentPages, fieldLinks } from './shelf.ts';

/** How many new pieces the home page shows. */
const LATEST = 8;

/** The home page: four answers, in the order in which people ask. */
export interface Home {
  lead: string;
  /** `Cập nhật ngày 06 tháng 3 năm 2026`. */
  updated: string;
  notices: Notice[];
  latest: Card[];
  /** The announced activity that comes first; absent where none is announced. */
  next?: Upcoming;
  contact: Contact;
  /** Departments that can be called, each with its numbers. */
  departments: Fact[];
  promise: MonthPromise;
  /** `Phường đã hứa và đã làm gì`. */
  promiseHeading: string;
  fields: Link[];
}

/** An activity to come, and the way to those that come after it. */
export interface Upcoming {
  card: Card;
  /** `Xem cả 3 hoạt động sắp diễn ra`; absent where it is the only one. */
  all?: Link;
}

/** The home page of an edition and its count. */
export function homeOf(edition: Edition, quotas: QuotaResult): Home {
  const { store, asOf } = edition;
  const name = wardInSentence(store.ward);
  return {
    lead: `Thủ tục hành chính có gì thay đổi, ${name} đang làm gì để phục vụ người dân tốt hơn, và hỏi ai khi cần.`,
    updated: `Cập nhật ${longDate(asOf)}`,
    notices: latestNotices(edition),
    // A change of a procedure stands above, among the notices, and is not told twice.
    latest: edition.cards.filter(({ kind }) => kind !== 'procedureChanges').slice(0, LATEST),
    ...nextOf(edition),
    contact: contactOf(store.ward),
    departments: departmentPages(edition)
      .filter(({ ended }) => !ended)
      .flatMap(({ department, contact }) =>
        knownFacts([{ term: department.name, values: contact.flatMap(({ values }) => values) }]),
      ),
    promise: monthPromise(store, quotas),
    promiseHeading: `${wardNoun(store.ward)} đã hứa và đã làm`,
    fields: fieldLinks(),
  };
}

function nextOf({ announced, asOf }: Edition): Pick<Home, 'next'> {
  const [first] = announced;
  if (!first) return {};
  const label = `Xem cả ${announced.length} hoạt động sắp diễn ra`;
  return {
    next: {
      card: activityCard(first, asOf),
      ...(announced.length > 1 && { all: { label, address: addresses.activities() } }),
    },
  };
}
