import { fold } from '../text/slug.ts';

/** What the editors' lists know of an entry, also of one that its schema would refuse. */
export interface EntryFacts {
  title: string;
  /** `YYYY-MM-DD`, or the bare year of what has no date; empty when there is neither. */
  day: string;
  /** Ids; the policy decides by them whose a draft is. */
  departments: readonly string[];
  fields: readonly string[];
  channels: readonly string[];
  /** Date by which somebody must check that it still holds; empty when none is set. */
  reviewBy: string;
  withdrawn: boolean;
  sample: boolean;
  /** Whether it has a page here. */
  web: boolean;
  /** Title and number without accents, for searching. */
  folded: string;
}

type Data = Record<string, unknown>;

/** The facts of an entry from the fields of its file, as typed. */
export function entryFacts(fields: unknown): EntryFacts {
  const data = isData(fields) ? fields : {};
  const title = [data['number'], data['title']].filter(isText).join(' · ');
  const window = isData(data['window']) ? data['window'] : {};
  const web = !['false', false].includes(data['web'] as string | boolean);
  return {
    title,
    day: [window['to'], data['date'], data['year']].find(isText) ?? '',
    departments: texts(data['department'], data['departments']),
    fields: texts(data['fields']),
    channels: [...(web ? ['web'] : []), ...placementChannels(data['placements'])],
    reviewBy: isText(data['reviewBy']) ? data['reviewBy'] : '',
    withdrawn: data['withdrawn'] !== undefined,
    sample: ['true', true].includes(data['sample'] as string | boolean),
    web,
    folded: fold(title),
  };
}

function placementChannels(value: unknown): string[] {
  const placements = Array.isArray(value) ? value.filter(isData) : [];
  return [...new Set(texts(placements.map(({ channel }) => channel)))];
}

function texts(...values: unknown[]): string[] {
  return values.flat().filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
