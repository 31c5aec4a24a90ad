import { defineCollection } from 'astro:content';
import { COLLECTIONS, type CollectionName } from './core/schema/collections.ts';
import { wardLoader } from './reader/astro-loader.ts';
import { readSettings } from './settings.ts';

const { contentDir } = readSettings();

const define = <N extends CollectionName>(name: N) =>
  defineCollection({
    loader: wardLoader(name, contentDir),
    schema: COLLECTIONS[name].schema as (typeof COLLECTIONS)[N]['schema'],
  });

export const collections = {
  ward: define('ward'),
  departments: define('departments'),
  articles: define('articles'),
  practices: define('practices'),
  procedureChanges: define('procedureChanges'),
  activities: define('activities'),
  questions: define('questions'),
  plans: define('plans'),
  pages: define('pages'),
  closings: define('closings'),
  indices: define('indices'),
  lateFiles: define('lateFiles'),
  linkCheck: define('linkCheck'),
};
