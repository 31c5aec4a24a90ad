/**
 * Lighthouse on five templates of the built section, as a mid-range phone sees them:
 * `node tests/bench/lighthouse.ts` writes `tests/bench/lighthouse.md`. The score for speed is
 * the median of three and depends on the machine; the other three scores do not.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/test/browser.ts';
import { PROJECT_ROOT } from '../../src/settings.ts';
import { serveBuilt } from '../support/built-site.ts';

const TEMPLATES: readonly [name: string, address: string][] = [
  ['Trang chủ', '/'],
  ['Danh sách tin bài', '/tin-bai/'],
  ['Bài', '/tin-bai/2026/10/trung-tam-phuc-vu-hanh-chinh-cong/'],
  ['Thay đổi thủ tục', '/thu-tuc/cho-phien-tam-thoi/'],
  ['Tìm kiếm', '/tim-kiem/'],
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PORT = 9333;
const RUNS = 3;

/** One template's scores from 0 to 100, and what cost points. */
interface Scores {
  scores: Record<string, number>;
  lost: string[];
}

const content = mkdtempSync(path.join(tmpdir(), 'cchc-lighthouse-'));
try {
  makeContent();
  const site = await serveBuilt({ CONTENT_DIR: content, AS_OF: '2026-10-20' });
  const browser = await launch();
  const rows: string[] = [];
  const lost: string[] = [];
  for (const [name, address] of TEMPLATES) {
    const runs: Scores[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(`${site.origin}${address}`));
    const cells = CATEGORIES.map((category) =>
      median(runs.map(({ scores }) => scores[category] ?? 0)),
    );
    rows.push(`| ${name} | \`${address}\` | ${cells.join(' | ')} |`);
    for (const audit of new Set(runs.flatMap((run) => run.lost))) lost.push(`- ${name}: ${audit}`);
    process.stdout.write(`${rows.at(-1)}\n`);
  }
  const file = path.join(PROJECT_ROOT, 'tests', 'bench', 'lighthouse.md');
  writeFileSync(file, report(rows, lost, browser.version()));
  await browser.close();
  await site.close();
} finally {
  rmSync(content, { recursive: true, force: true });
}

/** A ward as a real one looks to Lighthouse: pages of samples rightly send search engines away. */
function makeContent(): void {
  const seed = ['scripts/seed.ts', 'uong-bi', '--to', content, '--samples'];
  execFileSync(process.execPath, seed, { cwd: PROJECT_ROOT });
  for (const name of readdirSync(content, { recursive: true }) as string[]) {
    if (!/\.(md|yaml)$/.test(name)) continue;
    const file = path.join(content, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^sample: true\n/m, ''));
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      `--remote-debugging-port=${PORT}`,
    ],
  });
}

async function measure(url: string): Promise<Scores> {
  const result = await lighthouse(url, { port: PORT, onlyCategories: [...CATEGORIES] });
  if (!result) throw new Error(`Lighthouse measured nothing at ${url}`);
  const { categories, audits } = result.lhr;
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  );
  const lost = CATEGORIES.flatMap((name) =>
    (categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} (${audits[id]?.displayValue ?? audits[id]?.title})`),
  );
  return { scores, lost };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function report(rows: readonly string[], lost: readonly string[], browser: string): string {
  const { version } = JSON.parse(
    readFileSync(path.join(PROJECT_ROOT, 'node_modules', 'lighthouse', 'package.json'), 'utf8'),
  ) as { version: string };
  return `# Lighthouse

Written by \`node tests/bench/lighthouse.ts\`: Lighthouse ${version}, Chromium ${browser}, the
mobile profile (a mid-range phone on slow 4G, simulated), median of ${RUNS}. The ward is Uông Bí
with the sample texts marked as real, served by \`server/site.ts\` without compression.

| template | address | performance | accessibility | best practices | SEO |
|---|---|---|---|---|---|
${rows.join('\n')}

${lost.length > 0 ? `What cost points:\n\n${lost.join('\n')}` : 'Nothing cost points.'}
`;
}
