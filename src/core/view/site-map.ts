import { addresses } from '../address.ts';
import { activityList } from './activity.ts';
import { archiveOf } from './archive.ts';
import type { Edition } from './edition.ts';
import type { Link } from './link.ts';
import { menuAt } from './navigation.ts';
import { OPENNESS_PAGES } from './openness.ts';
import { departmentLinks, fieldLinks } from './shelf.ts';

/** A page of the site map with the pages below it; a branch need not be a page itself. */
export interface Branch {
  label: string;
  address?: string;
  branches: Branch[];
}

/**
 * The section as a tree. Single articles are reached through their months: a ward publishes
 * thousands, and a list of all of them would help nobody.
 */
export function siteMap(edition: Edition): Branch[] {
  const { store } = edition;
  const below: Record<string, Branch[]> = {
    [addresses.articles()]: [
      { label: 'Theo lĩnh vực', branches: fieldLinks().map(leaf) },
      ...archiveOf(edition).map(({ year, months }) => ({
        label: `Năm ${year}`,
        branches: months.map(leaf),
      })),
    ],
    [addresses.procedureChanges()]: [
      leaf({ label: 'Danh mục theo mã', address: addresses.procedureCodes() }),
      ...edition.procedureChanges.map((entry) =>
        leaf({ label: entry.data.title, address: addresses.procedureChange(entry.id) }),
      ),
    ],
    [addresses.openness()]: [
      leaf(OPENNESS_PAGES.lateFiles),
      leaf(OPENNESS_PAGES.indices),
      {
        ...OPENNESS_PAGES.questions,
        branches: edition.questions.map((entry) =>
          leaf({ label: entry.data.title, address: addresses.question(entry.id) }),
        ),
      },
    ],
    [addresses.practices()]: edition.practices.map((entry) =>
      leaf({ label: entry.data.title, address: addresses.practice(entry.id) }),
    ),
    [addresses.activities()]: Object.values(activityList(edition))
      .flat()
      .map(({ title, address }) => leaf({ label: title, address })),
    [addresses.plans()]: edition.plans.map((entry) =>
      leaf({ label: entry.data.title, address: addresses.plan(entry.id) }),
    ),
  };
  return [
    ...menuAt(addresses.siteMap()).map(({ label, address }) => ({
      label,
      address,
      branches: below[address] ?? [],
    })),
    { label: 'Đơn vị', branches: departmentLinks(edition).map(leaf) },
    {
      label: 'Về chuyên mục',
      branches: [
        ...store.pages.map((entry) =>
          leaf({ label: entry.data.title, address: addresses.page(entry.id) }),
        ),
        leaf({ label: 'Sơ đồ trang', address: addresses.siteMap() }),
        leaf({ label: 'Dữ liệu mở, RSS và lịch', address: addresses.data() }),
      ],
    },
  ];
}

function leaf({ label, address }: Link): Branch {
  return { label, address, branches: [] };
}
