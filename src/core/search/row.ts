/** Kind of a page that lists others: found by its own name, after pages that answer. */
export const LIST_KIND = 'Danh sách';
/** Kind of a department's page. */
export const DEPARTMENT_KIND = 'Đơn vị';

/** What search knows of a page without reading its text. */
export interface Row {
  /** Id of the page in Pagefind's index. */
  id: string;
  /** Address without `BASE`. */
  address: string;
  title: string;
  /** Label of the kind: `Tin, bài`, `Thủ tục` … */
  kind: string;
  /** Labels of the reform fields. */
  fields: readonly string[];
  /** Names of the departments. */
  departments: readonly string[];
  /** `YYYY-MM-DD`, where the page has a day. */
  date?: string;
  year?: string;
  /** Number of the document that the page shows: `58/KH-UBND`. */
  number?: string;
  /** Codes of procedures: `1.001193`. */
  codes: readonly string[];
  /** Other names that the page answers to: procedures, a department's short names. */
  names: readonly string[];
}

/** Ids in the index of a year begin with it: `vi-2019_8f5e114`. */
const YEAR_OF_ID = /^vi-(\d+)_/;

/** The year in whose index a page stands; absent for the timeless one. */
export function yearOfId(id: string): string | undefined {
  return YEAR_OF_ID.exec(id)?.[1];
}
