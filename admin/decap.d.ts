/** Parts of Decap that ship without types; only what the editors' room uses is declared. */

declare module 'decap-cms-lib-util' {
  /** Decap's store of local drafts, in IndexedDB. */
  export const localForage: {
    removeItem(key: string): Promise<void>;
    setItem(key: string, value: unknown): Promise<unknown>;
  };
  /** Tells Decap that an entry has no draft. */
  export class EditorialWorkflowError extends Error {
    constructor(message: string, notUnderEditorialWorkflow: boolean);
  }
}

declare module 'decap-cms-backend-proxy' {
  /** Decap's client of its own small server; every action goes through `request`. */
  export class ProxyBackend {
    constructor(config: unknown, options?: unknown);
    branch: string;
    request(payload: { action: string; params: Record<string, unknown> }): Promise<unknown>;
    getMediaFile(path: string): Promise<unknown>;
  }
}

declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: ForgeBackend;
}
declare module 'decap-cms-backend-github' {
  export const GitHubBackend: ForgeBackend;
}

declare module 'decap-cms-locales' {
  export const vi: Record<string, unknown>;
  export const en: Record<string, unknown>;
}

/** A backend of Decap that is used as it is. */
type ForgeBackend = new (
  config: unknown,
  options?: unknown,
) => {
  entriesByFolder(folder: string, extension: string, depth: number): Promise<unknown>;
  allEntriesByFolder(
    folder: string,
    extension: string,
    depth: number,
    match?: RegExp,
  ): Promise<unknown>;
};

type WidgetModule = { Widget: () => import('decap-cms-core').CmsWidgetParam };

declare module 'decap-cms-widget-string' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-boolean' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-datetime' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-file' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-image' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-list' {
  interface ListItem {
    toJS(): Record<string, unknown>;
    merge(values: object): ListItem;
  }
  class ListControl {
    props: { field: { get(name: string): { toJS(): unknown } | undefined } };
    /** What a folded item shows. */
    objectLabel(item: ListItem): string;
  }
  const widget: {
    Widget: (options: {
      controlComponent: typeof ListControl;
    }) => import('decap-cms-core').CmsWidgetParam;
    controlComponent: typeof ListControl;
  };
  export default widget;
}
declare module 'decap-cms-widget-markdown' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-number' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-object' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-select' {
  const widget: WidgetModule;
  export default widget;
}
declare module 'decap-cms-widget-text' {
  const widget: WidgetModule;
  export default widget;
}

declare module 'decap-cms-locales/dist/esm/en/index.js' {
  const phrases: Record<string, unknown>;
  export default phrases;
}
declare module 'decap-cms-locales/dist/esm/vi/index.js' {
  const phrases: Record<string, unknown>;
  export default phrases;
}

declare module 'decap-cms-core/dist/esm/constants/configSchema.js' {
  /** Throws an error that names everything wrong with a configuration, in English. */
  export function validateConfig(config: unknown): void;
}
declare module 'decap-cms-core/dist/esm/components/Collection/Entries/EntriesCollection.js' {
  const EntriesCollection: import('react').ComponentType<object>;
  export default EntriesCollection;
}
declare module 'decap-cms-core/dist/esm/components/Collection/CollectionControls.js' {
  const CollectionControls: import('react').ComponentType<object>;
  export default CollectionControls;
}
declare module 'decap-cms-core/dist/esm/lib/registry.js' {
  export function registerWidget(
    name: string,
    control: unknown,
    preview: unknown,
    schema: object,
  ): void;
}
declare module 'decap-cms-widget-*/dist/esm/schema.js' {
  const schema: object;
  export default schema;
}

/** Decap's state, as far as the room reads it; its maps are Immutable's. */
interface DecapState {
  config: unknown;
  collections: { get(name: string): unknown };
  entryDraft: {
    get(key: 'entry'): { toJS(): DecapEntry } | undefined;
    get(key: 'key'): string;
  };
  editorialWorkflow: {
    getIn(path: readonly string[]): { get(key: 'isModification'): unknown } | undefined;
  };
}
interface DecapEntry {
  collection?: string;
  data?: Record<string, unknown>;
  mediaFiles?: { name: string }[];
}
declare module 'decap-cms-core/dist/esm/redux/index.js' {
  export const store: {
    getState(): DecapState;
    dispatch(action: unknown): unknown;
    subscribe(listener: () => void): () => void;
  };
}
declare module 'decap-cms-core/dist/esm/actions/entries.js' {
  export function localBackupRetrieved(entry: DecapEntry): unknown;
  export function loadLocalBackup(): unknown;
}
declare module 'decap-cms-core/dist/esm/actions/mediaLibrary.js' {
  /** Lays a file beside the entry in the form. */
  export function persistMedia(file: File): unknown;
}
declare module 'decap-cms-core/dist/esm/reducers/entries.js' {
  /** What an entry calls one of its files. */
  export function selectMediaFilePublicPath(
    config: unknown,
    collection: unknown,
    name: string,
    entry: unknown,
  ): string;
}
declare module 'decap-cms-widget-markdown/dist/esm/serializers/index.js' {
  /** A text as the nodes of Decap's field. */
  export function markdownToSlate(markdown: string): unknown[];
}
