/**
 * Text without accents and in lower case, the way people type in a hurry: `Đổi mới` → `doi moi`.
 * The stroke of đ has no decomposition in Unicode, so it is mapped by hand.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}

/** A text as part of an address: ASCII letters, digits and hyphens, at most `max` long. */
export function slugify(text: string, max = 60): string {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > max && slug) break;
    slug = longer;
  }
  return slug.slice(0, max);
}
