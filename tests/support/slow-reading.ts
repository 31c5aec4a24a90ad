import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A way to a section on which every page arrives piece by piece. */
export interface SlowWay {
  /** Where it begins; the paths are those of the section. */
  origin: string;
  close: () => Promise<void>;
}

/** Passes on what a site answers; pages in pieces of equal length, with a pause between them. */
export async function slowWayTo(site: string, pieces: number, pause: number): Promise<SlowWay> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', site));
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    const length = type.startsWith('text/html') ? Math.ceil(body.length / pieces) : body.length;
    for (let at = 0; at < body.length; at += length) {
      if (at > 0) await sleep(pause);
      response.write(body.subarray(at, at + length));
    }
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
