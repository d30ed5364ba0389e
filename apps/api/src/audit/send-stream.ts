import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/**
 * Sends texts as they come, no faster than they are taken, and goes on when the handler has answered. What breaks off on the way breaks the answer off, so that
 * nobody takes half of it for the whole; `failed` is told unless it was the client who went away.
 */
export function sendStream(res: Response, texts: AsyncIterable<string>, failed: (error: unknown) => void): void {
  const left = () => res.destroyed && !res.writableFinished;
  pipeline(Readable.from(texts, { objectMode: true, highWaterMark: 1 }), res).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE' || !left()) failed(error);
    res.destroy();
  });
}
