import { ProxyBackend } from 'decap-cms-backend-proxy';
import { EditorialWorkflowError } from 'decap-cms-lib-util';
import type { EntryFormat } from '../entry/format.ts';
import { Refusal } from '../entry/refusal.ts';
import { type EditedCollection, isEdited } from '../forms/collections.ts';
import type { RoomAddresses } from '../start/cms-settings.ts';
import { allowBackups, forgetBackup } from './backup.ts';
import { type Me, whoAmI } from './me.ts';
import { base64, preparedPicture } from './picture.ts';
import { savedReferences } from './references.ts';
import { ask, type Conflict, ConflictRefusal } from './server.ts';
import { SignIn } from './sign-in.ts';
import { Versions } from './versions.ts';

/** An entry that was saved, as its file now is. */
export interface SavedEntry {
  collection: string;
  slug: string;
  path: string;
  raw: string;
}

/** What the rest of the room wants to know of the backend's doings. */
export interface BackendEvents {
  signedIn: (me: Me) => void;
  saved: (entry: SavedEntry) => void;
  /** The commit of the publication, where the server names it. */
  published: (commit: string | undefined) => void;
  conflict: (conflict: Conflict) => void;
  /** An entry was asked for that the person may not see, with the server's reason. */
  hidden: (reason: string) => void;
}

/** What the backend needs from outside. */
export interface BackendParts {
  addresses: RoomAddresses;
  formatOf: (name: EditedCollection) => EntryFormat;
  events: BackendEvents;
}

interface Read {
  data: string;
  file: { path: string; id?: string | null };
}
interface Draft {
  slug: string;
  diffs: readonly { path: string; id: string }[];
}
interface Saving {
  dataFiles: { path: string; slug: string; raw: string }[];
  assets: Asset[];
}
interface Asset {
  path: string;
  fileObj?: File;
  url: string;
}
interface SaveOptions {
  newEntry?: boolean;
  collectionName?: string;
}

/**
 * Decap's client of the ward's server. To Decap's own it adds the version each save is based
 * on, places for new files, the sign-in of the room, and refusals in Vietnamese.
 */
export function wardBackend({ addresses, formatOf, events }: BackendParts): typeof ProxyBackend {
  const versions = new Versions();

  return class WardBackend extends ProxyBackend {
    override request({ action, params }: { action: string; params: Record<string, unknown> }) {
      return ask(addresses.cms, { branch: this.branch, action, params });
    }

    authComponent() {
      return SignIn;
    }

    restoreUser() {
      return this.authenticate();
    }

    async authenticate() {
      const me = await whoAmI(addresses);
      events.signedIn(me);
      return { name: me.name, login: me.id, token: '' };
    }

    async logout() {
      // The server answers with the page one goes on to, as it does to the room's own button.
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: addresses.signOut });
      document.body.append(form);
      form.submit();
    }

    /** Decap would read every entry before it shows a form; the lists are the server's. */
    async entriesByFolder() {
      return [];
    }

    async getEntry(path: string) {
      const read = (await this.request({
        action: 'getEntry',
        params: { branch: this.branch, path },
      })) as Read;
      versions.note(path, read.file.id ?? undefined);
      allowBackups(path);
      return read;
    }

    async unpublishedEntry(entry: { id?: string; collection?: string; slug?: string }) {
      try {
        const params = { branch: this.branch, ...entry };
        const draft = (await this.request({ action: 'unpublishedEntry', params })) as Draft;
        for (const { path, id } of draft.diffs) {
          versions.note(path, id);
          allowBackups(path);
        }
        return draft;
      } catch (error) {
        if (error instanceof Refusal && error.status === 404) {
          throw new EditorialWorkflowError('no draft', true);
        }
        if (error instanceof Refusal && error.status === 403) events.hidden(error.message);
        throw error;
      }
    }

    /** A picture stands in the folder of its entry, or, in older content, beside the entry. */
    override async getMediaFile(path: string) {
      const file = path.replace(/^\/+/, '');
      try {
        return await super.getMediaFile(file);
      } catch (error) {
        const beside = file.replace(/[^/]+\/([^/]+)$/, '$1');
        if (beside === file || !(error instanceof Refusal)) throw error;
        return super.getMediaFile(beside);
      }
    }

    async persistEntry(entry: Saving, options: SaveOptions) {
      const collection = options.collectionName ?? '';
      const assets = await Promise.all(entry.assets.map(encoded));
      const dataFiles = entry.dataFiles.map((file) => ({
        ...file,
        raw: options.newEntry ? withFolder(collection, file, assets) : file.raw,
        base: versions.baseOf(file.path),
      }));
      const [file] = dataFiles;
      if (!file) throw new Refusal('Không có gì để lưu.');
      const saved: SavedEntry = { collection, slug: file.slug, path: file.path, raw: file.raw };
      const params = { branch: this.branch, dataFiles, assets, options };
      try {
        const answer = await this.request({ action: 'persistEntry', params });
        // The next save goes on from this one.
        versions.note(file.path, (answer as { version?: string }).version);
      } catch (error) {
        if (error instanceof ConflictRefusal) {
          await forgetBackup(collection, file.slug);
          events.conflict({ collection, yours: file.raw, ...error.conflict });
        }
        throw error;
      }
      events.saved(saved);
    }

    async publishUnpublishedEntry(collection: string, slug: string) {
      const params = { branch: this.branch, collection, slug };
      const answer = await this.request({ action: 'publishUnpublishedEntry', params });
      events.published((answer as { commit?: string }).commit);
    }

    /** A draft has a preview beside its form and no page: without a state there is no button. */
    async getDeployPreview() {
      return { url: '', status: '' };
    }
  } as unknown as typeof ProxyBackend;

  function withFolder(
    collection: string,
    file: { path: string; raw: string },
    assets: readonly { path: string }[],
  ): string {
    if (!isEdited(collection)) return file.raw;
    const names = new Set(assets.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
    const format = formatOf(collection);
    return savedReferences(file.raw, { collection, format, path: file.path, names });
  }
}

/** A file that goes with an entry, as the protocol sends it. */
async function encoded({ path, fileObj, url }: Asset) {
  // Of a draft that was opened again Decap has the address of the file alone.
  const file = fileObj ?? (await (await fetch(url)).blob());
  return { path, content: await base64(await preparedPicture(file)), encoding: 'base64' };
}
