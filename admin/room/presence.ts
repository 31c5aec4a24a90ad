import { ask } from '../backend/server.ts';
import { openEntry } from './place.ts';

/** The server takes somebody for gone after three missed reports. */
const EVERY_MS = 10_000;

/** Tells the server which entry is open, and names the colleagues who have it open too. */
export function reportPresence(address: string, place: HTMLElement): void {
  const report = async () => {
    const entry = openEntry(window.location.hash);
    if (!entry) {
      place.textContent = '';
      return;
    }
    const { others } = await ask<{ others: readonly { name: string }[] }>(address, entry);
    const names = others.map(({ name }) => name).join(', ');
    place.textContent = names ? `${names} cũng đang mở mục này.` : '';
  };
  // A missed report means nothing to the person who writes.
  const quietly = () => void report().catch(() => undefined);
  window.addEventListener('hashchange', quietly);
  setInterval(quietly, EVERY_MS);
  quietly();
}
