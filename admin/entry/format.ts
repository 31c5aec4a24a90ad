import { COLLECTIONS, type Collection } from '../../src/core/schema/collections.ts';
import { sourceText, splitText, wholeYaml } from '../../src/reader/front-matter.ts';
import { writeYaml } from '../../src/reader/writer.ts';
import { parseYaml } from '../../src/reader/yaml.ts';
import type { EditedCollection } from '../forms/collections.ts';
import { type DerivingFacts, withDerived, withoutDerived } from './derived.ts';
import { Refusal } from './refusal.ts';
import { typedValues } from './values.ts';

type Data = Record<string, unknown>;

/** How Decap reads and writes the files of a collection. */
export interface EntryFormat {
  fromFile: (text: string) => Data;
  toFile: (data: Data, order?: readonly string[]) => string;
}

/**
 * The project's own reader and writer in Decap's place: Decap's YAML would read the code
 * `1.001190` as a number and drop its last digit.
 */
export function entryFormat(name: EditedCollection, facts: DerivingFacts): EntryFormat {
  const collection: Collection = COLLECTIONS[name];
  const plain = collection.extension === '.yaml';
  return {
    fromFile: (text) => {
      if (text === '') return {};
      const { data, body } = readFile(text, plain);
      const typed = typedValues(collection.schema, data) as Data;
      return { ...withDerived(typed, facts), ...(body.trim() ? { body } : {}) };
    },
    toFile: (data, order = []) => {
      const { body = '', ...fields } = withoutDerived(data);
      const yaml = writeYaml(inOrder(fields, order));
      return plain ? yaml : `---\n${yaml}---\n${bodyText(String(body))}`;
    },
  };
}

function readFile(text: string, plain: boolean): { data: unknown; body: string } {
  const source = sourceText(text);
  const parts = plain ? wholeYaml(source) : splitText(source);
  if (!parts) throw new Refusal('Tệp không có phần thông tin đầu bài (giữa hai dòng ---).');
  const parsed = parseYaml(parts.yaml);
  if ('fault' in parsed) {
    const line = parsed.fault.line + parts.yamlLine - 1;
    throw new Refusal(`Không đọc được dòng ${line} của tệp: ${parsed.fault.reason}.`);
  }
  return { data: parsed.data, body: parts.body ?? '' };
}

/** The fields in the form's order, then whatever the form does not show. */
function inOrder(fields: Data, order: readonly string[]): Data {
  const names = [...order.filter((name) => name in fields), ...Object.keys(fields)];
  return Object.fromEntries([...new Set(names)].map((name) => [name, fields[name]]));
}

/** One blank line between the two parts and one line feed at the end, however it was typed. */
function bodyText(body: string): string {
  const text = body.normalize('NFC').trim();
  return text ? `\n${text}\n` : '';
}
