import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { GitFailed } from '../ledger/git.ts';
import type { Repository } from '../ledger/repository.ts';

/**
 * Lays a published commit out as files, for a build. The folder is a work tree of the ledger
 * that this server alone uses, so that the build can also ask git for the past of each file.
 * Whatever an interruption left of it is thrown away and made anew.
 */
export async function layOut(
  repository: Repository,
  folder: string,
  commit: string,
): Promise<void> {
  if (existsSync(path.join(folder, '.git'))) {
    try {
      await checkOut(repository, folder, commit);
      return;
    } catch (error) {
      if (!(error instanceof GitFailed)) throw error;
    }
  }
  await rm(folder, { recursive: true, force: true });
  await repository.run(['worktree', 'prune']);
  await repository.run(['worktree', 'add', '--detach', '--force', '--no-checkout', folder, commit]);
  await checkOut(repository, folder, commit);
}

async function checkOut(repository: Repository, folder: string, commit: string): Promise<void> {
  const lock = path.join(await gitDirOf(repository, folder), 'index.lock');
  await rm(lock, { force: true });
  // The work tree's own folder in the repository, not the bare repository itself.
  const env = { GIT_DIR: path.join(folder, '.git'), GIT_WORK_TREE: folder };
  await repository.run(['reset', '--hard', '--quiet', commit], { env });
  await repository.run(['clean', '-ffdxq'], { env });
}

function gitDirOf(repository: Repository, folder: string): Promise<string> {
  return repository.text(['rev-parse', '--absolute-git-dir'], {
    env: { GIT_DIR: path.join(folder, '.git') },
  });
}
