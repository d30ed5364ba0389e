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
  const folder = await open(path.dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}
