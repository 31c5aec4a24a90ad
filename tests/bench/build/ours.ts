import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { BENCH_DAY } from '../ward.ts';
import type { Builder } from './builder.ts';

/** Pages that the other programs do not build: what they cost is a line of its own. */
const EXTRA = [
  ...['can-bo', 'anh-chia-se', 'admin', 'du-lieu', 'tep', '[...feed]'],
  path.join('tin-bai', '[year]', '[month]', '[slug]'),
  path.join('hoat-dong', '[slug].ics.ts'),
];
const CODE = ['src', 'scripts', 'integrations', 'admin', 'server', 'public'];
const FILES = ['package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];

/**
 * This project in a folder of its own, whole or without what the others do not build, and in
 * either case without search, which has a measurement of its own.
 */
export async function ours(folder: string, content: string, whole: boolean): Promise<Builder> {
  const project = path.join(folder, 'project');
  await mkdir(project, { recursive: true });
  for (const name of [...CODE, ...FILES]) {
    const notContent = (file: string) => file !== path.resolve('src', 'content');
    await cp(path.resolve(name), path.join(project, name), { recursive: true, filter: notContent });
  }
  await symlink(path.resolve('node_modules'), path.join(project, 'node_modules'));
  if (!whole) {
    for (const name of EXTRA) {
      await rm(path.join(project, 'src', 'pages', name), { recursive: true });
    }
  }
  const output = path.join(folder, 'site');
  return {
    name: whole ? 'this project, everything' : 'this project',
    content,
    output,
    cwd: project,
    command: [process.execPath, 'scripts/build.ts', '--no-search'],
    env: { CONTENT_DIR: content, OUT_DIR: output, AS_OF: BENCH_DAY },
    clean: async () => {
      await rm(output, { recursive: true, force: true });
      await rm(path.join(project, 'var'), { recursive: true, force: true });
    },
  };
}
