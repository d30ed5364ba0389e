import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { spreadOf, type Spread } from '../figures.js';

const writes = 100;

/** How long this disk takes to have 8 kB safe, in milliseconds: no durable command can be quicker. */
export function probeFsync(folder: string): Spread {
  const file = path.join(folder, 'fsync-probe');
  const fd = openSync(file, 'w');
  const block = Buffer.alloc(8_192, 1);
  const took = Array.from({ length: writes }, (_, at) => {
    const began = performance.now();
    writeSync(fd, block, 0, block.length, at * block.length);
    fdatasyncSync(fd);
    return performance.now() - began;
  });
  closeSync(fd);
  rmSync(file);
  return spreadOf(took);
}
