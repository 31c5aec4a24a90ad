import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { linkTree } from '../../integrations/link-tree.ts';
import { precompress } from '../../integrations/precompress.ts';
import { mendSources } from './mended-sources.ts';
import { ownLists } from './own-lists.ts';

/** What the bundle is made of, below the root of the project. */
const INPUTS = [
  ...['admin', 'src/core', 'src/reader', 'src/styles', 'package-lock.json'],
  'integrations/precompress.ts',
];
/** Bundles that are kept beside the newest: another checkout's, or one that is being copied. */
const KEPT = 3;

/**
 * Puts the editors' room into `outDir/admin`. The bundle depends on code alone, not on content:
 * it is made once for each state of its inputs and kept in `cacheDir`, with its compressed forms.
 */
export async function placeAdmin(root: string, cacheDir: string, outDir: string): Promise<void> {
  const folder = path.join(cacheDir, await digestOf(root));
  const made = await readdir(folder).catch(() => []);
  if (made.length === 0) await bundle(root, folder);
  await linkTree(folder, path.join(outDir, 'admin'));
  await forgetOld(cacheDir, folder);
}

/** One digest over every file the bundle is made of. */
async function digestOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of await filesIn(path.join(root, input))) {
      hash.update(path.relative(root, file)).update('\0');
      hash.update(await readFile(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesIn(input: string): Promise<string[]> {
  const found = await readdir(input, { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  );
  if (!found) return [input];
  return found
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
}

/** Bundles into a folder beside its place, so that half a bundle is never taken for one. */
async function bundle(root: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  await build({
    root: path.join(root, 'admin'),
    configFile: false,
    base: './',
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^ajv$/, replacement: path.join(root, 'admin/bundle/ajv-stub.ts') },
        {
          find: /^ajv-(errors|keywords(\/.*)?)$/,
          replacement: path.join(root, 'admin/bundle/ajv-plugin-stub.ts'),
        },
      ],
    },
    plugins: [mendSources(), ownLists(root)],
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: {
          cms: path.join(root, 'admin/main.ts'),
          preview: path.join(root, 'admin/preview/preview.css'),
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '_cms/[name]-[hash].js',
          assetFileNames: (asset) =>
            asset.names.some((name) => name.endsWith('.css'))
              ? '[name][extname]'
              : '_cms/[name]-[hash][extname]',
        },
      },
    },
  });
  await precompress(unfinished);
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

async function forgetOld(cacheDir: string, current: string): Promise<void> {
  const folders = (await readdir(cacheDir)).map((name) => path.join(cacheDir, name));
  const others = folders.filter((folder) => folder !== current).sort();
  for (const folder of others.slice(0, Math.max(0, others.length - KEPT))) {
    await rm(folder, { recursive: true, force: true });
  }
}
