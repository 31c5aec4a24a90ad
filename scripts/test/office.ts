import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where LibreOffice lives, which turns a Word file into pages; `SOFFICE` names another. */
const PLACES = [
  process.env['SOFFICE'] ?? '',
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** How to get LibreOffice where a test needs it and it is not there. */
export const OFFICE_MISSING =
  'LibreOffice is not installed. Debian, Ubuntu: apt-get install -y libreoffice-writer-nogui; elsewhere install it from libreoffice.org, or name soffice in SOFFICE.';

/** LibreOffice for the tests; `undefined` when the machine has none. */
export function findOffice(): string | undefined {
  return PLACES.find((place) => place !== '' && existsSync(place));
}

/** Installs Debian's LibreOffice Writer where there is none and this user may install it. */
export function ensureOffice(say: (text: string) => void): string | undefined {
  const found = findOffice();
  if (found || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return found;
  say('No LibreOffice here: installing Debian’s LibreOffice Writer (once, a few minutes) …');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  // Liberation has the widths of Times New Roman, so that pages break as they do in Word.
  const packages = ['libreoffice-writer-nogui', 'fonts-liberation'];
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  return findOffice();
}
