/** `npm run build`: checks the content, counts the quotas, builds the site, swaps it in. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { placeAdmin } from '../admin/bundle/bundle.ts';
import { withBuildLock } from '../integrations/build-lock.ts';
import {
  KeptPages,
  makerDigest,
  manifestFile,
  readManifest,
  writeManifest,
} from '../integrations/kept-pages.ts';
import { precompress } from '../integrations/precompress.ts';
import { quotaReport } from '../integrations/quota-check.ts';
import { buildSearchIndex, searchCode } from '../integrations/search-index.ts';
import { writeSitemap } from '../integrations/sitemap.ts';
import { nextFolder, recover, swapIn } from '../integrations/swap.ts';
import { hasErrors } from '../src/core/issue/issue.ts';
import { countQuotas } from '../src/core/quota/result.ts';
import type { Store } from '../src/core/store/store.ts';
import { editionOf } from '../src/core/view/edition.ts';
import { keepPagesWith } from '../src/kept.ts';
import { type SiteWard, siteWard } from '../src/reader/site-ward.ts';
import { loadKnownWard } from '../src/reader/ward.ts';
import { handOver } from '../src/reader/ward-once.ts';
import { outsideAddressOn } from '../src/render/full-address.ts';
import { issuesText } from '../src/render/issues.ts';
import { originOf, PROJECT_ROOT, type Settings } from '../src/settings.ts';
import { readArguments, settingsWith } from './arguments.ts';

const OPTIONS = {
  cold: { type: 'boolean', default: false },
  'pages-only': { type: 'boolean', default: false },
} as const;
const USAGE = `Cách dùng: npm run build [-- --cold] [--pages-only]
  --cold        dựng lại mọi trang, không giữ lại trang nào của lần trước
  --pages-only  không lập chỉ mục tìm kiếm, không nén; chỉ dùng để đo tốc độ`;

const LOCK = path.join(PROJECT_ROOT, 'var', 'build.lock');

/** Exit codes: 0 built, 1 the build or a required quota failed, 2 the content is invalid. */
async function main(): Promise<number> {
  const { values } = readArguments(OPTIONS, USAGE);
  const settings = settingsWith();
  // Pages read the settings again, perhaps after midnight: all are of the day it began.
  process.env['AS_OF'] = settings.asOf;
  const started = performance.now();
  // Another build may be between its two renames: whoever holds the lock is done with them.
  if (!existsSync(settings.outDir)) await withBuildLock(LOCK, () => recover(settings.outDir));
  const ward = await soundWard(settings);
  if (!ward) return 2;
  const quotas = countQuotas(ward.store, settings.asOf);
  if (settings.quotaEnforce !== 'off') {
    const report = quotaReport(quotas);
    process.stdout.write(`${report.lines.join('\n')}\n`);
    if (settings.quotaEnforce === 'fail' && report.failures.length > 0) {
      process.stderr.write(
        'Chưa xuất bản (QUOTA_ENFORCE=fail): kỳ vừa qua của chỉ tiêu bắt buộc còn thiếu và chưa khóa sổ.\n',
      );
      return 1;
    }
  }
  handOver(ward, quotas);
  const reused = await withBuildLock(LOCK, () => buildSite(settings, ward.store, values));
  if (!settings.siteUrl) {
    process.stdout.write(
      `Chưa đặt SITE_URL: tin RSS và sitemap.xml ghi địa chỉ ${originOf(settings)}.\n`,
    );
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `Đã dựng trang ${ward.store.ward.name} vào ${path.relative(PROJECT_ROOT, settings.outDir)} trong ${seconds} giây${reused > 0 ? `, giữ lại ${reused} tệp không đổi` : ''}.\n`,
  );
  return 0;
}

/** The ward without an error, whose other issues are printed; what was typed is forgotten. */
async function soundWard(settings: Settings): Promise<SiteWard | undefined> {
  const ward = await loadKnownWard(settings.contentDir, { ...settings, rendered: true });
  if (ward.issues.length > 0) process.stderr.write(`${issuesText(ward.issues)}\n`);
  if (ward.store && !hasErrors(ward.issues)) return siteWard(ward);
  process.stderr.write('Chưa xuất bản: trang cũ được giữ nguyên. Sửa các lỗi trên rồi chạy lại.\n');
  return undefined;
}

/** Builds the site beside the last one and swaps it in; gives how many files were kept. */
async function buildSite(
  settings: Settings,
  store: Store,
  { cold, 'pages-only': pagesOnly }: { cold: boolean; 'pages-only': boolean },
): Promise<number> {
  const next = nextFolder(settings.outDir);
  const cache = path.join(PROJECT_ROOT, 'var', 'cache');
  const kept = await keptPages(settings, cold);
  kept.begin();
  keepPagesWith(kept);
  const cacheDir = path.join(cache, 'astro');
  await build({ root: PROJECT_ROOT, outDir: next, cacheDir, logLevel: 'error' });
  kept.finish();
  if (!pagesOnly) {
    const code = await searchCode(PROJECT_ROOT);
    await buildSearchIndex(
      next,
      store.ward,
      { folder: path.join(cache, 'search'), code },
      (file, find) => kept.fact(file, 'search', find),
    );
  }
  const full = outsideAddressOn(originOf(settings), settings.base);
  await writeSitemap(next, editionOf(store, settings.asOf), full, kept);
  if (!pagesOnly) await precompress(next, kept.compressed);
  await placeAdmin(PROJECT_ROOT, path.join(cache, 'admin'), next);
  await swapIn(settings.outDir);
  await writeManifest(manifestOf(settings), kept.manifest());
  return kept.reused;
}

/** What the last build left that this one need not make again; nothing for a cold one. */
async function keptPages(settings: Settings, cold: boolean): Promise<KeptPages> {
  const { base, siteUrl, port, outDir } = settings;
  const maker = await makerDigest(PROJECT_ROOT, { base, siteUrl, port });
  const last = cold ? undefined : await readManifest(manifestOf(settings));
  return new KeptPages(outDir, maker, last);
}

function manifestOf({ outDir }: Settings): string {
  return manifestFile(path.join(PROJECT_ROOT, 'var', 'cache', 'pages'), outDir);
}

// Astro and Pagefind keep handles open; the work is done when main returns.
process.exit(
  await main().catch((error: unknown) => {
    process.stderr.write(
      `Chưa xuất bản: trang cũ được giữ nguyên.\n${String((error as Error)?.stack ?? error)}\n`,
    );
    return 1;
  }),
);
