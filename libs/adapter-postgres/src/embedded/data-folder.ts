import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { messageOf } from '@cellrelay/kernel';
import { EmbeddedPostgresError } from './embedded-errors.js';
import { codeOf } from './thrown.js';

/**
 * Makes the folder (mode 0700) when it is not there, and answers with its real path. An existing folder keeps its mode: it may be somebody's home, and
 * what is secret inside has a mode of its own. The folder above must be there: a whole way of new folders is a mistyped one, and under /proc, node would
 * try to make it for ever.
 *
 * @throws EmbeddedPostgresError `data-folder-unusable`, also for a folder with things in it that are not CellRelay's
 */
export function openDataFolder(folder: string): string {
  try {
    makeUnlessThere(folder);
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (isAnothers(folder)) throw new Error('there are things in it, and none of them is CellRelay’s');
    return realpathSync(folder);
  } catch (cause) {
    throw folderUnusable(path.resolve(folder), cause);
  }
}

function makeUnlessThere(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** What every start leaves in its folder, or has in it while it lives. */
const ours = /^(postgres-is-in|database-passwords\.json|database-port|holder-\d+-[0-9a-f]+\.json)(\.[0-9a-f]+\.tmp)?$/;

/** What an empty folder may have: the mark of a disk of its own, and what a first start made before it was cut short. */
const counted = new Set(['lost+found', 'postgres']);

function isAnothers(folder: string): boolean {
  const names = readdirSync(folder).filter((name) => !counted.has(name));
  return names.length > 0 && !names.some((name) => ours.test(name));
}

/** The sentence for a data folder that cannot be used, for whatever reason the system gave. */
export function folderUnusable(folder: string, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-folder-unusable',
    `The data folder ${folder} cannot be used: ${messageOf(cause)}. Put that right, or name another in CELLRELAY_DATA.`,
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
