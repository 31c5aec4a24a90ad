import path from 'node:path';
import type { Department, Group } from '../../src/core/schema/departments.ts';
import type { Plan } from '../../src/core/schema/plan.ts';
import type { Store } from '../../src/core/store/store.ts';
import { type LoadedWard, loadWard } from '../../src/reader/ward.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The folder that the wards one can start from lie in, and their common samples. */
export const SEEDS = path.join(ROOT, 'seeds');

/** The five wards, each with the text of its plan as it was published. */
export const PLAN_TEXTS = {
  'uong-bi': 'uong-bi-2026.txt',
  'thach-khoi': 'thach-khoi-2026.txt',
  'an-tuong': 'an-tuong-2026.txt',
  'gieng-day': 'gieng-day-2025.txt',
  'thuong-phuc': 'thuong-phuc-2026.txt',
} as const;

export type SeedName = keyof typeof PLAN_TEXTS;
export const SEED_NAMES = Object.keys(PLAN_TEXTS) as SeedName[];

/** A seed with its one plan. */
export interface Seed extends LoadedWard {
  store: Store;
  plan: Plan;
  planId: string;
}

/** Reads a seed as the site would; throws when it has an error. */
export async function readSeed(name: SeedName): Promise<Seed> {
  const ward = await loadWard(path.join(SEEDS, name), { production: true });
  const [plan, ...others] = ward.store?.plans ?? [];
  if (!ward.store || !plan || others.length > 0) {
    throw new Error(`${name}: ${ward.issues.map(({ message }) => message).join(' ')}`);
  }
  return { ...ward, store: ward.store, plan: plan.data, planId: plan.id };
}

export function planTextFile(name: SeedName): string {
  return path.join(ROOT, 'tests', 'fixtures', 'plans', PLAN_TEXTS[name]);
}

/** A text without what line breaks, tables and marks of emphasis put between its letters. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<[^>]*>/g, '')
    .replace(/[*#\s]+/gu, '');
}

/** Departments and groups by every name a plan may call them, told apart as people do. */
export function unitsByName({ store }: Seed): Map<string, string[]> {
  const named: [string, Pick<Department | Group, 'name' | 'aliases'>][] = [
    ...store.departments.map((unit) => [unit.id, unit] as [string, Department]),
    ...store.groups.map((unit) => [`group:${unit.id}`, unit] as [string, Group]),
  ];
  const found = new Map<string, string[]>();
  for (const [id, unit] of named) {
    for (const name of new Set([unit.name, ...unit.aliases].map(foldedName))) {
      found.set(name, [...(found.get(name) ?? []), id]);
    }
  }
  return found;
}

/** `hoá` and `hóa`, `–` and `-`, capitals and spaces make no other unit. */
export function foldedName(name: string): string {
  const moved = name
    .normalize('NFD')
    .toLowerCase()
    .replace(
      /(o)(a|e)([\u0300\u0301\u0303\u0309\u0323])|(u)(y)([\u0300\u0301\u0303\u0309\u0323])/g,
      (_, o = '', a = '', tone = '', u = '', y = '', other = '') =>
        `${o}${u}${tone}${other}${a}${y}`,
    );
  return moved
    .normalize('NFC')
    .replace(/[–—]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
