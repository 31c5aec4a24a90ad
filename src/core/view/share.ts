/** Where Facebook takes a page to be shared, without a script of its own on ours. */
export function addressToShare(page: string): string {
  return `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(page)}`;
}
