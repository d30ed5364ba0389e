import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cloneFolder } from '../where.js';

/**
 * Writes a generated file of the clone, or with `--check` compares it and writes nothing. Answers the exit code: 1 when it is not what
 * the generator would write.
 */
export function writeOrCheck(file: string, wanted: string, args: readonly string[]): number {
  const at = path.join(cloneFolder(), file);
  const check = args.includes('--check');
  if (!check) writeFileSync(at, wanted);
  const same = readOrNull(at) === wanted;
  console.log(
    same ? `${file} is current` : `${file} is not what the generator writes; run the command without --check`,
  );
  return same ? 0 : 1;
}

/** The text of a file of the clone, or nothing when there is none. */
export function readOrNull(at: string): string | null {
  try {
    return readFileSync(at, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
