import { Refusal } from '../entry/refusal.ts';
import type { Rights } from '../room/review.ts';
import type { RoomAddresses } from '../start/cms-settings.ts';
import { ask } from './server.ts';

/** Who has signed in, as the server says. */
export interface Me {
  id: string;
  name: string;
  roles: readonly string[];
  department?: string;
  may: Rights;
}

/** Asks the server who has signed in; nobody is sent to sign in, and what waits for it goes on no more. */
export async function whoAmI({ me, signIn }: RoomAddresses): Promise<Me> {
  try {
    return await ask<Me>(me);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 401) throw error;
    window.location.assign(signIn);
    // The page is being left; nothing may run in the meantime.
    return new Promise(() => undefined);
  }
}
