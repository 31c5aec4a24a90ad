import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { placeAdmin } from '../../../admin/bundle/bundle.ts';
import { BENCH_DAY } from '../ward.ts';
import type { Builder } from './builder.ts';

/** Where the photographs and files of entries are published. */
const MEDIA = 'tep';
/** Pages that the other programs do not build: what they cost is a line of its own. */
const EXTRA = [
  ...['can-bo', 'anh-chia-se', 'admin', 'du-lieu', MEDIA, '[...feed]'],
  path.join('tin-bai', '[year]', '[month]', '[slug]'),
  path.join('hoat-dong', '[slug].ics.ts'),
];
const CODE = ['src', 'scripts', 'integrations', 'admin', 'server', 'public'];
const FILES = ['package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];

/** What this project is called in the tables. */
export const OWN = 'this project';

/** Which pages are built: all, those that the other programs build too, or these and photographs. */
const PARTS = {
  all: { name: `${OWN}, everything`, without: [] },
  shared: { name: OWN, without: EXTRA },
  photos: { name: `${OWN} with photographs`, without: EXTRA.filter((one) => one !== MEDIA) },
} as const;

/** This project in a folder of its own; only with all its pages are they indexed and compressed. */
export async function ours(
  folder: string,
  content: string,
  part: keyof typeof PARTS,
): Promise<Builder> {
  const project = path.join(folder, 'project');
  await mkdir(project, { recursive: true });
  for (const name of [...CODE, ...FILES]) {
    const notContent = (file: string) => file !== path.resolve('src', 'content');
    await cp(path.resolve(name), path.join(project, name), { recursive: true, filter: notContent });
  }
  await symlink(path.resolve('node_modules'), path.join(project, 'node_modules'));
  for (const name of PARTS[part].without) {
    await rm(path.join(project, 'src', 'pages', name), { recursive: true });
  }
  const output = path.join(folder, 'site');
  const cache = path.join(project, 'var', 'cache');
  // The editors' program is packed once for every version of the code, not once a build.
  await placeAdmin(project, path.join(cache, 'admin'), path.join(folder, 'program'));
  return {
    name: PARTS[part].name,
    content,
    output,
    cwd: project,
    command: [process.execPath, 'scripts/build.ts', ...(part === 'all' ? [] : ['--pages-only'])],
    env: { CONTENT_DIR: content, OUT_DIR: output, AS_OF: BENCH_DAY },
    left: async () => {
      const kept = (await readdir(cache).catch(() => [])).filter((name) => name !== 'admin');
      return [
        ...['', '.next', '.previous'].map((ending) => `${output}${ending}`),
        ...kept.map((name) => path.join(cache, name)),
      ];
    },
  };
}
