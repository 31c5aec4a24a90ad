import { spawnSync } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Builder } from './builder.ts';
import { type Frame, layFrame, NAMES, SECTION } from './frame.ts';

const VERSION = '3.1.8';
/** Installed beside the project, never among its libraries; the override mends a broken release. */
const PACKAGE = {
  private: true,
  type: 'module',
  dependencies: { '@11ty/eleventy': VERSION, 'js-yaml': '4.1.1' },
  overrides: { '@11ty/recursive-copy': '4.0.4' },
};
const TEMPLATES = path.resolve('tests', 'bench', 'build', 'eleventy');
/** Templates that pages are made from; the others are parts of these. */
const PAGES = ['list.njk', 'index.njk'];
const GROUPS = ['month', 'department', 'field'];

/** Eleventy with templates of the same pages, installed into the given cache when it is not. */
export async function eleventy(
  folder: string,
  content: string,
  { frame, cache }: { frame: Frame; cache: string },
): Promise<Builder> {
  await install(cache);
  const input = path.join(folder, 'input');
  const parts = path.join(input, '_includes');
  await mkdir(input, { recursive: true });
  await cp(TEMPLATES, parts, { recursive: true });
  await layFrame(frame, parts);
  for (const name of PAGES) await cp(path.join(TEMPLATES, name), path.join(input, name));
  for (const name of GROUPS) await writeFile(path.join(input, `${name}.njk`), groupPage(name));
  const output = path.join(folder, 'site');
  await writeFile(path.join(folder, 'eleventy.config.js'), configOf(content, output));
  await symlink(content, path.join(input, 'ward'));
  await symlink(path.join(cache, 'node_modules'), path.join(folder, 'node_modules'));
  return {
    name: `Eleventy ${VERSION}`,
    content,
    output,
    cwd: folder,
    command: [
      process.execPath,
      path.join(cache, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs'),
      ...['--quiet', '--config=eleventy.config.js'],
    ],
    left: async () => [output],
  };
}

function groupPage(key: string): string {
  const front = `{ pagination: { data: 'collections.${key}', size: 1, alias: 'group' }, permalink: '/${key}/{{ group.id }}/index.html', layout: 'page.njk', eleventyComputed: { title: '{{ group.id }}' } }`;
  return `---js\n${front}\n---\n{% include "group.njk" %}\n`;
}

async function install(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await writeFile(path.join(cache, 'package.json'), JSON.stringify(PACKAGE));
  const args = ['install', '--prefix', cache, '--no-audit', '--no-fund'];
  const ran = spawnSync('npm', args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
}

function configOf(content: string, output: string): string {
  const units = path.join(content, 'units', 'units.yaml');
  return `import fs from 'node:fs';
import yaml from 'js-yaml';
const section = ${JSON.stringify(SECTION)};
const newest = (a, b) => (a.data.date < b.data.date ? 1 : -1);
const grouped = (all, keysOf) => {
  const found = new Map();
  for (const page of all) for (const id of keysOf(page.data)) {
    if (!found.has(id)) found.set(id, []);
    if (found.get(id).length < 200) found.get(id).push(page);
  }
  return [...found].map(([id, pages]) => ({ id, pages }));
};
const day = (date) => new Date(date).toISOString().slice(0, 10);
const shownDay = (date) => day(date).split('-').reverse().join('/');
const publisher = { '@type': 'GovernmentOrganization', name: section };
const step = (position, name, item) => ({ '@type': 'ListItem', position, name, item });
const things = (title, summary, url, month) => JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'NewsArticle', headline: title, description: summary, url, mainEntityOfPage: url, datePublished: month, inLanguage: 'vi', isAccessibleForFree: true, publisher },
    { '@type': 'BreadcrumbList', itemListElement: [step(1, 'Trang chủ', '/'), step(2, 'Tin bài', '/articles/'), step(3, title, url)] },
  ],
});
const months = new WeakMap();
const related = (all, url, month) => {
  if (!months.has(all)) months.set(all, new Map(grouped(all, (data) => [data.month]).map(({ id, pages }) => [id, pages])));
  return (months.get(all).get(month) ?? []).filter((page) => page.url !== url).slice(0, 4);
};
export default function (config) {
  const every = (api) => api.getFilteredByGlob('input/ward/**/*.md').sort(newest);
  const articles = (api) => every(api).filter((page) => page.inputPath.includes('/articles/'));
  config.setUseGitIgnore(false);
  config.addGlobalData('section', section);
  config.addGlobalData('names', ${JSON.stringify(NAMES)});
  config.addGlobalData('things', () => things);
  config.addGlobalData('units', () => Object.fromEntries(yaml.load(fs.readFileSync(${JSON.stringify(units)}, 'utf8')).map(({ id, name }) => [id, name])));
  config.addGlobalData('layout', 'article.njk');
  config.addFilter('day', day);
  config.addFilter('shownDay', shownDay);
  config.addFilter('related', related);
  config.addCollection('articles', articles);
  config.addCollection('newest', (api) => articles(api).slice(0, 10));
  config.addCollection('month', (api) => grouped(every(api), (data) => [data.month]));
  config.addCollection('department', (api) => grouped(every(api), (data) => [data.department]));
  config.addCollection('field', (api) => grouped(every(api), (data) => data.fields ?? []));
  return { dir: { input: 'input', output: ${JSON.stringify(output)} }, markdownTemplateEngine: false };
}
`;
}
