import {
  EVENT_ID,
  FAILSAFE_SCHEMA,
  getScalarValue,
  loadAll,
  nullCoreTag,
  parseEvents,
  Schema,
  YAMLException,
} from 'js-yaml';
import type { FieldPath } from '../core/store/raw.ts';

/**
 * YAML 1.2 in which a scalar is the text that was typed: no dates, numbers or booleans are
 * guessed, so `2025-02-30` stays wrong and `1.001190` keeps its last digit. Schemas decide
 * what a text means. Only null is known, for editors' tools write it for a cleared field.
 */
const AS_TYPED = new Schema([...FAILSAFE_SCHEMA.tags, nullCoreTag]);

/** A YAML text that cannot be read; `line` counts from 1 within the text. */
export interface YamlFault {
  reason: string;
  line: number;
}

/** Reads a YAML text; blank values are left out of what comes back. */
export function parseYaml(text: string): { data: unknown } | { fault: YamlFault } {
  try {
    return { data: dropBlank(loadAsTyped(text)) ?? {} };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { fault: { reason: inVietnamese(error.reason), line: (error.mark?.line ?? 0) + 1 } };
  }
}

/** The one document of a text; nothing but comments is an empty one. */
function loadAsTyped(text: string): unknown {
  // Aliases have no use in content and can blow a small file up to gigabytes.
  const documents = loadAll(text, { schema: AS_TYPED, maxAliases: 0 });
  if (documents.length > 1) throw new YAMLException('several documents');
  return documents[0];
}

/** The parser's commonest complaints, in the words of an editor. */
const REASONS: readonly [RegExp, string][] = [
  [/duplicated mapping key/, 'có một mục bị ghi hai lần'],
  [/bad indentation|indent/, 'thụt dòng không đều'],
  [/alias/, 'không được dùng dấu * hay & ở đầu giá trị'],
  [/several documents/, 'có nhiều hơn một phần thông tin (dòng --- thừa)'],
  [/tab/, 'dùng phím Tab để thụt dòng; hãy dùng dấu cách'],
  [/unexpected end|unclosed|end of the stream/, 'thiếu dấu đóng ngoặc kép hoặc ngoặc vuông'],
  [/can not read|implicit|mapping|flow|expected/, 'dòng này không đúng dạng «mục: giá trị»'],
];

function inVietnamese(reason: string): string {
  return REASONS.find(([form]) => form.test(reason))?.[1] ?? 'dòng này sai cú pháp';
}

/**
 * Cleared fields of a form arrive as `""`, `null`, `[]` or a map of such: they mean absent.
 * Returns `undefined` when nothing is left.
 */
function dropBlank(value: unknown): unknown {
  if (value === null) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const items = value.map(dropBlank).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === 'object') {
    const kept = Object.entries(value)
      .map(([key, item]) => [key, dropBlank(item)] as const)
      .filter(([, item]) => item !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return value;
}

/** The lines, from 1, on which the fields of a YAML text stand, by path joined with dots. */
function fieldLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const lineAt = lineCounter(text);
  const stack: { path: string; index: number; key?: string }[] = [];
  const enter = (start: number): string => {
    const parent = stack.at(-1);
    if (!parent) return '';
    const name = parent.key ?? String(parent.index);
    const path = parent.path ? `${parent.path}.${name}` : name;
    if (parent.key === undefined) parent.index += 1;
    else parent.key = undefined;
    if (!lines.has(path)) lines.set(path, lineAt(start));
    return path;
  };
  const maps = new Set<object>();
  for (const event of parseEvents(text, {})) {
    const top = stack.at(-1);
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const frame = { path: enter(event.start), index: 0 };
      if (event.type === EVENT_ID.MAPPING) maps.add(frame);
      stack.push(frame);
    } else if (event.type === EVENT_ID.POP) {
      stack.pop();
    } else if (event.type === EVENT_ID.SCALAR) {
      if (top && maps.has(top) && top.key === undefined) {
        top.key = getScalarValue(text, event);
        // The key's own line, which is where an editor looks for the field.
        lines.set(top.path ? `${top.path}.${top.key}` : top.key, lineAt(event.valueStart));
      } else enter(event.valueStart);
    }
  }
  return lines;
}

/**
 * Looks up lines of fields in a text: `find(path)` gives the line, from 1, on which a field
 * stands, or the nearest field around it. Paths count list items as `parseYaml` does, without
 * the blank ones, which still have lines of their own.
 */
export function lineFinder(text: string): (path: FieldPath) => number | undefined {
  const lines = fieldLines(text);
  const raw = loadAsTyped(text);
  return (path) => {
    const typed = pathAsTyped(raw, path);
    for (let length = typed.length; length > 0; length -= 1) {
      const line = lines.get(typed.slice(0, length).join('.'));
      if (line !== undefined) return line;
    }
    return undefined;
  };
}

/** The path in the text of what is at `path` once blank items are left out. */
function pathAsTyped(raw: unknown, path: FieldPath): FieldPath {
  const [step, ...rest] = path;
  if (step === undefined || raw === null || typeof raw !== 'object') return path;
  if (!Array.isArray(raw))
    return [step, ...pathAsTyped((raw as Record<string, unknown>)[step], rest)];
  const kept = raw.flatMap((item, index) => (dropBlank(item) === undefined ? [] : [index]));
  const index = kept[Number(step)] ?? Number(step);
  return [index, ...pathAsTyped(raw[index], rest)];
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
