import { readDigits } from './number.ts';

/** Marks in addresses, by name. */
const MARKS: Readonly<Record<string, string>> = {
  '.': 'chấm',
  '@': 'a còng',
  '/': 'gạch chéo',
  '-': 'gạch ngang',
  _: 'gạch dưới',
  '+': 'cộng',
};

/** Longer paths are of no use to somebody who only hears them. */
const LONGEST_PATH = 40;

/** An e-mail address or a host: `dichvucong chấm gov chấm vn`. */
export function readAddress(address: string): string {
  return address
    .split(/([.@/_+-]|\d+)/)
    .filter(Boolean)
    .map((part) => MARKS[part] ?? (/^\d+$/.test(part) ? readDigits(part) : part))
    .join(' ');
}

/** Host and path of a web address; a path that is long or not meant for people is left out. */
export function readWebAddress(host: string, path: string): string {
  const plain = path.replace(/\/+$/, '');
  const sayable = plain.length <= LONGEST_PATH && /^[\w./-]*$/.test(plain);
  return readAddress(`${host.replace(/^www\./i, '')}${sayable ? plain : ''}`);
}
