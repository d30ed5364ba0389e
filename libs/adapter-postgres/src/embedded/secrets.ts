import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { messageOf } from '@cellrelay/kernel';
import { readIfThere, writeDurably } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-errors.js';

/** The passwords of the packaged server's roles. They live in one file that only its owner may read. */
export interface Secrets {
  readonly admin: string;
  readonly owner: string;
  readonly api: string;
  readonly worker: string;
}

const ROLES = ['admin', 'owner', 'api', 'worker'] as const;

/**
 * Reads the passwords of a data folder, or makes them at random (192 bits each). They are on the disk before anything is given them.
 *
 * @throws EmbeddedPostgresError `secrets-unreadable`
 */
export function secretsOf(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'database-passwords.json');
  const kept = readSecrets(file);
  if (kept !== undefined) return kept;
  const made: Secrets = { admin: password(), owner: password(), api: password(), worker: password() };
  writeDurably(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

function password(): string {
  return randomBytes(24).toString('hex');
}

function readSecrets(file: string): Secrets | undefined {
  try {
    const text = readIfThere(file);
    if (text === undefined) return undefined;
    const parsed: unknown = JSON.parse(text);
    if (isSecrets(parsed)) return parsed;
    throw new Error('it does not hold the four passwords');
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'secrets-unreadable',
      `The passwords of the database in ${file} cannot be read (${messageOf(cause)}). ` +
        'Delete the file to have new ones made; no data is lost by that.',
      { cause },
    );
  }
}

function isSecrets(value: unknown): value is Secrets {
  if (typeof value !== 'object' || value === null) return false;
  const held: Readonly<Record<string, unknown>> = { ...value };
  return ROLES.every((role) => /^[0-9a-f]{48}$/.test(String(held[role])));
}
