import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BackendSettings, CmsSettings } from '../../admin/start/cms-settings.ts';
import { decapConfig } from '../../admin/start/config.ts';
import { readSettings } from '../../src/settings.ts';
import { launchBrowser } from '../support/built-site.ts';

/** The bundle goes without AJV; here Decap's own check of a configuration runs, AJV and all. */
const SETTINGS: CmsSettings = {
  base: '/cchc',
  origin: 'http://localhost:4321',
  ward: 'Phường Uông Bí',
  home: '/cchc/',
  accent: '#8a1c1c',
  backend: { name: 'proxy' },
  choices: { department: [{ value: 'vhxh', label: 'Phòng Văn hóa - Xã hội' }], topic: [] },
};
const FORGE = {
  CMS_REPO: 'uong-bi/cchc',
  CMS_URL: 'https://ma-nguon.example.vn/',
  CMS_APP_ID: 'ma-ung-dung',
};
const SPOILED = [
  'a mode of publishing that does not exist',
  'a field without a name',
  'a list to choose from without choices',
  'two collections of one name',
];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.resolve('tests/support/decap-validation.ts'),
        formats: ['iife'],
        name: 'validation',
      },
    },
  });
  const [output] = [built].flat();
  const code = output && 'output' in output ? output.output[0].code : '';
  browser = await launchBrowser();
  page = await browser.newPage();
  // Decap looks for storage while it loads, which a blank page does not have.
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: code });
});
afterAll(() => browser?.close());

function faultsOf(backend: BackendSettings, spoil = ''): Promise<string> {
  return page.evaluate(
    ([settings, name]) =>
      (globalThis as unknown as { faultsOf: (s: unknown, n: unknown) => string }).faultsOf(
        settings,
        name,
      ),
    [{ ...SETTINGS, backend }, spoil] as const,
  );
}

describe('Decap takes the configuration', () => {
  test.each([
    ['proxy', {}],
    ['gitlab', FORGE],
    ['github', FORGE],
  ])('of %s', async (name, env) => {
    const { cmsBackend } = readSettings({ ...env, CMS_BACKEND: name });
    expect(await faultsOf(cmsBackend)).toBe('');
  });

  test.each(SPOILED)('and would not take %s', async (spoil) => {
    expect(await faultsOf({ name: 'proxy' }, spoil)).not.toBe('');
  });

  test('with the widgets that the room registers, all of which it uses', async () => {
    const known = await page.evaluate(
      () => (globalThis as unknown as { widgetsKnown: string[] }).widgetsKnown,
    );
    const code = readFileSync('admin/start/widgets.ts', 'utf8');
    const registered = [...code.matchAll(/'decap-cms-widget-([a-z]+)'/g)].map(([, name]) => name);
    const used = new Set<string>();
    JSON.stringify(decapConfig(SETTINGS), (key, value) => {
      if (key === 'widget') used.add(value);
      return value;
    });
    expect(registered.sort()).toEqual(known.sort());
    expect([...used].sort()).toEqual(known);
  });
});
