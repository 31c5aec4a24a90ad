import { type PlanBook, planBook } from '../../src/core/plan/book.ts';
import { countQuotas } from '../../src/core/quota/result.ts';
import { checkContent } from '../../src/core/store/check.ts';
import type { RawEntry } from '../../src/core/store/raw.ts';
import { readEntry } from '../../src/reader/entry.ts';
import { type Made, yaml } from './quota-cases.ts';
import { readSeed, type Seed, type SeedName } from './seeds.ts';

/**
 * Cases of a plan at work, told in a line each: one small plan and a few entries laid into a
 * real ward in place of its own. They take the same way in as files do.
 */

type Front = Record<string, unknown>;

/** The id of the plan that cases make; evidence names its tasks as `thu/<no>`. */
export const PLAN = 'thu';

/** A plan of 2026 with some tasks, rules and reports; parts replace its front matter. */
export function plan(parts: {
  id?: string;
  tasks?: Front[];
  quotas?: Front[];
  reportSchedule?: Front[];
  [key: string]: unknown;
}): RawEntry {
  const { id = PLAN, ...front } = parts;
  return yaml(`plans/${id}.yaml`, {
    title: 'Kế hoạch thử của phường',
    date: '2026-02-10',
    year: 2026,
    issuer: 'UBND phường',
    ...front,
  });
}

/** A task numbered 1, led by one department, with what the case is about. */
export function task(due: Front, parts: Front = {}): Front {
  return {
    no: '1',
    text: 'Việc phải làm',
    where: 'Phụ lục, dòng 1',
    lead: ['vhxh'],
    due,
    ...parts,
  };
}

/** A change of procedures: when the decision was signed and received, when it was published. */
export function change(
  slug: string,
  days: { signed: string; received?: string; published: string; effective?: string },
): RawEntry {
  const { signed, received, published, effective = '2026-12-01' } = days;
  const front = {
    title: `Thay đổi mang tên ${slug}`,
    date: published,
    department: 'ttpvhcc',
    decision: { number: '9/QĐ-UBND', date: signed, issuer: 'UBND tỉnh', received },
    procedures: [{ kind: 'new', code: '9.999901', name: 'Thủ tục thử', effective }],
  };
  const text = `---\n${JSON.stringify(front)}\n---\n\nNội dung ${slug}.\n`;
  const found = readEntry(`procedure-changes/${slug}.md`, text);
  if (!('entry' in found)) throw new Error(found.issues.map(({ message }) => message).join(' '));
  return found.entry;
}

/** How a ward's plans stand on a date with some content laid into it. */
export async function book(
  asOf: string,
  made: Made[],
  { seed = 'uong-bi', keep = false }: { seed?: SeedName; keep?: boolean } = {},
): Promise<PlanBook> {
  const { content } = await seedOnce(seed);
  const own = ['articles', ...(keep ? [] : ['plans'])];
  let entries = content.entries.filter(({ collection }) => !own.includes(collection));
  for (const one of made) entries = typeof one === 'function' ? one(entries) : [...entries, one];
  const checked = checkContent({ ...content, entries, issues: [] }, { production: true });
  if (!checked.store) {
    throw new Error(checked.issues.map((one) => `${one.file}: ${one.message}`).join('\n'));
  }
  return planBook(checked.store, countQuotas(checked.store, asOf));
}

/** A seed as it is, on a date. */
export async function seedBook(seed: SeedName, asOf: string): Promise<PlanBook> {
  const { store } = await seedOnce(seed);
  return planBook(store, countQuotas(store, asOf));
}

const seeds = new Map<SeedName, Promise<Seed>>();

/** Reading a seed takes longer than judging it. */
function seedOnce(name: SeedName): Promise<Seed> {
  const known = seeds.get(name) ?? readSeed(name);
  seeds.set(name, known);
  return known;
}
