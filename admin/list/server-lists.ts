let address: string | undefined;

/** Has the lists made by the server at an address, rather than by Decap from whole collections. */
export function listFromServer(at: string): void {
  address = at;
}

/** Where the server makes lists; `undefined` over a forge, where there is no server of ours. */
export function serverLists(): string | undefined {
  return address;
}
