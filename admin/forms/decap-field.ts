/** A field of a form, in the words of Decap's configuration; plain data. */
export interface DecapField {
  name: string;
  label: string;
  label_singular?: string;
  widget: string;
  hint?: string;
  required: boolean;
  default?: unknown;
  /** A regular expression a text must match, and what to say when it does not. */
  pattern?: [RegExp, string];
  multiple?: boolean;
  min?: number;
  max?: number;
  step?: number;
  value_type?: 'int' | 'float';
  options?: readonly FieldOption[];
  format?: string;
  date_format?: string;
  time_format?: false;
  collapsed?: boolean;
  summary?: string;
  field?: DecapField;
  fields?: DecapField[];
  media_library?: { config: { max_file_size: number } };
  choose_url?: boolean;
  editor_components?: readonly string[];
  buttons?: readonly string[];
  modes?: readonly string[];
}

/** One choice of a field: what is stored and what a person reads. */
export interface FieldOption {
  value: string;
  label: string;
}
