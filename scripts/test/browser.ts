import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where browsers of the Chromium family live; `CHROMIUM` names another. */
const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser for the tests; `undefined` when the machine has none. */
export function findBrowser(): string | undefined {
  return PLACES.find((place) => place !== '' && existsSync(place));
}

/** Installs Debian's Chromium where there is no browser and this user may install one. */
export function ensureBrowser(say: (text: string) => void): string | undefined {
  const found = findBrowser();
  if (found || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return found;
  say('No browser here: installing Debian’s Chromium (once, a few minutes) …');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core');
  return findBrowser();
}
