import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Builder } from './builder.ts';

const CARD = `<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "02/1/2006" }}</time><p>{{ .Params.summary }}</p></li>`;
const LAYOUTS: Record<string, string> = {
  '_default/baseof.html': `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Params.summary }}"><link rel="stylesheet" href="/main.css"></head><body><header><a href="/">Phường Uông Bí</a><nav><ul>{{ range $id, $unit := site.Data.units }}<li><a href="/department/{{ $unit.id }}/">{{ $unit.name }}</a></li>{{ end }}</ul></nav></header><main>{{ block "main" . }}{{ end }}</main><footer>Ủy ban nhân dân phường Uông Bí</footer></body></html>`,
  '_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ $id := .Params.department }}{{ range where site.Data.units "id" $id }}<p>{{ .name }}</p>{{ end }}<dl>{{ range .Params.placements }}<dt>{{ .channel }}</dt><dd>{{ .sent }} {{ .published }}{{ range .airings }} {{ .date }}{{ end }}</dd>{{ end }}</dl>{{ .Content }}<ul>{{ range .Params.sources }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}</ul></article>{{ end }}`,
  '_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate .RegularPages 20 }}<ul>{{ range $pages.Pages }}${CARD}{{ end }}</ul>{{ with $pages.Next }}<a href="{{ .URL }}">Cũ hơn</a>{{ end }}{{ end }}`,
  '_default/taxonomy.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 200 .Pages }}${CARD}{{ end }}</ul>{{ end }}`,
  '_default/term.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 200 .Pages }}${CARD}{{ end }}</ul>{{ end }}`,
  'index.html': `{{ define "main" }}<ul>{{ range first 10 (where site.RegularPages "Section" "articles") }}${CARD}{{ end }}</ul>{{ end }}`,
};

/** Hugo with templates of the same pages; `undefined` where it is not installed. */
export async function hugo(folder: string, content: string): Promise<Builder | undefined> {
  const version = /v([\d.]+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout);
  if (!version) return undefined;
  for (const [name, text] of Object.entries(LAYOUTS)) {
    const file = path.join(folder, 'layouts', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const output = path.join(folder, 'public');
  const mounts = [
    { source: path.join(content, 'articles'), target: 'content/articles' },
    { source: path.join(content, 'activities'), target: 'content/activities' },
    { source: path.join(content, 'units'), target: 'data' },
    { source: 'layouts', target: 'layouts' },
  ];
  const taxonomies = { department: 'department', field: 'fields', month: 'month' };
  const config = {
    ...{ baseURL: '/', title: 'CCHC', taxonomies, disableKinds: ['RSS', 'sitemap'] },
    module: { mounts },
  };
  await writeFile(path.join(folder, 'config.json'), JSON.stringify(config));
  return {
    name: `Hugo ${version[1]}`,
    content,
    output,
    cwd: folder,
    command: ['hugo', '--quiet', '--destination', output],
    clean: () => rm(output, { recursive: true, force: true }),
  };
}
