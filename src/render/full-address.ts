/** Gives an address of the section its full form; `undefined` when the host is not known. */
export type FullAddress = (address: string) => string | undefined;

/** Full addresses on a host that is known, below the path that the section lives under. */
export function outsideAddressOn(origin: string, base: string): (address: string) => string {
  return (address) => new URL(base === '/' ? address : `${base}${address}`, origin).href;
}

/** Full addresses below the path that the section lives under, on a host that may be unknown. */
export function fullAddressOn(siteUrl: string | undefined, base: string): FullAddress {
  return siteUrl ? outsideAddressOn(siteUrl, base) : () => undefined;
}
