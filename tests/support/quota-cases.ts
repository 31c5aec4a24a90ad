import { countQuotas, type QuotaResult } from '../../src/core/quota/result.ts';
import type { Tally } from '../../src/core/quota/tally.ts';
import type { ActivityKind, Channel } from '../../src/core/schema/vocabulary.ts';
import { checkContent } from '../../src/core/store/check.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { collectionOf, readEntry } from '../../src/reader/entry.ts';
import { readSeed, type Seed, type SeedName } from './seeds.ts';

/**
 * Cases of counting, told in a line each: a few articles and activities laid into a real ward,
 * its own article taken out. They go through the reader, the schemas and every check, so that
 * no case rests on content that could not exist.
 */

/** Something laid into a ward: a file, or a change of one that is there. */
export type Made = RawEntry | ((entries: RawEntry[]) => RawEntry[]);

type Front = Record<string, unknown>;
interface Part extends Front {
  /** Text of the body; by default each entry says something of its own. */
  body?: string;
  placements?: Front[];
}

/** An article by a department, published here on a date; parts add to its front matter. */
export function item(slug: string, department: string, date: string, ...parts: Part[]): RawEntry {
  const { body = `Nội dung riêng của bài ${slug}.`, ...front } = Object.assign({}, ...parts);
  const placements = parts.flatMap((part) => part.placements ?? []);
  const [year, month] = date.split('-');
  return file(
    `articles/${year}/${month}/${slug}.md`,
    { title: `Bài mang tên ${slug}`, date, department, genre: 'story', ...front, placements },
    body,
  );
}

/** What happened to an article on a channel: `on('loudspeaker', { aired: '2026-04-12' })`. */
export function on(channel: Channel, happened: Front = {}): Part {
  return { placements: [{ channel, ...happened }] };
}

/** Airings of an article, each `2026-04-12` or `2026-04-12T17:00`. */
export function airings(channel: Channel, ...moments: string[]): Part {
  const list = moments.map((moment) => {
    const [date, time] = moment.split('T');
    return { date, ...(time ? { time } : {}) };
  });
  return on(channel, { airings: list });
}

/** An activity held on a day, or from one to another: `2026-09-20..2026-10-20`. */
export function activity(
  slug: string,
  kind: ActivityKind,
  department: string,
  when: string,
): RawEntry {
  const [from, to] = when.split('..');
  const time = to === undefined ? { date: from } : { window: { from, to } };
  return file(
    `activities/${slug}.md`,
    { title: `Hoạt động mang tên ${slug}`, kind, department, ...time },
    'Nội dung hoạt động.',
  );
}

/** A file of YAML, such as a plan or a closing. */
export function yaml(path: string, data: Front): RawEntry {
  return read(path, JSON.stringify(data));
}

/** Sets when a department belongs to a group. */
export function membership(
  group: string,
  department: string,
  dates: { from?: string; to?: string },
): Made {
  return (entries) =>
    entries.map((entry) => {
      if (entry.collection !== 'departments') return entry;
      const data = structuredClone(entry.data) as {
        groups: { id: string; members: { department: string }[] }[];
      };
      const members = data.groups.find(({ id }) => id === group)?.members;
      const member = members?.find((one) => one.department === department);
      if (!member) throw new RangeError(`${department} is not in ${group}`);
      Object.assign(member, dates);
      return { ...entry, data };
    });
}

/** Counts a seed as it stands on a date with some content laid into it. */
export async function count(seed: SeedName, asOf: string, made: Made[]): Promise<QuotaResult> {
  const { content } = await seedOnce(seed);
  let entries = content.entries.filter(({ collection }) => collection !== 'articles');
  for (const one of made) entries = typeof one === 'function' ? one(entries) : [...entries, one];
  const { store, issues } = checkContent({ ...content, entries, issues: [] }, { production: true });
  if (!store) throw new Error(issues.map((one) => `${one.file}: ${one.message}`).join('\n'));
  return countQuotas(store, asOf);
}

/**
 * Finds a tally by its name: `tp-3 joint 2026-04`, and for another reading of the rule
 * `tp-3 (words of its label) ttdvth 2026-04`.
 */
export function tallyNamed(result: QuotaResult, name: string): Tally | undefined {
  const [, rule, label, subject, period] = /^(\S+)(?: \((.+)\))? (\S+) (\S+)$/.exec(name) ?? [];
  const readings = result.alternatives.filter(
    (other) => other.rule === rule && label !== undefined && other.label.includes(label),
  );
  if (label !== undefined && readings.length !== 1) throw new RangeError(`No one reading: ${name}`);
  return (readings[0] ?? result).tallies.find(
    (one) => one.rule === rule && one.subject === subject && one.period === period,
  );
}

/** A tally in a line: `short 1/2; b again`, and `none` where there is no such tally. */
export function inWords(tally: Tally | undefined): string {
  if (!tally) return 'none';
  const { status, actual, required, closed, live, notCounted } = tally;
  const shut = closed ? ` closed, live ${live}` : '';
  const left = notCounted.map(({ id, code }) => `${id.split('/').at(-1)} ${code}`);
  return [`${status} ${actual}/${required ?? '-'}${shut}`, left.join(', ')]
    .filter(Boolean)
    .join('; ');
}

const seeds = new Map<SeedName, Promise<Seed>>();

/** Reading a seed takes longer than counting it. */
function seedOnce(name: SeedName): Promise<Seed> {
  const known = seeds.get(name) ?? readSeed(name);
  seeds.set(name, known);
  return known;
}

function file(path: string, front: Front, body: string): RawEntry {
  return read(path, `---\n${JSON.stringify(front)}\n---\n\n${body}\n`);
}

/** JSON is YAML too, so a case takes the same way in as a file. */
function read(path: string, text: string): RawEntry {
  const found = readEntry(path, text);
  if (!collectionOf(path) || !('entry' in found)) {
    throw new Error(`${path}: ${found.issues.map(({ message }) => message).join(' ')}`);
  }
  return found.entry;
}
