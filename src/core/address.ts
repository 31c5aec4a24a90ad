import { CHANGE_KINDS, CHANGE_STATES } from './schema/vocabulary.ts';
import type { Entry } from './store/entry.ts';
import type { ArticleEntry } from './store/store.ts';
import { slugOf } from './store/store.ts';
import { slugify } from './text/slug.ts';

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
  /** The article as a text to be read aloud on the loudspeakers. */
  script: (entry: Pick<ArticleEntry, 'id' | 'data'>) => `${addresses.article(entry)}truyen-thanh/`,
  scriptFile: (entry: Pick<ArticleEntry, 'id' | 'data'>) =>
    `${addresses.article(entry)}truyen-thanh.docx`,
  practices: () => '/mo-hinh-hay/',
  practice: (id: string) => `/mo-hinh-hay/${slugOf(id)}/`,
  procedureChanges: () => '/thu-tuc/',
  procedureChange: (id: string) => `/thu-tuc/${slugOf(id)}/`,
  procedureNotice: (id: string) => `/thu-tuc/${slugOf(id)}/niem-yet/`,
  procedureCodes: () => '/thu-tuc/danh-muc/',
  /** The changes in one state or of one kind, by its name. */
  procedureFacet: (name: string) => `/thu-tuc/${slugify(name)}/`,
  /** The changes in one field of procedures, by its name. */
  procedureField: (name: string) => `/thu-tuc/linh-vuc/${slugify(name)}/`,
  openness: () => '/cong-khai/',
  indices: () => '/cong-khai/chi-so/',
  lateFiles: () => '/cong-khai/ho-so-tre-han/',
  questions: () => '/hoi-dap/',
  question: (id: string) => `/hoi-dap/${slugOf(id)}/`,
  outage: () => '/tam-ngung/',
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
  quotaMonthFile: (month: string, extension: string) => `/can-bo/chi-tieu/${month}.${extension}`,
  departmentDesks: () => '/can-bo/don-vi/',
  departmentDesk: (id: string) => `/can-bo/don-vi/${id}/`,
  departmentCalendar: (id: string) => `/can-bo/don-vi/${id}.ics`,
  planWorks: () => '/can-bo/ke-hoach/',
  planWork: (id: string) => `/can-bo/ke-hoach/${slugOf(id)}/`,
  reports: () => '/can-bo/bao-cao/',
  report: (period: string) => `/can-bo/bao-cao/${period}/`,
  reportFile: (period: string, extension: string) => `/can-bo/bao-cao/${period}.${extension}`,
  airingLogs: () => '/can-bo/bao-cao/nhat-ky-phat-thanh/',
  airingLog: (month: string) => `/can-bo/bao-cao/nhat-ky-phat-thanh/${month}/`,
  airingLogFile: (month: string) => `/can-bo/bao-cao/nhat-ky-phat-thanh/${month}.xlsx`,
  audit: () => '/can-bo/kiem-tra/',
  /** The components and their examples, for who builds pages. */
  gallery: () => '/can-bo/thanh-phan/',
  likeness: (key: string) => `/can-bo/kiem-tra/giong-nhau/${key}/`,
  calendar: () => '/lich.ics',
  procedureCalendar: () => '/thu-tuc/lich.ics',
  activityCalendar: (id: string) => `/hoat-dong/${slugOf(id)}.ics`,
  /** The feed of a page that has one. */
  feed: (page: string) => `${page}rss.xml`,
  data: () => '/du-lieu/',
  dataFile: (name: string) => `/du-lieu/v1/${name}.json`,
  dataSchema: (name: string) => `/du-lieu/v1/${name}.schema.json`,
  quotaData: () => '/du-lieu/v1/chi-tieu.json',
  /** Drawn for links that people share; the name says what is drawn. */
  shareImage: (hash: string) => `/anh-chia-se/${hash}.png`,
  siteMapFile: () => '/sitemap.xml',
  moves: () => '/chuyen-huong.json',
  admin: () => '/admin/',
  signIn: () => '/admin/dang-nhap',
  signOut: () => '/admin/dang-xuat',
  password: () => '/admin/mat-khau',
  people: () => '/admin/nguoi-dung',
  person: (id: string) => `/admin/nguoi-dung/${id}`,
  auditLog: () => '/admin/nhat-ky',
  /** A file of the room's own screens. */
  roomAsset: (name: string) => `/admin/phong/${name}`,
  roomApi: (name: string) => `/admin/api/${name}`,
} as const;

/** The lists of procedure changes by state and by kind stand beside the announcements. */
const PROCEDURE_FACETS = [...Object.values(CHANGE_STATES), ...Object.values(CHANGE_KINDS)].map(
  addresses.procedureFacet,
);

/** Addresses that the section itself takes, so that no page of the ward may. */
export const SECTION_ADDRESSES: readonly string[] = [
  ...[addresses.home(), addresses.articles(), addresses.practices(), addresses.procedureChanges()],
  ...[addresses.plans(), addresses.activities(), addresses.siteMap(), addresses.search()],
  ...[addresses.openness(), addresses.questions(), addresses.outage()],
  ...[addresses.procedureCodes(), '/thu-tuc/linh-vuc/', ...PROCEDURE_FACETS],
  ...['/linh-vuc/', '/don-vi/', '/thang/', '/can-bo/', '/du-lieu/', '/tep/', '/anh-chia-se/'],
  addresses.admin(),
];

/** The address an entry is published at; `undefined` for kinds without a page. */
export function addressOf(entry: Entry): string | undefined {
  switch (entry.collection) {
    case 'articles':
      return addresses.article(entry as ArticleEntry);
    case 'practices':
      return addresses.practice(entry.id);
    case 'procedureChanges':
      return addresses.procedureChange(entry.id);
    case 'activities':
      return addresses.activity(entry.id);
    case 'questions':
      return addresses.question(entry.id);
    case 'plans':
      return addresses.plan(entry.id);
    case 'pages':
      return addresses.page(entry.id);
    default:
      return undefined;
  }
}

/** The addresses an entry had before, in the order in which they are written. */
export function formerAddressesOf(entry: Entry): string[] {
  const slugs = 'formerSlugs' in entry.data ? entry.data.formerSlugs : [];
  const address = addressOf(entry);
  if (address === undefined) return [];
  const parts = address.split('/');
  return slugs.map((slug) => {
    // An article may have changed its month with its name.
    const replaced = slug.split('/');
    return [...parts.slice(0, -1 - replaced.length), ...replaced, ''].join('/');
  });
}
