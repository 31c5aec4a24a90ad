import { CORE_SCHEMA, dump } from 'js-yaml';

/**
 * Writes a value as YAML that every reader takes the same way: text that looks like a number
 * is quoted, absent values are left out, long lines stay whole.
 */
export function writeYaml(value: unknown): string {
  return dump(JSON.parse(JSON.stringify(value)), { schema: CORE_SCHEMA, lineWidth: -1 });
}
