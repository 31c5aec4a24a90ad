import CMS from 'decap-cms-core';
import { EDITED } from '../forms/collections.ts';
import type { CmsSettings, RoomAddresses } from '../start/cms-settings.ts';
import { entryPreview } from './entry-preview.ts';

/** Shows entries beside their forms as the site shows them, in the site's own styles. */
export function registerPreviews({ base }: CmsSettings, addresses: RoomAddresses): void {
  const prefix = base === '/' ? '' : base;
  CMS.registerPreviewStyle(`${prefix}/admin/preview.css`);
  CMS.registerPreviewStyle(`${prefix}/ward.css`);
  for (const name of EDITED) {
    CMS.registerPreviewTemplate(name, entryPreview(name, addresses.preview) as never);
  }
}
