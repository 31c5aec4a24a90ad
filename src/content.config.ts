import { defineCollection } from 'astro:content';
import { COLLECTIONS } from './core/schema/collections.ts';
import { wardLoader } from './reader/astro-loader.ts';
import { readSettings } from './settings.ts';

const { contentDir } = readSettings();

/** Only what is MDX needs Astro's compiler; all the rest comes from the ward's own reader. */
export const collections = {
  pages: defineCollection({
    loader: wardLoader('pages', contentDir),
    schema: COLLECTIONS.pages.schema,
  }),
};
