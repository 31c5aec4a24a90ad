import { type EntryFacts, entryFacts } from '../../src/core/list/facts.ts';
import type { ListChoice } from '../../src/core/list/view.ts';
import {
  COLLECTIONS,
  type Collection,
  type CollectionName,
} from '../../src/core/schema/collections.ts';
import { collectionOf } from '../../src/reader/entry.ts';
import { sourceText, splitText, wholeYaml } from '../../src/reader/front-matter.ts';
import { parseYaml } from '../../src/reader/yaml.ts';
import { type Draft, drafts } from './draft.ts';
import type { Repository } from './repository.ts';

/** A published entry, as lists know it. */
export interface PublishedFacts {
  id: string;
  facts: EntryFacts;
}

/** What is published, as lists know it. */
export interface PublishedWard {
  entries: ReadonlyMap<CollectionName, readonly PublishedFacts[]>;
  /** The departments by id, in the ward's own order. */
  departments: readonly ListChoice[];
}

/** A draft with the facts of its text; the facts of one whose file is broken are empty. */
export interface DraftFacts {
  draft: Draft;
  facts: EntryFacts;
}

/** How many texts are read before other requests get their turn. */
const AT_ONCE = 200;

/**
 * The facts of all entries, out of git and without checking anything out. What is known is kept
 * by the id of the content it was read from and never changes; which contents are published or
 * worked on is asked of the refs each time. So nothing here can be stale.
 */
export class EntryIndex {
  readonly #repository: Repository;
  /** Facts by collection and id of the content. */
  #known = new Map<string, EntryFacts>();
  /** Facts of drafts by their newest commit. */
  #tips = new Map<string, EntryFacts>();
  #published: { commit: string; ward: Promise<PublishedWard> } | undefined;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** What is published now. */
  async published(): Promise<PublishedWard> {
    return this.#wardOf(await this.#repository.main());
  }

  /** Every draft. */
  async drafts(): Promise<DraftFacts[]> {
    const found = await drafts(this.#repository);
    const unseen = found.filter(({ tip }) => !this.#tips.has(tip));
    const texts = await this.#repository.textsAt(unseen.map(({ tip, file }) => `${tip}:${file}`));
    const tips = new Map(this.#tips);
    unseen.forEach((draft, at) => {
      tips.set(draft.tip, factsOfText(draft.collection, texts[at]?.text ?? ''));
    });
    const all = found.map((draft) => {
      const facts = tips.get(draft.tip) ?? entryFacts({});
      return { draft, facts };
    });
    this.#tips = new Map(all.map(({ draft, facts }) => [draft.tip, facts]));
    return all;
  }

  /** The ward of a commit; requests that come while it is read share the reading. */
  #wardOf(commit: string): Promise<PublishedWard> {
    if (this.#published?.commit === commit) return this.#published.ward;
    const reading = { commit, ward: this.#read(commit) };
    this.#published = reading;
    reading.ward.catch(() => {
      if (this.#published === reading) this.#published = undefined;
    });
    return reading.ward;
  }

  async #read(commit: string): Promise<PublishedWard> {
    const files = [...(await this.#repository.files(commit))].flatMap(([file, { id }]) => {
      const entry = collectionOf(file);
      return entry ? [{ ...entry, key: `${entry.name} ${id}`, blob: id }] : [];
    });
    const known = new Map(this.#known);
    const missing = files.filter(({ key }) => !known.has(key));
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const part = missing.slice(at, at + AT_ONCE);
      const texts = await this.#repository.textsAt(part.map(({ blob }) => blob));
      part.forEach(({ name, key }, of) => {
        known.set(key, factsOfText(name, texts[of]?.text ?? ''));
      });
    }
    const entries = new Map<CollectionName, PublishedFacts[]>();
    const used = new Map<string, EntryFacts>();
    for (const { name, id, key } of files) {
      const facts = known.get(key) ?? entryFacts({});
      used.set(key, facts);
      const list = entries.get(name) ?? [];
      list.push({ id, facts });
      entries.set(name, list);
    }
    this.#known = used;
    return { entries, departments: await departmentsAt(this.#repository, commit) };
  }
}

/** The facts of the fields above a text; the text itself is not looked at. */
function factsOfText(name: CollectionName, text: string): EntryFacts {
  const collection: Collection = COLLECTIONS[name];
  const source = sourceText(text);
  const parts = collection.extension === '.yaml' ? wholeYaml(source) : splitText(source);
  const parsed = parts ? parseYaml(parts.yaml) : undefined;
  return entryFacts(parsed && 'data' in parsed ? parsed.data : {});
}

/** The departments of a commit, whatever else may be wrong with its ward. */
async function departmentsAt(repository: Repository, commit: string): Promise<ListChoice[]> {
  const { file } = COLLECTIONS.departments;
  const [found] = await repository.textsAt([`${commit}:${file}`]);
  const parsed = parseYaml(sourceText(found?.text ?? ''));
  const list = 'data' in parsed ? (parsed.data as { departments?: unknown }).departments : [];
  return (Array.isArray(list) ? list : []).flatMap((one: { id?: unknown; name?: unknown }) =>
    typeof one?.id === 'string' ? [{ value: one.id, label: String(one.name ?? one.id) }] : [],
  );
}
