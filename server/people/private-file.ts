import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Makes a folder that its owner alone may enter. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/**
 * Replaces a file as a whole, readable by its owner alone: whoever reads it, or pulls the plug,
 * finds the old text or the new one and never a part.
 */
export async function writePrivately(file: string, text: string): Promise<void> {
  await makePrivateFolder(path.dirname(file));
  const next = `${file}.${process.pid}.next`;
  try {
    const handle = await open(next, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // An older file of that name keeps its rights when it is opened.
    await chmod(next, 0o600);
    await rename(next, file);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}
