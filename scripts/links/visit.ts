import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { LinkOutcome } from '../../src/core/audit/link-check.ts';

/** How an address is tried; tests bring their own. */
export interface Visitor {
  fetch: typeof fetch;
  /** The network addresses a host name stands for; throws `ENOTFOUND` when there are none. */
  resolve: (host: string) => Promise<string[]>;
}

const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 8;
/** Some servers answer programs that name themselves, and none that hide. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; CCHC link check)',
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
};
/** The page is gone for good; other answers may come from a server that dislikes programs. */
const GONE: readonly number[] = [404, 410];

/** Addresses of inner networks: what an editor types must not reach into the office. */
const INNER = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  INNER.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  INNER.addSubnet(net, prefix, 'ipv6');
}

/** The network as it is. */
export const NETWORK: Visitor = {
  fetch,
  resolve: async (host) => {
    const literal = host.replace(/^\[|\]$/g, '');
    if (isIP(literal)) return [literal];
    return (await lookup(host, { all: true })).map(({ address }) => address);
  },
};

/** Tries one address, following where it leads. Only what is certainly dead is `gone`. */
export async function visit(url: string, visitor: Visitor): Promise<LinkOutcome> {
  try {
    const status = await statusOf(url, visitor);
    if (status === undefined || status < 400) return { url };
    if (GONE.includes(status)) return { url, fault: 'gone', status };
    // 401, 403, 405, 429 … say that somebody is there.
    return status < 500 ? { url } : { url, fault: 'unreachable', status };
  } catch (error) {
    return { url, fault: isNoHost(error) ? 'no-host' : 'unreachable' };
  }
}

/** The last status on the way; `undefined` when it leads into an inner network. */
async function statusOf(
  url: string,
  { fetch: get, resolve }: Visitor,
): Promise<number | undefined> {
  let at = new URL(url);
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    const hosts = await resolve(at.hostname);
    if (hosts.some(isInner)) return undefined;
    const answer = await get(at, {
      headers: HEADERS,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // The page itself is of no interest, and may be large.
    await answer.body?.cancel();
    const next = answer.status >= 300 && answer.status < 400 && answer.headers.get('location');
    if (!next) return answer.status;
    at = new URL(next, at);
    if (!/^https?:$/.test(at.protocol)) return undefined;
  }
  throw new Error('Too many redirects');
}

function isInner(address: string): boolean {
  return INNER.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function isNoHost(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return code === 'ENOTFOUND' || cause?.code === 'ENOTFOUND';
}
