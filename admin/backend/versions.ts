/**
 * The version of each file as this window last read or wrote it. A save names it, so that the
 * server can tell whether somebody else was faster.
 */
export class Versions {
  readonly #known = new Map<string, string>();

  /** Notes the version of a file that was read for editing. */
  note(path: string, version: string | undefined): void {
    if (version) this.#known.set(path, version);
  }

  /** The version a save of the file is based on; `''` for a file that was never read. */
  baseOf(path: string): string {
    return this.#known.get(path) ?? '';
  }
}
