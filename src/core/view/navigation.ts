import { addresses } from '../address.ts';
import type { Link } from './link.ts';

/** One entry of the menu, and how it stands to the page that shows it. */
export interface MenuItem extends Link {
  /** The page itself, a page somewhere below, or neither. */
  current?: 'page' | 'true';
}

/** Each entry with the address that everything below it begins with, and others it holds. */
const MENU: readonly (Link & { section: string; also?: string })[] = [
  { label: 'Trang chủ', address: addresses.home(), section: addresses.home() },
  { label: 'Tin bài', address: addresses.articles(), section: addresses.articles() },
  {
    label: 'Thủ tục',
    address: addresses.procedureChanges(),
    section: addresses.procedureChanges(),
  },
  { label: 'Mô hình hay', address: addresses.practices(), section: addresses.practices() },
  { label: 'Hoạt động', address: addresses.activities(), section: addresses.activities() },
  { label: 'Kế hoạch', address: addresses.plans(), section: addresses.plans() },
  {
    label: 'Công khai',
    address: addresses.openness(),
    section: addresses.openness(),
    also: addresses.questions(),
  },
  { label: 'Tìm kiếm', address: addresses.search(), section: addresses.search() },
  { label: 'Cán bộ', address: addresses.quotas(), section: '/can-bo/' },
];

/** The menu as the page at an address shows it. */
export function menuAt(address: string): MenuItem[] {
  return MENU.map(({ section, also = section, ...link }) => ({
    ...link,
    ...(link.address === address
      ? { current: 'page' as const }
      : section !== addresses.home() && [section, also].some((one) => address.startsWith(one))
        ? { current: 'true' as const }
        : {}),
  }));
}

/** The lists that pages stand below, for their trails. */
export const TRAILS = {
  articles: { label: 'Tin bài', address: addresses.articles() },
  practices: { label: 'Mô hình hay', address: addresses.practices() },
  procedureChanges: { label: 'Thủ tục', address: addresses.procedureChanges() },
  activities: { label: 'Hoạt động', address: addresses.activities() },
  plans: { label: 'Kế hoạch', address: addresses.plans() },
} as const satisfies Record<string, Link>;
