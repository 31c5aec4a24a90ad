import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LedgerContext } from '../../server/ledger/context.ts';
import { EntryIndex } from '../../server/ledger/entry-index.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import type { Policy } from '../../server/ledger/policy.ts';
import { placesIn } from '../../server/ledger/seed.ts';
import { Turns } from '../../server/ledger/turns.ts';
import { WardContent } from '../../server/ledger/ward-content.ts';
import type { Person, Role } from '../../server/people/person.ts';

/** People of a ward that is not a real one. */
export const hoa = person('hoa', 'Trần Thị Hoa', ['contributor'], 'vhxh');
export const nam = person('nam', 'Lê Văn Nam', ['contributor'], 'kt');
export const binh = person('binh', 'Nguyễn Thanh Bình', ['editor']);
export const lan = person('lan', 'Phạm Thị Lan', ['editor', 'publisher']);

export function person(id: string, name: string, roles: Role[], department?: string): Person {
  return { id, name, email: `${id}@phuong.example`, roles, ...(department ? { department } : {}) };
}

/** A policy as plain as the ledger's own tests need: department, review, publication. */
export const plainPolicy: Policy = (who, action, { departments }) => {
  const has = (...roles: Role[]) => roles.some((role) => who.roles.includes(role));
  if (['publish', 'withdraw', 'draft.delete', 'month.close'].includes(action)) {
    return has('publisher') ? undefined : 'Cần vai trò «Duyệt».';
  }
  if (has('editor', 'publisher')) return undefined;
  if (action === 'draft.return') return 'Cần vai trò «Biên tập».';
  return departments.includes(who.department ?? '') ? undefined : 'Bài của đơn vị khác.';
};

/** A ledger of its own in a folder of its own, made from a seed. */
export interface TestLedger extends LedgerContext {
  folder: string;
  dir: string;
  /** Commits that were published, in order. */
  publications: string[];
  /** Runs git on the repository, as somebody at the machine would. */
  git: (...args: string[]) => string;
  remove: () => void;
}

export async function testLedger(seed = 'thuong-phuc'): Promise<TestLedger> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cchc-ledger-'));
  const contentDir = path.join(folder, 'content');
  cpSync(path.join('seeds', seed), contentDir, { recursive: true });
  const dir = path.join(folder, 'ledger');
  const repository = await openLedger(dir, contentDir);
  const publications: string[] = [];
  return {
    folder,
    dir,
    repository,
    index: new EntryIndex(repository),
    content: new WardContent(repository, { production: false }),
    turns: new Turns(),
    may: plainPolicy,
    acceptUpload: async (_, bytes) => ({ bytes }),
    asOf: () => '2026-06-30',
    published: (commit) => publications.push(commit),
    publications,
    git: (...args) => gitIn(placesIn(dir).repository, ...args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What git prints in a repository. */
export function gitIn(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();
}

/** The text of an article of a department, as the editors' page would send it. */
export function articleText(given: Record<string, string> = {}): string {
  const fields = {
    title: 'Hướng dẫn nộp hồ sơ trực tuyến tại nhà',
    date: '2026-03-06',
    department: 'vhxh',
    genre: 'brief',
    summary: 'Các bước nộp hồ sơ trực tuyến, dành cho người làm lần đầu tại nhà.',
    ...given,
  };
  const lines = Object.entries(fields)
    .filter(([name]) => name !== 'body')
    .map(([name, value]) => `${name}: ${value}`);
  const body = given['body'] ?? 'Người dân đăng nhập Cổng Dịch vụ công rồi chọn thủ tục.';
  return `---\n${lines.join('\n')}\nfields:\n  - tthc\n---\n\n${body}\n`;
}
