/**
 * Facts about an entry that lists sort and filter by. They are added when a file is read and
 * taken off before it is written; the underscore keeps them apart from every field.
 */
export const DERIVED = {
  states: '_states',
  departments: '_departments',
  departmentIds: '_departmentIds',
  fields: '_fields',
  channels: '_channels',
  day: '_day',
} as const;

/** What deriving needs to know beside the entry. */
export interface DerivingFacts {
  /** Today, in Asia/Ho_Chi_Minh. */
  today: string;
  /** Names of the departments by id. */
  departmentNames: ReadonlyMap<string, string>;
}

type Data = Record<string, unknown>;

/** Adds what lists need; `data` itself is left as it is. */
export function withDerived(data: Data, facts: DerivingFacts): Data {
  const units = texts(data['departments'] ?? data['department']);
  const window = data['window'] as Data | undefined;
  return {
    ...data,
    [DERIVED.states]: statesOf(data, facts.today),
    [DERIVED.departmentIds]: enclosed(units),
    [DERIVED.departments]: units.map((id) => facts.departmentNames.get(id) ?? id).join(', '),
    [DERIVED.fields]: enclosed(texts(data['fields'])),
    [DERIVED.channels]: enclosed(channelsOf(data)),
    [DERIVED.day]: String(window?.['to'] ?? data['date'] ?? ''),
  };
}

/** Takes off what `withDerived` added. */
export function withoutDerived(data: Data): Data {
  const added: readonly string[] = Object.values(DERIVED);
  return Object.fromEntries(Object.entries(data).filter(([key]) => !added.includes(key)));
}

function statesOf(data: Data, today: string): string {
  const states = [];
  if (String(data['date'] ?? '') > today) states.push('scheduled');
  const reviewBy = String(data['reviewBy'] ?? '');
  if (reviewBy !== '' && reviewBy < today) states.push('overdue');
  if (data['withdrawn']) states.push('withdrawn');
  if (data['sample'] === true) states.push('sample');
  return enclosed(states);
}

function channelsOf(data: Data): string[] {
  const placements = Array.isArray(data['placements']) ? (data['placements'] as Data[]) : [];
  const channels = placements.map(({ channel }) => String(channel));
  return data['web'] === false ? channels : ['web', ...channels];
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function enclosed(values: readonly string[]): string {
  return ` ${values.join(' ')} `;
}
