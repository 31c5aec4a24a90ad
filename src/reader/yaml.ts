import {
  EVENT_ID,
  FAILSAFE_SCHEMA,
  getScalarValue,
  load,
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
  if (text.trim() === '') return { data: {} };
  try {
    // Aliases have no use in content and can blow a small file up to gigabytes.
    return { data: dropBlank(load(text, { schema: AS_TYPED, maxAliases: 0 })) ?? {} };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { fault: { reason: error.reason, line: (error.mark?.line ?? 0) + 1 } };
  }
}

/**
 * Cleared fields of a form arrive as `""`, `null`, `[]` or a map of such: they mean absent.
 * Returns `undefined` when nothing is left.
 */
function dropBlank(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
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

/**
 * The lines, from 1, on which the fields of a YAML text stand, keyed by their path joined
 * with dots. Only asked for when a file has an issue.
 */
export function fieldLines(text: string): Map<string, number> {
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

/** Looks a field up; falls back to the nearest field around it. */
export function nearestLine(lines: Map<string, number>, path: FieldPath): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(path.slice(0, length).join('.'));
    if (line !== undefined) return line;
  }
  return undefined;
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
