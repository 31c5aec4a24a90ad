import { z } from 'zod';
import { type FieldMeta, itemOf, metaOf, shapeOf, unwrap } from '../../src/core/schema/walk.ts';
import { type Choices, choicesFor } from './choices.ts';
import { isWhole, lengthBounds, numberBounds, patternOf } from './constraint.ts';
import type { DecapField, FieldOption } from './decap-field.ts';
import { summaryOf } from './summary.ts';

/** Largest file a browser sends; the server has limits of its own for each kind. */
const LARGEST_FILE = 20_000_000;
const YES_NO: readonly FieldOption[] = [
  { value: 'true', label: 'Có' },
  { value: 'false', label: 'Không' },
];

/** Where a field stands, as far as its form depends on it. */
interface Setting {
  choices: Choices;
  /** Whether an enclosing group may be left empty: Decap would demand its fields all the same. */
  loose: boolean;
}

/** The fields of a form for an object schema, in the schema's order. */
export function formFields(schema: z.ZodType, choices: Choices, loose = false): DecapField[] {
  return Object.entries(shapeOf(schema))
    .filter(([, field]) => !metaOf(field).formless)
    .map(([name, field]) => formField(name, field, { choices, loose }));
}

/** One field of a form: its widget, names, and every constraint that Decap can express. */
function formField(name: string, schema: z.ZodType, setting: Setting): DecapField {
  const meta = metaOf(schema);
  const required = !setting.loose && !mayBeAbsent(schema);
  return {
    name,
    label: meta.label ?? name,
    ...(meta.hint ? { hint: meta.hint } : {}),
    required,
    ...defaultOf(schema),
    ...widgetOf(name, schema, meta, setting),
  };
}

type WidgetPart = Omit<Partial<DecapField>, 'name'> & { widget: string };

function widgetOf(name: string, schema: z.ZodType, meta: FieldMeta, setting: Setting): WidgetPart {
  const inner = unwrap(schema);
  const options = meta.options ? named(meta.options) : choicesFor(meta.relation, setting.choices);
  if (inner instanceof z.ZodArray) return listWidget(name, schema, setting);
  if (inner instanceof z.ZodObject) return groupWidget(schema, setting);
  if (options) return { widget: 'select', options };
  if (inner instanceof z.ZodBoolean) {
    // Unset, yes and no are three answers; a switch knows two.
    return hasDefault(schema) ? { widget: 'boolean' } : { widget: 'select', options: YES_NO };
  }
  if (inner instanceof z.ZodNumber) return numberWidget(schema);
  return textWidget(schema, meta);
}

function textWidget(schema: z.ZodType, meta: FieldMeta): WidgetPart {
  const pattern = patternOf(schema);
  const constraint = pattern ? { pattern } : {};
  if (meta.input === 'date') {
    const format = 'YYYY-MM-DD';
    return { widget: 'datetime', format, date_format: format, time_format: false };
  }
  const upload = { media_library: { config: { max_file_size: LARGEST_FILE } }, choose_url: false };
  if (meta.relation === 'picture') return { widget: 'image', ...upload };
  if (meta.relation === 'media') return { widget: 'file', ...upload };
  if (meta.input === 'prose') return { widget: 'text', ...constraint };
  return { widget: 'string', ...constraint };
}

function numberWidget(schema: z.ZodType): WidgetPart {
  const whole = isWhole(schema);
  return {
    widget: 'number',
    value_type: whole ? 'int' : 'float',
    ...(whole ? { step: 1 } : {}),
    ...numberBounds(schema),
  };
}

function groupWidget(schema: z.ZodType, { choices, loose }: Setting): WidgetPart {
  const optional = loose || mayBeAbsent(schema);
  return {
    widget: 'object',
    collapsed: optional,
    fields: formFields(unwrap(schema), choices, optional),
    summary: summaryOf(unwrap(schema)),
  };
}

function listWidget(name: string, schema: z.ZodType, { choices }: Setting): WidgetPart {
  const item = itemOf(schema) as z.ZodType;
  const meta = metaOf(item);
  const bounds = lengthBounds(schema);
  const options = meta.options ? named(meta.options) : choicesFor(meta.relation, choices);
  if (options) return { widget: 'select', multiple: true, options, ...bounds };
  const common = { widget: 'list', label_singular: 'mục', collapsed: true, ...bounds };
  if (unwrap(item) instanceof z.ZodObject) {
    return { ...common, fields: formFields(item, choices), summary: summaryOf(unwrap(item)) };
  }
  const own = formField(name, item, { choices, loose: false });
  const label = metaOf(schema).label ?? name;
  return { ...common, collapsed: false, field: { ...own, label } };
}

function named(options: Record<string, string>): FieldOption[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

function hasDefault(schema: z.ZodType): boolean {
  return schema instanceof z.ZodDefault;
}

/** Whether a file without the field is right; lists that are left out are empty. */
export function mayBeAbsent(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/** The value a new form starts with; only what a person would have to choose anyway. */
function defaultOf(schema: z.ZodType): Pick<DecapField, 'default'> {
  if (!(schema instanceof z.ZodDefault)) return {};
  const value = schema.def.defaultValue as unknown;
  return typeof value === 'object' ? {} : { default: value };
}
