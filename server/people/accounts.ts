import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { withBuildLock as withFileLock } from '../../integrations/build-lock.ts';
import { type Account, type AccountDetails, account } from './account.ts';
import { COST, type Cost, hashPassword, oneTimePassword } from './password.ts';
import { makePrivateFolder, writePrivately } from './private-file.ts';
import { PeopleRefused } from './refused.ts';

const accountsFile = z.strictObject({ version: z.literal(1), accounts: z.array(account) });

/** Where accounts lie and what they are made with. */
export interface AccountsOptions {
  /** The file, outside the repository; made when the first account is. */
  file: string;
  /** The instant, in milliseconds. */
  now: () => number;
  cost?: Cost;
}

/**
 * The people who may sign in. The file is read anew whenever it has changed, so that the command
 * line and the running server see one another's changes at once; both change it under one lock.
 */
export class Accounts {
  readonly file: string;
  readonly #now: () => number;
  readonly #cost: Cost;
  #nobody: Promise<string> | undefined;
  #known: { version: string; accounts: readonly Account[] } | undefined;

  constructor({ file, now, cost = COST }: AccountsOptions) {
    this.file = file;
    this.#now = now;
    this.#cost = cost;
  }

  /** Everybody, by sign-in name. Throws an `Error` in Vietnamese when the file is damaged. */
  async all(): Promise<readonly Account[]> {
    const version = await this.#version();
    if (this.#known?.version !== version) {
      this.#known = { version, accounts: version === '' ? [] : await this.#read() };
    }
    return this.#known.accounts;
  }

  /** The account of a sign-in name. */
  async find(id: string): Promise<Account | undefined> {
    return (await this.all()).find((one) => one.id === id);
  }

  /** The account of a sign-in name; throws `PeopleRefused` when there is none. */
  async get(id: string): Promise<Account> {
    const accounts = await this.all();
    return accounts.find((one) => one.id === id) ?? refuseUnknown(id, accounts);
  }

  /** A hash that no password has, for names that nobody has: trying it costs as much. */
  nobody(): Promise<string> {
    this.#nobody ??= hashPassword(oneTimePassword(), this.#cost);
    return this.#nobody;
  }

  /** Adds somebody, who must change the password at the first sign-in. */
  async add(details: AccountDetails, password: string): Promise<Account> {
    const hashed = await hashPassword(password, this.#cost);
    const made: Account = {
      ...details,
      password: hashed,
      mustChange: true,
      disabled: false,
      stamp: newStamp(),
      created: new Date(this.#now()).toISOString(),
    };
    await this.#update((accounts) => {
      if (accounts.some(({ id }) => id === made.id)) {
        const message = `Đã có người dùng tên đăng nhập «${made.id}». Hãy chọn tên khác; tên của người đã nghỉ cũng không dùng lại.`;
        throw new PeopleRefused([{ field: 'id', message }]);
      }
      return [...accounts, made];
    });
    return made;
  }

  /** Changes what is known of somebody; the sign-in name stays. */
  async change(id: string, details: Omit<AccountDetails, 'id'>): Promise<Account> {
    const { name, email, roles, department } = details;
    return this.#replace(id, (one) => {
      const { department: _before, ...rest } = one;
      return { ...rest, name, email, roles, ...(department ? { department } : {}) };
    });
  }

  /** Sets a password and ends every session of the person. */
  async setPassword(id: string, password: string, mustChange: boolean): Promise<Account> {
    const hashed = await hashPassword(password, this.#cost);
    return this.#replace(id, (one) => ({
      ...one,
      password: hashed,
      mustChange,
      stamp: newStamp(),
    }));
  }

  /** Locks somebody out, at once and everywhere, or lets them in again. */
  async setDisabled(id: string, disabled: boolean): Promise<Account> {
    return this.#replace(id, (one) => ({ ...one, disabled, stamp: newStamp() }));
  }

  async #replace(id: string, change: (one: Account) => Account): Promise<Account> {
    const accounts = await this.#update((before) => {
      if (!before.some((one) => one.id === id)) refuseUnknown(id, before);
      return before.map((one) => (one.id === id ? change(one) : one));
    });
    return accounts.find((one) => one.id === id) ?? refuseUnknown(id, accounts);
  }

  async #update(change: (accounts: readonly Account[]) => Account[]): Promise<Account[]> {
    await makePrivateFolder(path.dirname(this.file));
    return withFileLock(`${this.file}.lock`, async () => {
      const before = await this.all();
      const after = change(before);
      keepAdministrator(before, after);
      const sorted = after.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const text = JSON.stringify({ version: 1, accounts: sorted }, null, 2);
      await writePrivately(this.file, `${text}\n`);
      this.#known = undefined;
      return sorted;
    });
  }

  async #read(): Promise<readonly Account[]> {
    const text = await readFile(this.file, 'utf8');
    const read = accountsFile.safeParse(jsonOf(text));
    if (read.success) return read.data.accounts;
    const [first] = read.error.issues;
    const where = first?.path.join('.') || 'cả tệp';
    throw new Error(
      `Tệp người dùng ${this.file} bị hỏng ở «${where}». Hãy khôi phục từ bản sao lưu; không tệp nào bị ghi đè.`,
    );
  }

  /** What tells one state of the file from another; empty while there is none. */
  async #version(): Promise<string> {
    try {
      const { mtimeMs, size, ino } = await stat(this.file);
      return `${ino} ${size} ${mtimeMs}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}

/** Without one nobody could ever let anybody in again. */
function keepAdministrator(before: readonly Account[], after: readonly Account[]): void {
  const has = (accounts: readonly Account[]) =>
    accounts.some(({ disabled, roles }) => !disabled && roles.includes('administrator'));
  if (!has(before) || has(after)) return;
  const message =
    'Đây là người quản trị cuối cùng. Hãy giao vai trò quản trị cho một người khác trước.';
  throw new PeopleRefused([{ field: 'roles', message }]);
}

function refuseUnknown(id: string, accounts: readonly Account[]): never {
  const all = accounts.map((one) => one.id).join(', ');
  const message = `Không có người dùng «${id}». Hiện có: ${all || 'chưa có ai'}.`;
  throw new PeopleRefused([{ field: 'id', message }]);
}

function newStamp(): string {
  return randomBytes(12).toString('base64url');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
