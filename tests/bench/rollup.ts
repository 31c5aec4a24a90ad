/**
 * How long a province's roll-up takes: `node tests/bench/rollup.ts [wards]`. It writes made-up
 * files of wards with 8 departments, 3 monthly rules and a weekly one over 12 months, runs
 * `npm run rollup` on them as a person does, and prints the seconds. It asserts nothing, for a
 * machine's speed is no fault of the code; the promise is 200 wards in under 5 seconds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { periodsStarting } from '../../src/core/calendar/period.ts';

const WARDS = Number(process.argv[2] ?? 200);
const DEPARTMENTS = ['vp', 'vhxh', 'kt', 'ttcudv', 'ttpvhcc', 'tp', 'ca', 'qs'];
const RULES = [
  { id: 'a', measure: 'item', channels: ['loudspeaker'], period: 'month', min: 2 },
  { id: 'b', measure: 'item', channels: ['web'], period: 'month', min: 3 },
  { id: 'c', measure: 'item', channels: ['facebook', 'zalo'], period: 'month', min: 1 },
  { id: 'd', measure: 'airing', channels: ['loudspeaker'], period: 'week', min: 1 },
] as const;

const folder = mkdtempSync(path.join(tmpdir(), 'cchc-rollup-'));
try {
  const files = Array.from({ length: WARDS }, (_, index) => {
    const file = path.join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(madeUp(index), null, 2));
    return file;
  });
  const started = performance.now();
  const ran = spawnSync(
    process.execPath,
    ['scripts/rollup.ts', ...files, '--as-of', '2026-12-31', '--out', path.join(folder, 'out')],
    { encoding: 'utf8' },
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  process.stdout.write(`${ran.stdout}${ran.stderr}${WARDS} wards × 12 months: ${seconds} s\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function madeUp(index: number) {
  return {
    version: 1,
    ward: { id: `phuong-${index}`, name: `Phường ${index}` },
    asOf: '2026-12-31',
    sample: true,
    departments: DEPARTMENTS.map((id) => ({ id, name: `Đơn vị ${id}`, from: null, to: null })),
    rules: RULES.map((rule) => ({
      ...rule,
      quote: 'Có ít nhất một tin/bài mỗi kỳ',
      plan: '2026',
      level: 'required',
      conditions: {},
      alternatives: [],
      members: DEPARTMENTS,
    })),
    tallies: RULES.flatMap((rule) =>
      periodsStarting(rule.period, '2026-01-01', '2026-12-31').flatMap((span, at) =>
        DEPARTMENTS.map((subject, which) => {
          const actual = (index * 7 + at * 5 + which * 3) % 4;
          return {
            ...{ rule: rule.id, subject, period: span.label, from: span.from, to: span.to },
            ...{
              required: rule.min,
              actual,
              closed: false,
              live: null,
              shares: { [subject]: actual },
            },
            status: actual >= rule.min ? 'met' : 'short',
            counted: Array.from({ length: actual }, (_, one) => ({
              id: `${span.label}/${subject}-${one}`,
              title: `Tin số ${one} của đơn vị ${subject} trong kỳ ${span.label}`,
              url: `/tin-bai/2026/01/${subject}-${one}/`,
              date: span.from,
            })),
            notCounted: [],
          };
        }),
      ),
    ),
    alternatives: [],
  };
}
