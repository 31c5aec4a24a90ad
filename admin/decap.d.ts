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
  const widget: WidgetModule;
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
