import { ask } from '../backend/server.ts';
import { dom } from './dom.ts';

/** Where a publication stands, as the server words it. */
interface Publication {
  state: 'queued' | 'building' | 'live' | 'failed' | 'idle';
  message: string;
  address?: string;
}

/** How often the page asks, and for how long: a build takes seconds, a queue of them a minute. */
const EVERY_MS = 1500;
const MOST_TIMES = 120;

/**
 * Follows a publication until citizens can see it or the build has failed, and says so in
 * `place`.
 */
export async function followPublication(
  statusAddress: string,
  commit: string | undefined,
  place: HTMLElement,
): Promise<void> {
  const address = commit ? `${statusAddress}?commit=${commit}` : statusAddress;
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const publication = await ask<Publication>(address).catch(() => undefined);
    if (publication) place.replaceChildren(...words(publication));
    if (publication && ['live', 'failed'].includes(publication.state)) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

function words({ state, message, address }: Publication): (Node | string)[] {
  if (state === 'live' && address) {
    const link = dom('a', { href: address, target: '_blank', rel: 'noopener' }, 'Xem trang');
    return [`${message} `, link];
  }
  if (state !== 'failed') return [message];
  return [dom('strong', {}, message)];
}
