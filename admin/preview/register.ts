import type { RoomAddresses } from '../start/cms-settings.ts';

/** Registers the previews. */
export function registerPreviews(_addresses: RoomAddresses): void {}
