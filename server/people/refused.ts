/** One thing that is wrong with what somebody filled in. */
export interface Fault {
  /** Name of the field in the form or of the argument. */
  field: string;
  /** What is wrong with which value, and what to do, in Vietnamese. */
  message: string;
}

/** Nothing was changed: what was asked for is not right. Carries every fault at once. */
export class PeopleRefused extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.name = 'PeopleRefused';
    this.faults = faults;
  }
}
