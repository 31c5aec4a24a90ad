import { z } from 'zod';
import type { DataKind } from './files.ts';

/** Keywords that our forms understand and JSON Schema does not. */
const OF_FORMS = ['label', 'hint', 'relation', 'options', 'input', 'formless', 'default'];

/**
 * The schema of a data file as JSON Schema (draft 2020-12). Unlike ours it lets unknown fields
 * through, for a later file of the same version may have more.
 */
export function jsonSchemaOf({ title, meaning, schema }: DataKind): object {
  const made = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const { label, input, options } = jsonSchema as { [key: string]: unknown };
      if (label) jsonSchema.title = label as string;
      if (input === 'date') jsonSchema.format = 'date';
      // Many validators read patterns without Unicode classes, and would refuse what is right.
      if (jsonSchema.pattern?.includes('\\p{')) delete jsonSchema.pattern;
      if (options) {
        const names = Object.entries(options as Record<string, string>);
        const codes = names.map(([code, name]) => `${code}: ${name}`).join('; ');
        jsonSchema.description = `${jsonSchema.description ?? ''} ${codes}.`.trim();
      }
      for (const keyword of OF_FORMS) delete (jsonSchema as { [key: string]: unknown })[keyword];
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return { ...made, title, description: meaning };
}
