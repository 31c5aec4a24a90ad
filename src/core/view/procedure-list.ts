import { addresses } from '../address.ts';
import { CHANGE_KINDS, CHANGE_STATES, type ChangeState } from '../schema/vocabulary.ts';
import { slugify } from '../text/slug.ts';
import type { Edition } from './edition.ts';
import type { Link } from './link.ts';
import { lowerFirst } from './names.ts';
import { procedureRegister, type RegisterRow } from './procedure-register.ts';

/** A choice among the changes: one state, one kind, or one field of procedures. */
export interface Facet extends Link {
  count: number;
  /** Whether it is the list that shows it. */
  current: boolean;
}

/** The choices of one sort. */
export interface FacetGroup {
  label: string;
  facets: Facet[];
}

/** Some changes under one heading. */
export interface ListGroup {
  /** Its anchor. */
  id: string;
  heading: string;
  /** Set where the heading is a state, which has a shape of its own. */
  state?: ChangeState;
  rows: RegisterRow[];
  /** How many there are, shown or not. */
  count: number;
  /** The sentence where there is none. */
  empty: string;
  /** The whole list, where this one is cut. */
  more?: Link;
}

/** A page of changed procedures: all of them, or those of one facet. */
export interface ProcedureList {
  address: string;
  /** Its address below the list of everything, without slashes at the ends. */
  below: string;
  title: string;
  lead: string;
  /** Its last step in the trail. */
  step: string;
  /** Whether it is the list of everything. */
  whole: boolean;
  facets: FacetGroup[];
  groups: ListGroup[];
}

/** A row with the state of the group it stands in. */
interface Row {
  state: ChangeState;
  row: RegisterRow;
}

/** One list to come: which rows, under what name and address. */
interface Choice {
  sort: 'state' | 'kind' | 'field';
  label: string;
  address: string;
  title: string;
  holds: (row: Row) => boolean;
}

/** How many changes in one state the list of everything shows. */
const SHOWN = 12;
const TITLE = 'Thay đổi thủ tục hành chính';
const LEAD =
  'Thủ tục mới, được sửa đổi, thay thế hay bãi bỏ theo quyết định của bộ, ngành và Ủy ban nhân dân cấp tỉnh. Phí, lệ phí và thời hạn giải quyết xem trên Cổng Dịch vụ công quốc gia.';
const SORTS = { state: 'Theo hiệu lực', kind: 'Theo loại thay đổi', field: 'Theo lĩnh vực' };

/** The list of everything, then one for each state, kind and field, each a page of its own. */
export function procedureLists(edition: Edition): ProcedureList[] {
  const register = procedureRegister(edition);
  const rows = register.flatMap(({ state, rows }) => rows.map((row) => ({ state, row })));
  const choices = choicesOf(rows);
  const facets = (current?: Choice) => facetGroups(rows, choices, current);
  const whole: ProcedureList = {
    address: addresses.procedureChanges(),
    below: '',
    title: TITLE,
    lead: LEAD,
    step: 'Thủ tục',
    whole: true,
    facets: facets(),
    groups: register.map(({ state, label, empty, rows }) => ({
      id: state,
      heading: label,
      state,
      empty,
      rows: rows.slice(0, SHOWN),
      count: rows.length,
      ...(rows.length > SHOWN && {
        more: {
          label: `Xem tất cả ${rows.length} thay đổi ${lowerFirst(label)}`,
          address: addresses.procedureFacet(label),
        },
      }),
    })),
  };
  return [whole, ...choices.map((choice) => listOf(rows, choice, facets(choice)))];
}

/** The lists of one state, kind or field each. */
export function narrowedProcedureLists(edition: Edition): ProcedureList[] {
  return procedureLists(edition).slice(1);
}

/** The list of everything. */
export function wholeProcedureList(edition: Edition): ProcedureList {
  const [whole] = procedureLists(edition);
  if (!whole) throw new RangeError('There is always a list of everything');
  return whole;
}

function listOf(rows: readonly Row[], choice: Choice, facets: FacetGroup[]): ProcedureList {
  const own = rows.filter(choice.holds);
  return {
    address: choice.address,
    below: choice.address.slice(addresses.procedureChanges().length, -1),
    title: choice.title,
    lead: `${own.length} thay đổi đã đăng trên chuyên mục. Phí, lệ phí và thời hạn giải quyết xem trên Cổng Dịch vụ công quốc gia.`,
    step: choice.label,
    whole: false,
    facets,
    groups: choice.sort === 'state' ? byYear(own) : byState(own),
  };
}

function byState(rows: readonly Row[]): ListGroup[] {
  const groups = [...Map.groupBy(rows, ({ state }) => state)].map(([state, own]) => ({
    id: state,
    heading: CHANGE_STATES[state],
    state,
    empty: '',
    rows: own.map(({ row }) => row),
    count: own.length,
  }));
  return groups.length > 0 ? groups : [nothing()];
}

function byYear(rows: readonly Row[]): ListGroup[] {
  const groups = [...Map.groupBy(rows, ({ row }) => row.effective.slice(0, 4))].map(
    ([year, own]) => ({
      id: `nam-${year}`,
      heading: `Năm ${year}`,
      empty: '',
      rows: own.map(({ row }) => row),
      count: own.length,
    }),
  );
  return groups.length > 0 ? groups : [nothing()];
}

function nothing(): ListGroup {
  return {
    id: 'danh-sach',
    heading: 'Danh sách',
    rows: [],
    count: 0,
    empty: 'Chưa có thay đổi nào thuộc mục này.',
  };
}

/** States and kinds are always there; fields are those that some procedure names. */
function choicesOf(rows: readonly Row[]): Choice[] {
  const states = Object.entries(CHANGE_STATES).map(
    ([state, label]): Choice => ({
      sort: 'state',
      label,
      address: addresses.procedureFacet(label),
      title: `${TITLE} ${lowerFirst(label)}`,
      holds: (one) => one.state === state,
    }),
  );
  const kinds = Object.entries(CHANGE_KINDS).map(
    ([kind, label]): Choice => ({
      sort: 'kind',
      label,
      address: addresses.procedureFacet(label),
      title: `Thủ tục hành chính ${KIND_WORDS[kind as keyof typeof CHANGE_KINDS]}`,
      holds: ({ row }) => row.tag.kind === kind,
    }),
  );
  return [...states, ...kinds, ...fieldChoices(rows)];
}

const KIND_WORDS: Record<keyof typeof CHANGE_KINDS, string> = {
  new: 'mới ban hành',
  amended: 'được sửa đổi, bổ sung',
  replaced: 'được thay thế',
  repealed: 'bị bãi bỏ',
};

/** Two spellings that make one address are one field, under the name that stands first. */
function fieldChoices(rows: readonly Row[]): Choice[] {
  const names = rows.flatMap(({ row }) => row.field ?? []);
  return [...Map.groupBy(names, (name) => slugify(name))]
    .map(
      ([slug, [label = slug]]): Choice => ({
        sort: 'field',
        label,
        address: addresses.procedureField(label),
        title: `${TITLE} lĩnh vực ${label}`,
        holds: ({ row }) => row.field !== undefined && slugify(row.field) === slug,
      }),
    )
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}

/** States are always there; kinds and fields that would lead to an empty list are left out. */
function facetGroups(
  rows: readonly Row[],
  choices: readonly Choice[],
  current?: Choice,
): FacetGroup[] {
  return (['state', 'kind', 'field'] as const)
    .map((sort) => ({
      label: SORTS[sort],
      facets: choices
        .filter((choice) => choice.sort === sort)
        .map((choice) => ({
          label: choice.label,
          address: choice.address,
          count: rows.filter(choice.holds).length,
          current: choice === current,
        }))
        .filter(({ count, current: here }) => count > 0 || here || sort === 'state'),
    }))
    .filter(({ facets }) => facets.length > 0);
}
