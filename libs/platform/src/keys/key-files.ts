import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { newKeyBytes } from '../ids/ids.js';
import { refuse } from '../refusal/refused-error.js';
import { writtenToDisk } from './written-to-disk.js';

/** A key in a file of its own: `identity-donor-2-9f86d081.key` is the second of that purpose, and the end of its name tells its content. */
export interface KeyFile {
  readonly name: string;
  readonly number: number;
}

/** Without a folder there is nothing that could be sealed, opened or signed, and whoever runs it has to say where keys are to lie. */
export function folderOrRefuse(folder: string | null): string {
  const sentence =
    'There is no folder for keys: on a PostgreSQL of your own, set CELLRELAY_KEYS to one that is kept apart from the database’s backups.';
  return folder ?? refuse({ code: 'keys-missing', sentence, allowed: ['CELLRELAY_KEYS'] });
}

/** The keys of that purpose, oldest first. */
export async function keyFilesIn(folder: string, purpose: string): Promise<readonly KeyFile[]> {
  const names = await readdir(folder).catch(noneYet);
  return names
    .flatMap((file): KeyFile[] => {
      const found = /^(.+)-(\d{1,6})-[0-9a-f]{8}\.key$/.exec(file);
      return found?.[1] === purpose ? [{ name: file.slice(0, -'.key'.length), number: Number(found[2]) }] : [];
    })
    .sort((one, other) => one.number - other.number || (one.name < other.name ? -1 : 1));
}

/** Makes the next key of that purpose: 256 random bits, on the disk before anything is wrapped by it, for its owner alone to read. */
export async function makeKeyFile(folder: string, purpose: string): Promise<KeyFile> {
  await mkdir(folder, { mode: 0o700, recursive: true });
  const number = ((await keyFilesIn(folder, purpose)).at(-1)?.number ?? 0) + 1;
  const key = newKeyBytes();
  const name = `${purpose}-${number}-${fingerprintOf(key)}`;
  await writtenToDisk(path.join(folder, `${name}.key`), `${key.toString('base64')}\n`);
  return { name, number };
}

/** The key in that file. Refuses when it is not there, or is not the one that its name tells. */
export async function keyIn(folder: string, name: string): Promise<Buffer> {
  const text = await readFile(path.join(folder, `${name}.key`), 'utf8').catch(() => undefined);
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length === 32 && name.endsWith(fingerprintOf(key))) return key;
  const sentence = `The key ${name} is not in the folder of keys, or is not what its name says. Bring it back from where keys are kept: what it opens cannot be read without it.`;
  return refuse({ code: 'keys-missing', sentence });
}

function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

function noneYet(error: unknown): readonly string[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}
