import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Builder } from './builder.ts';

const VERSION = '3.1.8';
/** Installed beside the project, never among its libraries; the override mends a broken release. */
const PACKAGE = {
  private: true,
  type: 'module',
  dependencies: { '@11ty/eleventy': VERSION, 'js-yaml': '4.1.1' },
  overrides: { '@11ty/recursive-copy': '4.0.4' },
};
const CARD = `<li><a href="{{ page.url }}">{{ page.data.title }}</a> <time>{{ page.data.date }}</time><p>{{ page.data.summary }}</p></li>`;
const group = (key: string) =>
  `---js\n{ pagination: { data: 'collections.${key}', size: 1, alias: 'group' }, permalink: '/${key}/{{ group.id }}/index.html', layout: 'base.njk' }\n---\n<h1>{{ group.id }}</h1><ul>{% for page in group.pages %}${CARD}{% endfor %}</ul>`;
const FILES: Record<string, string> = {
  '_includes/base.njk': `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ title }}</title><meta name="description" content="{{ summary }}"><link rel="stylesheet" href="/main.css"></head><body><header><a href="/">Phường Uông Bí</a><nav><ul>{% for unit in units %}<li><a href="/department/{{ unit.id }}/">{{ unit.name }}</a></li>{% endfor %}</ul></nav></header><main>{{ content | safe }}</main><footer>Ủy ban nhân dân phường Uông Bí</footer></body></html>`,
  '_includes/article.njk': `---\nlayout: base.njk\n---\n<article><h1>{{ title }}</h1><p>{{ summary }}</p>{% for unit in units %}{% if unit.id == department %}<p>{{ unit.name }}</p>{% endif %}{% endfor %}<dl>{% for one in placements %}<dt>{{ one.channel }}</dt><dd>{{ one.sent }} {{ one.published }}{% for airing in one.airings %} {{ airing.date }}{% endfor %}</dd>{% endfor %}</dl>{{ content | safe }}<ul>{% for one in sources %}<li><a href="{{ one.url }}">{{ one.title }}</a></li>{% endfor %}</ul></article>`,
  'list.njk': `---js\n{ pagination: { data: 'collections.articles', size: 20, alias: 'shown' }, permalink: "/articles/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html", layout: 'base.njk' }\n---\n<ul>{% for page in shown %}${CARD}{% endfor %}</ul>`,
  'months.njk': group('month'),
  'departments.njk': group('department'),
  'fields.njk': group('field'),
  'index.njk': `---\nlayout: base.njk\n---\n<ul>{% for page in collections.newest %}${CARD}{% endfor %}</ul>`,
};

/** Eleventy with templates of the same pages, installed into the given cache when it is not. */
export async function eleventy(folder: string, content: string, cache: string): Promise<Builder> {
  await install(cache);
  const input = path.join(folder, 'input');
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(input, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const output = path.join(folder, 'site');
  await writeFile(path.join(folder, 'eleventy.config.js'), configOf(content, output));
  await rm(path.join(input, 'ward'), { force: true });
  spawnSync('ln', ['-s', content, path.join(input, 'ward')]);
  spawnSync('ln', ['-sfn', path.join(cache, 'node_modules'), path.join(folder, 'node_modules')]);
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
    clean: () => rm(output, { recursive: true, force: true }),
  };
}

async function install(cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await writeFile(path.join(cache, 'package.json'), JSON.stringify(PACKAGE));
  const args = ['install', '--prefix', cache, '--no-audit', '--no-fund'];
  const ran = spawnSync('npm', args, { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
}

function configOf(content: string, output: string): string {
  return `import fs from 'node:fs';
import yaml from 'js-yaml';
const newest = (a, b) => (a.data.date < b.data.date ? 1 : -1);
const grouped = (all, keysOf) => {
  const found = new Map();
  for (const page of all) for (const id of keysOf(page.data)) {
    if (!found.has(id)) found.set(id, []);
    if (found.get(id).length < 200) found.get(id).push(page);
  }
  return [...found].map(([id, pages]) => ({ id, pages }));
};
export default function (config) {
  const every = (api) => api.getFilteredByGlob('input/ward/**/*.md').sort(newest);
  const articles = (api) => every(api).filter((page) => page.inputPath.includes('/articles/'));
  config.setUseGitIgnore(false);
  config.addGlobalData('units', () => yaml.load(fs.readFileSync(${JSON.stringify(path.join(content, 'units', 'units.yaml'))}, 'utf8')));
  config.addGlobalData('eleventyComputed', { layout: (data) => data.layout ?? (data.page.inputPath.endsWith('.md') ? 'article.njk' : undefined) });
  config.addCollection('articles', articles);
  config.addCollection('newest', (api) => articles(api).slice(0, 10));
  config.addCollection('month', (api) => grouped(every(api), (data) => [data.month]));
  config.addCollection('department', (api) => grouped(every(api), (data) => [data.department]));
  config.addCollection('field', (api) => grouped(every(api), (data) => data.fields ?? []));
  return { dir: { input: 'input', output: ${JSON.stringify(output)} }, markdownTemplateEngine: false };
}
`;
}
