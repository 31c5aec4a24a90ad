import { createElement, useEffect, useRef, useState } from 'react';
import { ask } from '../backend/server.ts';
import { savedValues } from '../entry/save.ts';
import type { EditedCollection } from '../forms/collections.ts';

/** What Decap gives to a preview, as far as it is used here. */
interface PreviewProps {
  entry: {
    get(key: 'data'): { toJS(): Record<string, unknown> };
    get(key: 'slug'): string | undefined;
  };
  getAsset: (path: string) => { toString(): string };
}

/** Long enough for a word to be typed, short enough to feel at once. */
const PAUSE_MS = 400;

interface EntryPreviewProps extends PreviewProps {
  collection: EditedCollection;
  /** Where the server renders entries. */
  address: string;
}

/**
 * The preview of a collection: the server renders it with the site's own view models and the
 * site's own sanitiser, for the frame it is put into has the editors' origin.
 */
export function entryPreview(collection: EditedCollection, address: string) {
  return (props: PreviewProps) => createElement(EntryPreview, { ...props, collection, address });
}

function EntryPreview({ collection, address, entry, getAsset }: EntryPreviewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>('html');
  const values = JSON.stringify(entry.get('data').toJS());
  const rendered = useRendered(collection, address, entry.get('slug') ?? '', values);
  const shown = rendered.script ? view : 'html';
  const html = rendered[shown];
  useEffect(() => {
    if (!place.current) return;
    place.current.innerHTML = html;
    showPictures(place.current, getAsset);
  }, [html, getAsset]);
  return createElement(
    'main',
    { className: 'frame' },
    rendered.script && createElement(Views, { shown, choose: setView }),
    rendered.fault &&
      createElement('p', { className: 'callout callout-alert', role: 'status' }, rendered.fault),
    createElement('div', { ref: place }),
  );
}

/** What an entry can be looked at as: its page, or the text that is read aloud. */
type View = 'html' | 'script';

const VIEWS: readonly (readonly [view: View, label: string])[] = [
  ['html', 'Trang'],
  ['script', 'Bản đọc trên loa'],
];

function Views({ shown, choose }: { shown: View; choose: (view: View) => void }) {
  return createElement(
    'div',
    { className: 'preview-views', role: 'group', 'aria-label': 'Xem trước' },
    ...VIEWS.map(([view, label]) =>
      createElement(
        'button',
        { type: 'button', 'aria-pressed': view === shown, onClick: () => choose(view) },
        label,
      ),
    ),
  );
}

type Rendered = Record<View | 'fault', string>;

/** The HTML of an entry, asked for anew some time after its values change. */
function useRendered(collection: EditedCollection, address: string, id: string, values: string) {
  const [rendered, setRendered] = useState<Rendered>({ html: '', script: '', fault: '' });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const asked = { collection, id, ...savedValues(collection, JSON.parse(values)) };
      const answer = await ask<Record<View, string>>(address, asked).catch(String);
      if (!current) return;
      if (typeof answer === 'string') setRendered((last) => ({ ...last, fault: answer }));
      else setRendered({ ...answer, fault: '' });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [collection, address, id, values]);
  return rendered;
}

/** Pictures bear the path as typed; Decap knows those that are not saved yet. */
function showPictures(place: HTMLElement, getAsset: PreviewProps['getAsset']): void {
  for (const picture of place.querySelectorAll('img')) {
    const path = picture.getAttribute('src') ?? '';
    const source = path && !/^(blob:|https?:)/.test(path) ? getAsset(path).toString() : path;
    if (source) picture.src = source;
    else picture.removeAttribute('src');
  }
}
