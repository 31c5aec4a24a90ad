import { existsSync, type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import type { Store } from '../../src/core/store/store.ts';
import type { Settings } from '../../src/settings.ts';
import { openLedger, packLedger } from '../ledger/ledger.ts';
import type { Repository } from '../ledger/repository.ts';
import { hasLedger, placesIn } from '../ledger/seed.ts';
import { Turns } from '../ledger/turns.ts';
import { WardContent } from '../ledger/ward-content.ts';
import { layOut } from './published-folder.ts';
import { type BuildResult, Publisher } from './publisher.ts';
import { pushTo } from './remote.ts';

/** What keeps a site and its ledger together. */
export interface LedgerSiteParts {
  settings: Pick<Settings, 'contentDir' | 'ledgerDir' | 'ledgerRemote' | 'production'>;
  build: (contentDir: string) => Promise<BuildResult>;
  say: (text: string) => void;
}

/** Several refs move together; a pause gathers them into one look. */
const PAUSE_MS = 200;

/**
 * The site and what it is built from: the content folder until somebody enters the editors'
 * room for the first time, and the ledger made from it ever after.
 */
export class LedgerSite {
  readonly publisher: Publisher;
  readonly #parts: LedgerSiteParts;
  readonly #pushes = new Turns();
  #repository: Promise<Repository> | undefined;
  #content: WardContent | undefined;
  #store: { commit: string; store: Store | undefined } | undefined;
  #watcher: FSWatcher | undefined;
  #pause: NodeJS.Timeout | undefined;

  constructor(parts: LedgerSiteParts) {
    this.#parts = parts;
    this.publisher = new Publisher({
      prepare: () => this.#prepare(),
      build: ({ contentDir }) => parts.build(contentDir),
      built: (result) => void this.#pushes.run(() => this.#push(result)),
    });
  }

  /** Whether the ledger is what the site is built from. */
  get usesLedger(): boolean {
    return hasLedger(this.#parts.settings.ledgerDir);
  }

  /** The ledger; made from the content folder when there is none yet. */
  ledger(): Promise<Repository> {
    this.#repository ??= this.#open().catch((error: unknown) => {
      this.#repository = undefined;
      throw error;
    });
    return this.#repository;
  }

  /** Reads and checks whole wards out of the ledger. */
  async content(): Promise<WardContent> {
    const repository = await this.ledger();
    this.#content ??= new WardContent(repository, this.#parts.settings);
    return this.#content;
  }

  /** The published content: one object until something is published, `undefined` on errors. */
  async published(): Promise<Store | undefined> {
    const content = await this.content();
    const commit = await (await this.ledger()).main();
    if (this.#store?.commit !== commit) {
      this.#store = { commit, store: (await content.checked(commit)).store };
    }
    return this.#store.store;
  }

  /** The folder of the content that the site is built from. */
  get contentDir(): string {
    const { contentDir, ledgerDir } = this.#parts.settings;
    const { published } = placesIn(ledgerDir);
    return this.usesLedger && existsSync(published) ? published : contentDir;
  }

  /** What a new day asks for: the site of that day, and a tidy ledger. */
  async newDay(): Promise<void> {
    await this.publisher.request();
    if (!this.usesLedger) return;
    await this.#orSay('Chưa dọn được kho nội dung', async () => packLedger(await this.ledger()));
  }

  close(): void {
    clearTimeout(this.#pause);
    this.#watcher?.close();
  }

  async #open(): Promise<Repository> {
    const { ledgerDir, contentDir } = this.#parts.settings;
    const isNew = !hasLedger(ledgerDir);
    const repository = await openLedger(ledgerDir, contentDir);
    this.#watch(repository, placesIn(ledgerDir).repository);
    if (isNew) {
      this.#parts.say(
        `Từ nay nội dung được giữ trong ${ledgerDir}; sửa tệp trong ${contentDir} không còn tác dụng.`,
      );
      void this.publisher.request(await repository.main());
    }
    return repository;
  }

  /** What comes by `git push` is published like what editors publish here. */
  #watch(repository: Repository, dir: string): void {
    this.#watcher = watch(path.join(dir, 'refs', 'heads'), () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => {
        void this.#orSay('Chưa xem được kho nội dung', async () =>
          this.publisher.request(await repository.main()),
        );
      }, PAUSE_MS);
    });
  }

  async #prepare() {
    const { contentDir, ledgerDir } = this.#parts.settings;
    if (!this.usesLedger) return { contentDir };
    const repository = await this.ledger();
    const commit = await repository.main();
    const { published } = placesIn(ledgerDir);
    await layOut(repository, published, commit);
    return { contentDir: published, commit };
  }

  async #push(result: BuildResult): Promise<void> {
    const { ledgerRemote } = this.#parts.settings;
    if (!result.ok || !ledgerRemote || !this.usesLedger) return;
    await this.#orSay('Chưa gửi được nội dung sang kho dự phòng', async () =>
      pushTo(await this.ledger(), ledgerRemote),
    );
  }

  /** Work beside the site's own: when it fails, that is said, and nothing else stops. */
  async #orSay(heading: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      this.#parts.say(`${heading}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}
