import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { textOf } from '../error-text.js';
import { BackupError } from './backup-errors.js';
import { longestFrame } from './format.js';

export interface Frame {
  readonly letter: string;
  readonly payload: Buffer;
}

/**
 * The frames of a backup, one after the other.
 *
 * @throws BackupError `not-a-backup` or `damaged`
 */
export async function* readFrames(file: string): AsyncGenerator<Frame> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of unzipped(file)) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (let next = frameIn(pending, file); next !== undefined; next = frameIn(pending, file)) {
      pending = pending.subarray(5 + next.payload.length);
      yield next;
    }
  }
  if (pending.length > 0) throw damaged(file, 'it ends within a frame');
}

function frameIn(bytes: Buffer, file: string): Frame | undefined {
  if (bytes.length < 5) return undefined;
  const length = bytes.readUInt32BE(1);
  if (length > longestFrame) throw damaged(file, `a frame of ${length} bytes`);
  if (bytes.length < 5 + length) return undefined;
  return { letter: bytes.toString('latin1', 0, 1), payload: bytes.subarray(5, 5 + length) };
}

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const stream = createGunzip();
  pipeline(createReadStream(file), stream, () => undefined);
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (textOf(error, 'code').startsWith('Z_')) throw damaged(file, 'it is no whole gzip file', error);
    throw error;
  }
}

/** The error for a file that is not as it was written. */
export function damaged(file: string, how: string, cause?: unknown): BackupError {
  return new BackupError('damaged', `${file} is damaged (${how}). Nothing was changed. Use another backup.`, { cause });
}
