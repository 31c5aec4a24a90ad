import { outsideAddressOn } from './render/full-address.ts';
import { originOf } from './settings.ts';
import { site } from './site.ts';

/**
 * An address of the section as pages must link to it: below the path the section lives under
 * (`BASE`). Everything that comes from `core/address.ts` goes through here once.
 */
export function href(address: string): string {
  const { base } = site.settings;
  return base === '/' || !address.startsWith('/') ? address : `${base}${address}`;
}

/** The full address of a page, for programs elsewhere; `undefined` when the host is not known. */
export function fullAddress(address: string): string | undefined {
  const { siteUrl } = site.settings;
  return siteUrl ? new URL(href(address), siteUrl).href : undefined;
}

/** The full address of a page where a format allows no other; see `originOf`. */
export const outsideAddress = outsideAddressOn(originOf(site.settings), site.settings.base);
