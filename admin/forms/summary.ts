import { z } from 'zod';
import { shapeOf, unwrap } from '../../src/core/schema/walk.ts';

/** Fields that tell items apart, the most telling first. */
const TELLING = ['title', 'label', 'name', 'no', 'aspect', 'measure', 'index', 'id', 'channel'];
const DATED = ['date', 'sent', 'published', 'aired', 'month', 'period', 'year', 'from', 'phone'];
const WORDED = ['text', 'quote', 'short', 'department', 'about', 'code'];

/** What a folded group or list item shows of itself, as a Decap template. */
export function summaryOf(schema: z.ZodType): string {
  const texts = Object.entries(shapeOf(schema))
    .filter(([, field]) => !(unwrap(field) instanceof z.ZodObject))
    .map(([name]) => name);
  const first = (names: readonly string[]) => names.find((name) => texts.includes(name));
  const shown = [first(TELLING), first(DATED), first(WORDED)].filter((name) => name !== undefined);
  const used = shown.length > 0 ? shown : texts;
  return used
    .slice(0, 2)
    .map((name) => `{{fields.${name}}}`)
    .join(' · ');
}
