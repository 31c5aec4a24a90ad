/** A file that may not come in: says which, what is wrong with it, and what to do. */
export class UploadRefused extends Error {
  /** The file as it was sent, below the content folder. */
  readonly file: string;
  /** What is wrong, in Vietnamese. */
  readonly reason: string;
  /** What to do about it, in Vietnamese. */
  readonly remedy: string;

  constructor(file: string, reason: string, remedy: string) {
    super(`${file}: ${reason} ${remedy}`);
    this.name = 'UploadRefused';
    this.file = file;
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** Why the content of a file may not come in; whoever knows the file makes the refusal of it. */
export class ContentFault extends Error {
  readonly remedy: string;

  constructor(reason: string, remedy: string) {
    super(reason);
    this.name = 'ContentFault';
    this.remedy = remedy;
  }
}
