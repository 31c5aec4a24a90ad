/**
 * What a person may do, in the words of the editors' room:
 * contributor (cộng tác viên) writes drafts for the own department; editor (biên tập) works on
 * every department's drafts and reviews them; publisher (duyệt) publishes, withdraws and closes
 * months; administrator (quản trị) keeps the people and the ward's settings.
 */
export const ROLES = {
  contributor: 'Cộng tác viên',
  editor: 'Biên tập',
  publisher: 'Duyệt',
  administrator: 'Quản trị',
} as const;

export type Role = keyof typeof ROLES;

/** Somebody who has signed in. */
export interface Person {
  /** Sign-in name: lower-case ASCII, unique for good. */
  id: string;
  /** Full name, as commits and messages show it. */
  name: string;
  email: string;
  /** One person of a small ward may hold several. */
  roles: readonly Role[];
  /** Id of the department the person writes for; contributors always have one. */
  department?: string;
}
