import { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema.js';
import { registerWidget } from 'decap-cms-core/dist/esm/lib/registry.js';
import datetime from 'decap-cms-widget-datetime/dist/esm/schema.js';
import file from 'decap-cms-widget-file/dist/esm/schema.js';
import image from 'decap-cms-widget-image/dist/esm/schema.js';
import list from 'decap-cms-widget-list/dist/esm/schema.js';
import markdown from 'decap-cms-widget-markdown/dist/esm/schema.js';
import number from 'decap-cms-widget-number/dist/esm/schema.js';
import object from 'decap-cms-widget-object/dist/esm/schema.js';
import select from 'decap-cms-widget-select/dist/esm/schema.js';
import type { CmsSettings } from '../../admin/start/cms-settings.ts';
import { decapConfig } from '../../admin/start/config.ts';

/**
 * Decap's own check of a configuration, AJV and all, with what the widgets of the room want
 * to be told. A test bundles it and runs it in a browser, for Decap's parts are written for
 * both.
 */
const SCHEMAS: Record<string, object> = {
  ...{ datetime, file, image, list, markdown, number, object, select },
  ...{ boolean: {}, string: {}, text: {} },
};

for (const [name, schema] of Object.entries(SCHEMAS)) {
  registerWidget(name, () => null, undefined, schema);
}

type Config = ReturnType<typeof decapConfig>;

const firstFields = ({ collections }: Config) => collections[0]?.fields ?? [];

/** Ways to spoil a configuration that the check has to notice. */
export const SPOILED: Record<string, (config: Config) => void> = {
  'a mode of publishing that does not exist': (config) =>
    Object.assign(config, { publish_mode: 'vội' }),
  'a field without a name': (config) =>
    Reflect.deleteProperty(firstFields(config)[0] ?? {}, 'name'),
  'a list to choose from without choices': (config) =>
    Reflect.deleteProperty(
      firstFields(config).find(({ widget }) => widget === 'select') ?? {},
      'options',
    ),
  'two collections of one name': (config) =>
    config.collections.push(...config.collections.slice(0, 1)),
};

/** What is wrong with the configuration of some settings, in Decap's words; `''` when nothing. */
function faultsOf(settings: CmsSettings, spoil: string): string {
  const config = decapConfig(settings);
  SPOILED[spoil]?.(config);
  try {
    validateConfig(config);
    return '';
  } catch (error) {
    return String(error);
  }
}

Object.assign(globalThis, { faultsOf, widgetsKnown: Object.keys(SCHEMAS) });
