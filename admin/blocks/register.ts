import CMS from 'decap-cms-core';
import { BLOCKS, isBlockName } from '../../src/core/text/blocks.ts';
import { blockComponent } from './component.ts';

/** A picture in the text; Decap's own speaks English. */
const PICTURE = {
  id: 'image',
  label: 'Ảnh',
  fields: [
    { name: 'image', label: 'Tệp ảnh', widget: 'image', choose_url: false },
    { name: 'alt', label: 'Lời mô tả ảnh', widget: 'string' },
    { name: 'title', label: 'Chú thích', widget: 'string', required: false },
  ],
  pattern: /^!\[([^\]]*)\]\((.*?)(?:\s"([^"]*)")?\)/,
  fromBlock: (match: RegExpMatchArray) => ({ alt: match[1], image: match[2], title: match[3] }),
  toBlock: ({ alt, image, title }: Record<string, string | undefined>) =>
    `![${alt ?? ''}](${image ?? ''}${title ? ` "${title.replaceAll('"', '”')}"` : ''})`,
  toPreview: ({ alt }: Record<string, string | undefined>) => alt ?? '',
};

/** Puts a button for the picture and for each block of the site into the text editor. */
export function registerBlocks(): void {
  CMS.registerEditorComponent(PICTURE as never);
  for (const name of Object.keys(BLOCKS).filter(isBlockName)) {
    CMS.registerEditorComponent(blockComponent(name) as never);
  }
}
