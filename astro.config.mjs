import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readSettings } from './src/settings.ts';

const { base, outDir, siteUrl } = readSettings();

export default defineConfig({
  base,
  outDir,
  ...(siteUrl ? { site: siteUrl } : {}),
  output: 'static',
  trailingSlash: 'always',
  // Pages carry nothing inline, so that a plain Content-Security-Policy header holds.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8, assets: '_tai' },
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [mdx({ syntaxHighlight: false })],
  // The folder a site is built into holds the pages that are kept: see integrations/kept-pages.ts.
  vite: { build: { assetsInlineLimit: 0, emptyOutDir: false } },
});
