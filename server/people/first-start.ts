import type { Accounts } from './accounts.ts';
import { oneTimePassword } from './password.ts';

/** The administrator that a fresh room begins with. */
export const FIRST_ADMINISTRATOR = 'quantri';

/** Who may sign in for the first time, and with what; the password is kept nowhere. */
export interface FirstAccess {
  id: string;
  password: string;
}

/**
 * Makes the first administrator where there is nobody yet; `undefined` ever after. Whoever calls
 * prints the password once, on the terminal and in no log.
 */
export async function firstAccess(accounts: Accounts): Promise<FirstAccess | undefined> {
  if ((await accounts.all()).length > 0) return undefined;
  const password = oneTimePassword();
  const id = FIRST_ADMINISTRATOR;
  await accounts.add(
    { id, name: 'Quản trị viên', email: 'quantri@localhost.localdomain', roles: ['administrator'] },
    password,
  );
  return { id, password };
}
