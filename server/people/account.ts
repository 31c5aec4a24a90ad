import { z } from 'zod';
import { type Person, ROLES, type Role } from './person.ts';

const roles = Object.keys(ROLES) as [Role, ...Role[]];

/** A person as the file of accounts keeps one. Nobody is ever taken out of it: commits name them. */
export const account = z.strictObject({
  /** Sign-in name; unique for good. */
  id: z.string().regex(/^[a-z][a-z0-9.-]{1,30}$/),
  name: z.string().min(2).max(120),
  email: z.email(),
  roles: z.array(z.enum(roles)).min(1),
  department: z.string().optional(),
  /** The password, hashed (`password.ts`). */
  password: z.string().startsWith('scrypt$'),
  /** Whether the password was given by somebody else and must be changed before any work. */
  mustChange: z.boolean(),
  disabled: z.boolean(),
  /** Sessions name the stamp they began under; a new one ends them all, in every process. */
  stamp: z.string().min(8),
  /** Instant the account was made, ISO 8601. */
  created: z.iso.datetime(),
});

export type Account = z.infer<typeof account>;

/** What an administrator fills in about a person. */
export type AccountDetails = Pick<Account, 'id' | 'name' | 'email' | 'roles' | 'department'>;

/** The person of an account, as the rest of the room knows one. */
export function personOf({ id, name, email, roles, department }: Account): Person {
  return { id, name, email, roles, ...(department === undefined ? {} : { department }) };
}

/** The roles of a person in words, in the order of rising power. */
export function roleNames(held: readonly Role[]): string {
  return roles
    .filter((role) => held.includes(role))
    .map((role) => ROLES[role])
    .join(', ');
}

/** What others know of somebody, and a password must therefore not be made of. */
export function knownOf({ id, name, email }: Pick<Account, 'id' | 'name' | 'email'>): string[] {
  return [id, name, email];
}
