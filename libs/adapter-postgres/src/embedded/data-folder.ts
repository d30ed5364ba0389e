import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-errors.js';
import { codeOf, sayingOf } from './thrown.js';

/**
 * Makes the folder (mode 0700) when it is not there, and answers with its real path. An existing folder keeps its mode: it may be somebody's home, and
 * what is secret inside has a mode of its own.
 *
 * @throws EmbeddedPostgresError `data-folder-unusable`
 */
export function openDataFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (cause) {
    throw folderUnusable(path.resolve(folder), cause);
  }
}

/** The sentence for a data folder that cannot be used, for whatever reason the system gave. */
export function folderUnusable(folder: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-folder-unusable',
    `The data folder ${folder} cannot be used: ${sayingOf(cause)}. Put that right, or name another in CELLRELAY_DATA.`,
    { cause },
  );
}

/** The text of a file, or undefined when there is no such file. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces a file (mode 0600) whole or not at all, and has it on the disk before it answers: a reader, or a start after a power cut, never sees half. */
export function writeDurably(file: string, text: string): void {
  const making = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const fd = openSync(making, 'wx', 0o600);
    try {
      writeSync(fd, text);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(making, file);
  } catch (error) {
    rmSync(making, { force: true });
    throw error;
  }
  syncFolder(path.dirname(file));
}

/** Makes the names in a folder durable (a rename is not, until its folder is). */
export function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
