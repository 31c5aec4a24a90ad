import { spawnSync } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Builder } from './builder.ts';
import { type Frame, layFrame, NAMES, SECTION } from './frame.ts';

const TEMPLATES = path.resolve('tests', 'bench', 'build', 'hugo');
/** Where Hugo looks for each template, by our name for it. */
const LAYOUTS: Readonly<Record<string, string>> = {
  'baseof.gotmpl': '_default/baseof.html',
  'single.gotmpl': '_default/single.html',
  'list.gotmpl': '_default/list.html',
  'index.gotmpl': 'index.html',
  'card.gotmpl': 'partials/card.html',
  'months.gotmpl': 'partials/months.html',
};
const GROUPS = ['_default/taxonomy.html', '_default/term.html'];

/** Hugo with templates of the same pages; `undefined` where it is not installed. */
export async function hugo(
  folder: string,
  content: string,
  frame: Frame,
): Promise<Builder | undefined> {
  const version = /v([\d.]+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout);
  if (!version) return undefined;
  const layouts = path.join(folder, 'layouts');
  for (const name of ['_default', 'partials']) {
    await mkdir(path.join(layouts, name), { recursive: true });
  }
  for (const [name, place] of Object.entries(LAYOUTS)) {
    await cp(path.join(TEMPLATES, name), path.join(layouts, place));
  }
  for (const place of GROUPS) {
    await cp(path.join(TEMPLATES, 'group.gotmpl'), path.join(layouts, place));
  }
  await layFrame(frame, path.join(layouts, 'partials'));
  const output = path.join(folder, 'public');
  const mounts = [
    { source: path.join(content, 'articles'), target: 'content/articles' },
    { source: path.join(content, 'activities'), target: 'content/activities' },
    { source: path.join(content, 'units'), target: 'data' },
    { source: 'layouts', target: 'layouts' },
  ];
  const config = {
    ...{ baseURL: '/', title: 'CCHC', disableKinds: ['RSS', 'sitemap'] },
    taxonomies: { department: 'department', field: 'fields', month: 'month' },
    related: { threshold: 80, indices: [{ name: 'month', weight: 100 }] },
    params: { section: SECTION, names: NAMES },
    module: { mounts },
  };
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(config));
  return {
    name: `Hugo ${version[1]}`,
    content,
    output,
    cwd: folder,
    command: ['hugo', '--quiet', '--destination', output],
    left: async () => [output],
  };
}
