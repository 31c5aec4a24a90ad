import { addresses, addressOf } from '../../src/core/address.ts';
import type { Day } from '../../src/core/calendar/day.ts';
import { shortDate } from '../../src/core/calendar/wording.ts';
import type { Issue } from '../../src/core/issue/issue.ts';
import { type Entry, parseEntries } from '../../src/core/store/entry.ts';
import { collectionOf } from '../../src/reader/entry.ts';
import type { LedgerContext } from '../ledger/context.ts';
import { GitFailed } from '../ledger/git.ts';
import { readText } from '../ledger/reading.ts';
import { Refusal } from '../ledger/refusal.ts';
import type { Publisher } from '../publish/publisher.ts';

/** What the answer about a publication is made of. */
export interface PublicationParts {
  ledger: LedgerContext;
  publisher: Pick<Publisher, 'status'>;
  /** Path the section lives under, `/` or `/cchc`. */
  base: string;
  /** The date in the ward. */
  asOf: () => Day;
}

/** Where a publication stands, as the editor's page shows it. */
export interface PublicationAnswer {
  state: 'queued' | 'building' | 'live' | 'failed' | 'idle';
  /** In words: `Đang xuất bản …`. */
  message: string;
  /** The page of the published entry, once citizens can see it. */
  address?: string;
  issues?: readonly Issue[];
}

const WORDS = {
  idle: 'Chưa dựng trang lần nào.',
  queued: 'Đang xuất bản: chờ đến lượt dựng trang …',
  building: 'Đang xuất bản: đang dựng trang …',
  live: 'Đã xuất bản.',
} as const;

/**
 * Answers for one publication, or for the newest when none is named. It is live as soon as the
 * site citizens see was built from it or from a later one.
 */
export async function publicationOf(
  parts: PublicationParts,
  commit: string | undefined,
): Promise<PublicationAnswer> {
  const { ledger, publisher } = parts;
  const { status } = publisher;
  const wanted = commit ?? (await ledger.repository.main());
  if (status.live !== undefined && (await isWithin(ledger, wanted, status.live))) {
    return { state: 'live', ...(await liveWords(parts, wanted)) };
  }
  const { state: last, target } = status;
  // A publication after the one that failed may mend it: its own build is still to come.
  if (last === 'failed' && (!target || (await isWithin(ledger, wanted, target)))) {
    const message = status.message ?? '';
    return { state: 'failed', message, issues: status.issues ?? [] };
  }
  // A build that began before this publication will be followed by one more.
  const state = last === 'building' ? 'building' : 'queued';
  return { state, message: WORDS[state] };
}

async function isWithin({ repository }: LedgerContext, commit: string, live: string) {
  if (commit === live) return true;
  const found = await repository
    .text(['rev-list', '--count', commit, `^${live}`, '--'])
    .catch((error: unknown) => {
      if (error instanceof GitFailed) throw new Refusal(404, 'Không có lần xuất bản này.');
      throw error;
    });
  return found === '0';
}

/** What became of the entry: its page, or the day from which it will have one. */
async function liveWords(
  { ledger, base, asOf }: PublicationParts,
  commit: string,
): Promise<Pick<PublicationAnswer, 'message' | 'address'>> {
  const entry = await entryOf(ledger, commit);
  const below = (page: string) => (base === '/' ? page : `${base}${page}`);
  if (entry?.collection === 'closings') {
    return { message: 'Đã khóa sổ.', address: below(addresses.quotaMonth(entry.id)) };
  }
  const page = entry && addressOf(entry);
  if (!entry || !page) return { message: WORDS.live };
  if ('withdrawn' in entry.data && entry.data.withdrawn) {
    return { message: 'Đã gỡ bài; trang của bài nay ghi lý do gỡ.', address: below(page) };
  }
  const { date, web } = entry.data as { date?: Day; web?: boolean };
  if (web === false) return { message: 'Đã ghi nhận; bài này không đăng trên trang.' };
  if (date !== undefined && date > asOf()) {
    return { message: `Đã lên lịch: bài hiện trên trang từ ngày ${shortDate(date)}.` };
  }
  return { message: WORDS.live, address: below(page) };
}

/** The entry that a commit published; none for files of the ward and pictures. */
async function entryOf({ repository }: LedgerContext, commit: string): Promise<Entry | undefined> {
  const names = await repository.text(['diff-tree', '-r', '--name-only', '--no-commit-id', commit]);
  for (const file of names.split('\n').filter((name) => collectionOf(name))) {
    const { entry } = readText(file, (await repository.textAt(commit, file))?.text ?? '');
    const [parsed] = entry ? parseEntries([entry]).entries : [];
    if (parsed) return parsed;
  }
  return undefined;
}
