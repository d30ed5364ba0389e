import { open } from 'node:fs/promises';
import path from 'node:path';

/**
 * A new file for its owner alone to read, which a loss of power takes away no more once this has ended: its name is kept by the folder, which fsync(2) of a file does not
 * write.
 */
export async function writtenToDisk(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await folderToDisk(path.dirname(file));
}

/** What names files have in that folder is on the disk once this has ended. */
export async function folderToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
