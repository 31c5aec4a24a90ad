/** Addresses of a room below the path that its section lives under. */
export interface Address {
  /** An address of `core/address.ts` as this server must write it. */
  href(address: string): string;
  /** The path inside the room's prefix at which a route of that address is registered. */
  route(address: string): string;
}

/** The addresses of a section under `base`, `/` or `/cchc`. */
export function addressing(base: string): Address {
  const prefix = base === '/' ? '' : base;
  return {
    href: (address) => `${prefix}${address}`,
    route: (address) => address.replace(/^\/admin/, ''),
  };
}
