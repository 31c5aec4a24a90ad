import DecapControls from 'decap-cms-core/dist/esm/components/Collection/CollectionControls.js';
import { createElement } from 'react';
import { serverLists } from './server-lists.ts';

/** Stands in the bundle where Decap has its filters: the server's lists bring their own. */
export default function CollectionControls(props: object) {
  return serverLists() ? null : createElement(DecapControls, { ...props });
}
