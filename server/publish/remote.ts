import type { Repository } from '../ledger/repository.ts';

const TIMEOUT_MS = 60_000;
/** What is published may only grow; drafts come and go. */
const REFS = [
  'refs/heads/main:refs/heads/main',
  'refs/tags/seed:refs/tags/seed',
  '+refs/heads/drafts/*:refs/heads/drafts/*',
  'refs/archive/*:refs/archive/*',
];

/**
 * Sends everything the ledger holds to another repository. Throws why it could not be sent,
 * without the address, which may carry a password. The next publication sends what this one
 * could not.
 */
export async function pushTo(repository: Repository, remote: string): Promise<void> {
  try {
    await repository.run(['push', '--quiet', '--prune', remote, ...REFS], {
      userConfig: true,
      timeoutMs: TIMEOUT_MS,
      env: { GIT_ALLOW_PROTOCOL: 'file:https:ssh', GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' },
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const told = said.replaceAll(remote, 'LEDGER_REMOTE').replace(/\/\/[^@\s/]+@/g, '//');
    throw new Error(told);
  }
}
