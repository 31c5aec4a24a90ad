import type { Root, RootContent } from 'hast';
import { slugify } from '../../src/core/text/slug.ts';
import { isElement, wordsOf } from './hast.ts';
import { excerpt, type Notices } from './notice.ts';
import type { WordPicture } from './read-word.ts';

/** Kinds of pictures by the first bytes of the file; the first two can be published. */
const KINDS: readonly [name: string, ending: string, first: readonly number[]][] = [
  ['JPEG', '.jpg', [0xff, 0xd8, 0xff]],
  ['PNG', '.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['GIF', '', [0x47, 0x49, 0x46, 0x38]],
  ['BMP', '', [0x42, 0x4d]],
  ['WMF', '', [0xd7, 0xcd, 0xc6, 0x9a]],
  ['WMF', '', [0x01, 0x00, 0x09, 0x00]],
  ['EMF', '', [0x01, 0x00, 0x00, 0x00]],
  ['TIFF', '', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', '', [0x4d, 0x4d, 0x00, 0x2a]],
  ['WebP', '', [0x52, 0x49, 0x46, 0x46]],
  ['SVG', '', [0x3c]],
];
const TYPES: Record<string, string> = { '.jpg': 'image/jpeg', '.png': 'image/png' };

/**
 * Makes files of the pictures that can be published and gives the tree their names. A picture of
 * another kind is taken out of the tree, and the notice says where it stood.
 */
export function placePictures(
  root: Root,
  pictures: readonly WordPicture[],
  documentName: string,
  notices: Notices,
): File[] {
  const base = slugify(documentName.replace(/\.[^.]+$/, ''), 40) || 'anh';
  const files: File[] = [];
  let before = '';
  const place = (node: Root | RootContent): void => {
    if (!('children' in node)) return;
    node.children = node.children.filter((child) => {
      if (!isElement(child, 'img')) return true;
      const found = pictures.find(({ address }) => address === child.properties['src']);
      const [kind, ending] = found ? kindOf(found.bytes) : ['không rõ', ''];
      if (!found || !ending) {
        notices.lost(
          `Ảnh ${placeOf(before)} ở dạng ${kind} không đăng được nên không lấy theo; hãy chèn lại ảnh JPG hoặc PNG.`,
        );
        return false;
      }
      const name = `${base}-${files.length + 1}${ending}`;
      files.push(new File([found.bytes.slice()], name, { type: TYPES[ending] ?? '' }));
      child.properties = { src: name, alt: excerpt(String(child.properties['alt'] ?? ''), 300) };
      if (!child.properties['alt'])
        notices.mend(
          `Ảnh ${name} (${placeOf(before)}) chưa có lời mô tả; hãy viết một câu tả điều thấy trong ảnh.`,
        );
      return true;
    }) as typeof node.children;
    for (const child of node.children) {
      place(child);
      if (isElement(child, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'li') && wordsOf(child))
        before = wordsOf(child);
    }
  };
  place(root);
  return files;
}

function placeOf(before: string): string {
  return before ? `sau đoạn «${excerpt(before, 40)}»` : 'ở đầu bài';
}

function kindOf(bytes: Uint8Array): [name: string, ending: string] {
  const found = KINDS.find(([, , first]) => first.every((byte, at) => bytes[at] === byte));
  return found ? [found[0], found[1]] : ['không rõ', ''];
}
