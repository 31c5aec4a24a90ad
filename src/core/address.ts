import type { ArticleEntry } from './store/store.ts';
import { slugOf } from './store/store.ts';

/**
 * Addresses of the section, root-relative and without `BASE`. They are a contract: other
 * programs and printed notices rely on them.
 */
export const addresses = {
  home: () => '/',
  articles: () => '/tin-bai/',
  /** Year and month come from the date, the rest from the file name. */
  article: (entry: Pick<ArticleEntry, 'id' | 'data'>) =>
    `/tin-bai/${entry.data.date.slice(0, 4)}/${entry.data.date.slice(5, 7)}/${slugOf(entry.id)}/`,
  practices: () => '/mo-hinh-hay/',
  practice: (id: string) => `/mo-hinh-hay/${slugOf(id)}/`,
  procedureChanges: () => '/thu-tuc/',
  procedureChange: (id: string) => `/thu-tuc/${slugOf(id)}/`,
  plans: () => '/ke-hoach/',
  plan: (id: string) => `/ke-hoach/${slugOf(id)}/`,
  activities: () => '/hoat-dong/',
  activity: (id: string) => `/hoat-dong/${slugOf(id)}/`,
  field: (id: string) => `/linh-vuc/${id}/`,
  department: (id: string) => `/don-vi/${id}/`,
  month: (month: string) => `/thang/${month}/`,
  page: (id: string) => `/${slugOf(id)}/`,
  siteMap: () => '/so-do-trang/',
  search: () => '/tim-kiem/',
  quotas: () => '/can-bo/chi-tieu/',
  quotaMonth: (month: string) => `/can-bo/chi-tieu/${month}/`,
  quotaData: () => '/du-lieu/v1/chi-tieu.json',
  admin: () => '/admin/',
} as const;
