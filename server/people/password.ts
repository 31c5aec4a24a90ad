import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** What one hash costs: memory is about `128 × N × r` bytes. */
export interface Cost {
  N: number;
  r: number;
  p: number;
}

/**
 * 64 MiB and about 0.3 s on a two-core office machine (measured: 284 ms; N = 2^17 with p = 1
 * took 313 ms and twice the memory): one of the settings that OWASP names as equally strong.
 */
export const COST: Cost = { N: 2 ** 16, r: 8, p: 2 };

/** A longer text only costs work; nobody types one. */
export const LONGEST_PASSWORD = 200;

const KEY_BYTES = 32;
/** Letters and digits that nobody mistakes for one another when reading from a screen. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';
/** More at once would let a flood of sign-ins take all memory; the others wait their turn. */
const AT_ONCE = 2;

/** A password as it is kept: `scrypt$N$r$p$salt$key`. Equal passwords are kept differently. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  const { N, r, p } = cost;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the kept one; takes as long whether it is or not. */
export async function verifyPassword(password: string, kept: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', key = ''] = kept.split('$');
  if (kind !== 'scrypt') throw new Error(`Unknown password scheme «${kind}».`);
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const wanted = Buffer.from(key, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

/** A password for the first sign-in, 79 random bits in four groups: `k7wm-3fqh-x9tc-pd4r`. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => CLEAR[randomInt(CLEAR.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await new Promise((resolve, reject) => {
      // One accent may be typed in two ways; both are the same password.
      const text = password.slice(0, LONGEST_PASSWORD).normalize('NFKC');
      const options = { N, r, p, maxmem: 256 * N * r };
      scrypt(text, salt, KEY_BYTES, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
