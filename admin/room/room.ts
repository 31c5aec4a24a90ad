import type { BackendEvents } from '../backend/ward-backend.ts';
import type { OnRefused } from '../entry/save.ts';
import type { CmsSettings, RoomAddresses } from '../start/cms-settings.ts';

/** What the rest of the editors' room tells its furniture. */
export interface Room {
  events: BackendEvents;
  refused: OnRefused;
}

/** Puts up what stands beside Decap. */
export function furnish(_settings: CmsSettings, _addresses: RoomAddresses): Room {
  return {
    events: { signedIn: () => {}, saved: () => {}, published: () => {}, conflict: () => {} },
    refused: () => {},
  };
}
