import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { hasErrors } from '../../src/core/issue/issue.ts';
import { loadWard } from '../../src/reader/ward.ts';
import { PROJECT_ROOT } from '../../src/settings.ts';
import type { BuildResult } from './publisher.ts';

/** How builds are run, and a way to end one that runs when the server stops. */
export interface Builder {
  build: (contentDir: string) => Promise<BuildResult>;
  stop: () => void;
}

/**
 * Builds the site in a process of its own, so that its memory is given back and a crash in it
 * takes nothing along. What it says goes to this process's own output.
 */
export function childBuilder(options: { production: boolean }): Builder {
  const children = new Set<ChildProcess>();
  return {
    build: async (contentDir) => {
      const code = await runBuild(contentDir, children);
      return code === 0 ? { ok: true } : failure(contentDir, options);
    },
    stop: () => {
      for (const child of children) child.kill();
    },
  };
}

function runBuild(contentDir: string, children: Set<ChildProcess>): Promise<number | null> {
  const child = spawn(process.execPath, [path.join(PROJECT_ROOT, 'scripts', 'build.ts')], {
    stdio: 'inherit',
    cwd: PROJECT_ROOT,
    env: { ...process.env, CONTENT_DIR: contentDir },
  });
  children.add(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      children.delete(child);
      resolve(code);
    });
  });
}

/** Content that is wrong is named entry by entry; anything else is a matter for the log. */
async function failure(contentDir: string, options: { production: boolean }): Promise<BuildResult> {
  const { issues } = await loadWard(contentDir, options);
  if (hasErrors(issues)) {
    const errors = issues.filter(({ severity }) => severity === 'error');
    const named = errors.map(({ file, message, remedy }) => `«${file}»: ${message} ${remedy}`);
    return {
      ok: false,
      issues: errors,
      message: `Chưa xuất bản, trang cũ được giữ nguyên. ${named.join('\n')}`,
    };
  }
  const message =
    'Chưa xuất bản, trang cũ được giữ nguyên: nội dung hợp lệ nhưng dựng trang không xong. Báo cán bộ công nghệ thông tin xem nhật ký của máy chủ.';
  return { ok: false, issues: [], message };
}
