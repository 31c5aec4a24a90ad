/**
 * Something an editor asked for that cannot be done, in Vietnamese. Decap shows errors by
 * turning them into text, so the text is the message alone, without the name of a class.
 */
export class Refusal extends Error {
  /** HTTP status of the server's answer; Decap asks for it in places. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }

  override toString(): string {
    return this.message;
  }
}
