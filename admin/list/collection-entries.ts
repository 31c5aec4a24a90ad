import DecapEntries from 'decap-cms-core/dist/esm/components/Collection/Entries/EntriesCollection.js';
import { createElement, useEffect, useRef } from 'react';
import { mountEntryList } from './entry-list.ts';
import { serverLists } from './server-lists.ts';

/** What Decap gives to the part of its page that holds the entries. */
interface EntriesProps {
  collection: { get(key: 'name' | 'folder'): string | undefined };
}

/**
 * Stands in the bundle where Decap shows the entries of a collection: Decap reads all of them
 * before it shows the first. Single files, and lists over a forge, are still Decap's.
 */
export default function CollectionEntries(props: EntriesProps) {
  const address = serverLists();
  const name = props.collection.get('name');
  if (!address || !name || !props.collection.get('folder')) {
    return createElement(DecapEntries, { ...props });
  }
  return createElement(ServerList, { name, address });
}

function ServerList({ name, address }: { name: string; address: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(
    () => (place.current ? mountEntryList(place.current, name, address) : undefined),
    [name, address],
  );
  return createElement('section', { ref: place, 'aria-label': 'Danh sách' });
}
