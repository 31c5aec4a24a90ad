import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** The import and Decap's own reader and writer of Markdown, as a browser gets them. */
export interface WordPage extends AsyncDisposable {
  /** Address of a page that has loaded nothing yet but the way in. */
  address: string;
  /** Files that have been asked for, in order. */
  asked: string[];
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const ENTRY = `
import { Map as ImmutableMap } from 'immutable';
import MarkdownControl from 'decap-cms-widget-markdown/dist/esm/MarkdownControl/index.js';
import { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';
import { blockComponent } from '${ROOT}/admin/blocks/component.ts';
import { BLOCKS } from '${ROOT}/src/core/text/blocks.ts';
import { importDocx } from '${ROOT}/admin/word/import-docx.ts';
import { cleanPastedHtml } from '${ROOT}/admin/word/paste.ts';

const components = ImmutableMap(Object.keys(BLOCKS).map((id) => [id, {
  type: 'shortcode', ...blockComponent(id),
}]));
new MarkdownControl({ getEditorComponents: () => components, field: ImmutableMap(), value: '' });
window.word = {
  import: async (base64, name) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const { pictures, ...draft } = await importDocx(bytes, name);
    return { ...draft, pictures: pictures.map(({ name, type, size }) => ({ name, type, size })) };
  },
  paste: cleanPastedHtml,
  edited: (markdown) => slateToMarkdown(markdownToSlate(markdown)),
};
`;
const POLICY = "default-src 'none'; script-src 'self'";

/** Bundles and serves the page, under the policy of the editors' room. */
export async function serveWordPage(): Promise<WordPage> {
  const folder = mkdtempSync(path.join(ROOT, 'var-word-'));
  const out = mkdtempSync(path.join(tmpdir(), 'nhap-word-'));
  try {
    await writeFile(path.join(folder, 'entry.js'), ENTRY);
    await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      build: {
        outDir: out,
        minify: false,
        reportCompressedSize: false,
        rollupOptions: {
          input: path.join(folder, 'entry.js'),
          output: { entryFileNames: 'entry.js', chunkFileNames: '[name].js' },
        },
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const name = path.basename(request.url ?? '/');
    response.setHeader('content-security-policy', POLICY);
    if (!name.endsWith('.js')) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        '<!doctype html><title>Nhập Word</title><script type="module" src="/entry.js"></script>',
      );
      return;
    }
    asked.push(name);
    response.setHeader('content-type', 'text/javascript');
    response.end(await readFile(path.join(out, name)).catch(() => ''));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    [Symbol.asyncDispose]: async () => {
      await new Promise((done) => server.close(done));
      rmSync(out, { recursive: true, force: true });
    },
  };
}
