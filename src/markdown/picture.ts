import type { Element, Properties } from 'hast';
import type { ResolvedMedia } from './body.ts';

/** How wide a picture in a body is drawn: as its column of text (`--measure`, `.spread`). */
const SIZES =
  '(min-width: 64.25rem) 612px, (min-width: 60rem) calc(92vw - 333px), (min-width: 48rem) 612px, calc(100vw - 34px)';

/**
 * A picture of a body where it is published: in AVIF for browsers that read it, with the image
 * itself for the others. What the editor wrote of it stays on the image.
 */
export function pictureElement(
  { src, attributes, avif }: ResolvedMedia,
  written: Properties,
): Element {
  const image = element('img', {
    ...written,
    src,
    ...attributes,
    ...(attributes?.['srcset'] !== undefined && { sizes: SIZES }),
  });
  if (avif === undefined) return image;
  const source = element('source', { type: 'image/avif', srcset: avif, sizes: SIZES });
  return { ...element('picture', {}), children: [source, image] };
}

function element(tagName: string, properties: Properties): Element {
  return { type: 'element', tagName, properties, children: [] };
}
