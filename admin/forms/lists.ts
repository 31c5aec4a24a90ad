import type { CollectionName } from '../../src/core/schema/collections.ts';
import { CHANNELS, REFORM_FIELDS } from '../../src/core/schema/vocabulary.ts';
import { DERIVED } from '../entry/derived.ts';
import type { Choices } from './choices.ts';
import type { FieldOption } from './decap-field.ts';

/** How the list of a collection can be narrowed, grouped and ordered; Decap's own words. */
export interface ListViews {
  summary: string;
  sortable_fields?: { field: string; label: string; default_sort?: 'asc' | 'desc' }[];
  view_filters?: { label: string; field: string; pattern: string }[];
  view_groups?: { label: string; field: string; pattern?: string }[];
}

const MONTH = { label: 'Tháng', field: 'date', pattern: '\\d{4}-\\d{2}' };
const UNIT = { label: 'Đơn vị:', field: DERIVED.departments };
const NEWEST_FIRST = { field: 'date', label: 'Ngày', default_sort: 'desc' as const };
const BY_TITLE = { field: 'title', label: 'Tên' };
const BY_UNIT = { field: DERIVED.departments, label: 'Đơn vị' };
const STATES = [
  { label: 'Đã lên lịch', field: DERIVED.states, pattern: 'scheduled' },
  { label: 'Quá hạn rà soát', field: DERIVED.states, pattern: 'overdue' },
  { label: 'Đã gỡ', field: DERIVED.states, pattern: 'withdrawn' },
  { label: 'Nội dung mẫu', field: DERIVED.states, pattern: 'sample' },
];
const DATED = "{{fields.date | date('DD/M/YYYY')}} · {{title}}";

/** The views of one collection; those by department name the departments of the ward. */
export function listViews(name: CollectionName, choices: Choices): ListViews {
  const units = filters('Đơn vị', DERIVED.departmentIds, choices.department ?? []);
  const fields = filters('Lĩnh vực', DERIVED.fields, options(REFORM_FIELDS));
  switch (name) {
    case 'articles':
      return {
        summary: DATED,
        sortable_fields: [NEWEST_FIRST, BY_TITLE, BY_UNIT],
        view_filters: [
          ...STATES,
          ...units,
          ...fields,
          ...filters('Kênh', DERIVED.channels, options(CHANNELS)),
        ],
        view_groups: [MONTH, UNIT],
      };
    case 'practices':
    case 'questions':
    case 'procedureChanges':
      return {
        summary: DATED,
        sortable_fields: [NEWEST_FIRST, BY_TITLE, BY_UNIT],
        view_filters: [...STATES.slice(0, 1), ...STATES.slice(3), ...units, ...fields],
        view_groups: [MONTH, UNIT],
      };
    case 'activities':
      return {
        summary: '{{title}}',
        sortable_fields: [
          { field: DERIVED.day, label: 'Ngày', default_sort: 'desc' },
          BY_TITLE,
          BY_UNIT,
        ],
        view_filters: [...STATES.slice(3), ...units, ...fields],
        view_groups: [{ ...MONTH, field: DERIVED.day }, UNIT],
      };
    case 'plans':
      return {
        summary: '{{fields.number}} {{title}}',
        sortable_fields: [{ field: 'year', label: 'Năm', default_sort: 'desc' }, BY_TITLE],
      };
    case 'pages':
      return { summary: '{{title}}', sortable_fields: [BY_TITLE] };
    default:
      return { summary: '{{filename}}' };
  }
}

function options(list: Record<string, string>): FieldOption[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}

/** One filter for each choice; ids are enclosed in spaces, so that `a` is not found in `a-b`. */
function filters(kind: string, field: string, choices: readonly FieldOption[]) {
  return choices.map(({ value, label }) => ({
    label: `${kind}: ${label}`,
    field,
    pattern: ` ${value} `,
  }));
}
