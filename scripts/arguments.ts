import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

// Whoever reads our output may stop early (`| head`); that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/**
 * Reads command-line arguments; a wrong one prints what is known and ends with exit code 2,
 * so that a typing mistake never runs something else.
 */
export function readArguments<const T extends ParseArgsOptionsConfig>(options: T, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Ends the script with a message and exit code 2. */
export function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
