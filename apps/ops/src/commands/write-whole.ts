import { createWriteStream, existsSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '@cellrelay/platform';

/**
 * Writes texts into a file that appears under its name when it is whole and on the disk; only its owner may read it. What is there already is not written over.
 * Answers how many bytes it has.
 */
export async function writeWhole(file: string, texts: AsyncIterable<string>): Promise<number> {
  if (existsSync(file)) refuse({ code: 'file-exists', sentence: `${file} exists already: name another file.` });
  const partial = `${file}.${process.pid}.partial`;
  try {
    const out = createWriteStream(partial, { mode: 0o600, flags: 'wx' });
    await pipeline(Readable.from(texts, { highWaterMark: 1 }), out);
    const handle = await open(partial, 'r');
    await handle.sync().finally(() => handle.close());
    await link(partial, file);
    return out.bytesWritten;
  } finally {
    await rm(partial, { force: true });
  }
}
