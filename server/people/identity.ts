import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Lets somebody in who has proved who they are: ends the session they had, begins a new one and
 * sends them on to `next`, or to the change of a password that others know.
 */
export type Admit = (
  request: FastifyRequest,
  reply: FastifyReply,
  /** Sign-in name of an account that exists and is not disabled. */
  id: string,
  /** A path of the room to go on to. */
  next?: string,
) => Promise<FastifyReply>;

/**
 * A way to prove who one is. It brings the pages it needs (a form; or for a province's single
 * sign-on the way there and the address it comes back to) and calls `admit` once it is sure.
 * Accounts, roles, sessions and the log stay here whoever vouches for a person.
 */
export interface IdentityProvider {
  register(room: FastifyInstance, admit: Admit): void;
}
