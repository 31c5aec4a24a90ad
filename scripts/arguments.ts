import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { readSettings, type Settings } from '../src/settings.ts';

// Whoever reads our output may stop early (`| head`); that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/**
 * Reads command-line arguments; a wrong one prints what is known and ends with exit code 2,
 * so that a typing mistake never runs something else. `names` is how many arguments without
 * dashes the command takes.
 */
export function readArguments<const T extends ParseArgsOptionsConfig>(
  options: T,
  usage: string,
  names = 0,
) {
  try {
    const read = parseArgs({ options, allowPositionals: true, strict: true });
    return names === 0 && read.positionals.length > 0
      ? refuse(`Không hiểu «${read.positionals.join(' ')}».\n${usage}`)
      : read;
  } catch {
    return refuse(`Không hiểu tham số: ${process.argv.slice(2).join(' ')}\n${usage}`);
  }
}

/** The settings of the environment, with what the command line says laid over them. */
export function settingsWith(given: Record<string, string | undefined> = {}): Settings {
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  // An empty one is a variable that was not set, never a wish to use the live ward.
  const empty = set.find(([, value]) => value === '');
  if (empty) refuse(`${empty[0]}: giá trị để trống.`);
  try {
    return readSettings({ ...process.env, ...Object.fromEntries(set) });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Ends the script with a message and exit code 2. */
export function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
