/** `npm test`: types, lint and format, then every test; the last line sums up. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../src/settings.ts';
import { ensureBrowser } from './test/browser.ts';
import { ensureOffice } from './test/office.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const run = (name: string, file: string, args: string[]) => {
  say(`\n== ${name}`);
  const script = path.join(PROJECT_ROOT, 'node_modules', file);
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    cwd: PROJECT_ROOT,
    env: { ...process.env, CHROMIUM: browser },
  });
  return status === 0;
};

const browser = ensureBrowser(say);
if (!browser) {
  say('No browser found: install Chromium or Chrome, or name one in CHROMIUM.');
  process.exit(1);
}
// Without it one test says how to install it; the others can do without.
ensureOffice(say);
const checks = [
  run('Types (astro check)', 'astro/bin/astro.mjs', [
    'check',
    '--minimumFailingSeverity',
    'warning',
  ]),
  run('Lint and format (biome)', '@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
];
const folder = mkdtempSync(path.join(tmpdir(), 'cchc-test-'));
const report = path.join(folder, 'report.json');
const passedAll = run('Tests (vitest)', 'vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
const counts = readCounts(report);
rmSync(folder, { recursive: true });
const passed = counts.passed + checks.filter(Boolean).length;
const failed = counts.failed + checks.filter((ok) => !ok).length;
// A test file that cannot even be loaded is a failure without a failed test.
const total = passedAll || counts.failed > 0 ? failed : failed + 1;
say(`\n${passed} passed, ${total} failed`);
process.exit(total === 0 ? 0 : 1);

function readCounts(file: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
