import { expect, test } from 'vitest';
import type { CmsSettings } from '../../admin/start/cms-settings.ts';
import { decapConfig } from '../../admin/start/config.ts';
import { readSettings } from '../../src/settings.ts';

const FORGE = {
  CMS_BACKEND: 'gitlab',
  CMS_REPO: 'uong-bi/cchc',
  CMS_URL: 'https://ma-nguon.example.vn/',
  CMS_APP_ID: 'ma-ung-dung',
};
const configOf = (env: Record<string, string>) =>
  decapConfig({
    base: '/',
    origin: 'https://example.vn',
    ward: 'Phường Uông Bí',
    home: '/',
    accent: '#8a1c1c',
    backend: readSettings(env).cmsBackend,
    choices: {},
  } satisfies CmsSettings);

test('a forge keeps the same forms, on its own addresses and in its own folder', () => {
  const { backend, collections } = configOf(FORGE);
  expect(backend).toMatchObject({
    name: 'gitlab',
    repo: 'uong-bi/cchc',
    branch: 'main',
    base_url: 'https://ma-nguon.example.vn',
    api_root: 'https://ma-nguon.example.vn/api/v4',
    auth_type: 'pkce',
    app_id: 'ma-ung-dung',
  });
  const places = collections.map(({ folder, files }) => folder ?? files?.[0]?.file);
  expect(places.every((place) => place?.startsWith('src/content/'))).toBe(true);
  const own = configOf({}).collections;
  expect(collections.map(({ fields }) => fields)).toEqual(own.map(({ fields }) => fields));
});

test('every wrong setting of a forge is named at once', () => {
  const wrong = { CMS_BACKEND: 'gitlab', CMS_REPO: 'cchc', CMS_URL: 'http://a' };
  for (const name of ['CMS_REPO=cchc', 'CMS_URL=http://a', 'CMS_APP_ID']) {
    expect(() => readSettings(wrong)).toThrow(name);
  }
  expect(() => readSettings({ CMS_BACKEND: 'svn' })).toThrow('CMS_BACKEND=svn');
});
