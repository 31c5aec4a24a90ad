/** Gives an address of the section its full form; `undefined` when the host is not known. */
export type FullAddress = (address: string) => string | undefined;

/** Full addresses below the path that the section lives under, on a host that may be unknown. */
export function fullAddressOn(siteUrl: string | undefined, base: string): FullAddress {
  return (address) =>
    siteUrl ? new URL(base === '/' ? address : `${base}${address}`, siteUrl).href : undefined;
}
