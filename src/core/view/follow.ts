import { addresses } from '../address.ts';
import type { Edition } from './edition.ts';
import type { Link } from './link.ts';
import { TRAILS } from './navigation.ts';
import { departmentLinks, fieldLinks } from './shelf.ts';

/** Something that programs fetch again and again, on a page that people read. */
export interface Follow extends Link {
  kind: 'feed' | 'calendar';
  /** Address of the page that shows the same. */
  page: string;
}

/** Every feed, the one of everything first, then every calendar. */
export function followsOf(edition: Edition): Follow[] {
  const pages: Link[] = [
    { label: 'Mọi nội dung mới', address: addresses.home() },
    TRAILS.articles,
    { label: 'Thay đổi thủ tục', address: addresses.procedureChanges() },
    TRAILS.practices,
    TRAILS.activities,
    ...fieldLinks(),
    ...departmentLinks(edition),
  ];
  return [
    ...pages.map(({ label, address }) => ({
      kind: 'feed' as const,
      label,
      address: addresses.feed(address),
      page: address,
    })),
    {
      kind: 'calendar',
      label: 'Lịch hoạt động',
      address: addresses.calendar(),
      page: addresses.activities(),
    },
    {
      kind: 'calendar',
      label: 'Lịch ngày hiệu lực của thủ tục',
      address: addresses.procedureCalendar(),
      page: addresses.procedureChanges(),
    },
  ];
}

const byPage = new WeakMap<Edition, ReadonlyMap<string, Follow[]>>();

/** What can be followed from one page. */
export function followsAt(edition: Edition, page: string): Follow[] {
  const known = byPage.get(edition) ?? Map.groupBy(followsOf(edition), (one) => one.page);
  byPage.set(edition, known);
  return known.get(page) ?? [];
}
