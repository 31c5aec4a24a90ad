import { type CollectionSetting, decapCollections } from '../forms/collections.ts';
import type { BackendSettings, CmsSettings } from './cms-settings.ts';
import { roomAddresses } from './cms-settings.ts';

/** Commits name what was done in Vietnamese, with the entry. */
const COMMIT_MESSAGES = {
  create: 'Viết mới {{collection}} “{{slug}}”',
  update: 'Sửa {{collection}} “{{slug}}”',
  delete: 'Xóa {{collection}} “{{slug}}”',
  uploadMedia: 'Tải lên “{{path}}”',
  deleteMedia: 'Xóa tệp “{{path}}”',
  openAuthoring: '{{message}}',
};

/** Decap's whole configuration, from the schemas, what the ward has, and what the person may do. */
export function decapConfig(settings: CmsSettings, rights?: CollectionSetting['rights']) {
  const { backend, choices } = settings;
  const root = backend.name === 'proxy' ? '' : backend.root;
  return {
    load_config_file: false,
    locale: 'vi',
    backend: { ...decapBackend(backend, settings.base), commit_messages: COMMIT_MESSAGES },
    publish_mode: 'editorial_workflow',
    // Decap searches what it has read; the server's lists search everything.
    search: backend.name !== 'proxy',
    // Only entries have files; Decap wants a folder of its own for the rest.
    media_folder: root ? `${root}/tep` : 'tep',
    public_folder: '/tep',
    // Links to the page of what is published.
    site_url: new URL(roomAddresses(settings.base).home, settings.origin).href,
    issue_reports: { url: roomAddresses(settings.base).home },
    slug: { encoding: 'ascii' as const, clean_accents: true, sanitize_replacement: '-' },
    collections: decapCollections(choices, { root, ...(rights && { rights }) }),
  };
}

function decapBackend(backend: BackendSettings, base: string) {
  if (backend.name === 'proxy') {
    return { name: 'proxy', proxy_url: roomAddresses(base).cms, branch: 'main' };
  }
  const { name, repo, branch, baseUrl, apiRoot, appId } = backend;
  return {
    name,
    repo,
    branch,
    base_url: baseUrl,
    api_root: apiRoot,
    app_id: appId,
    // GitLab signs people in without a secret; GitHub needs a helper of the ward's.
    ...(name === 'gitlab' ? { auth_type: 'pkce' } : {}),
  };
}
