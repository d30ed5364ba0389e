import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { folderOrRefuse } from '../keys/key-files.js';
import { sealed, unsealed } from '../keys/sealing.js';

/** What was sealed cannot be opened with the key that is there: another key's, another owner's, or changed. */
export class SealBroken extends Error {}

/** Encrypts small secrets that stand in the database. Each is bound to whom it is of: put beside another, it does not open. */
export interface Sealing {
  /** Refuses without a folder. */
  seal(secret: string, of: string): string;
  /** Refuses without a folder. Throws SealBroken. */
  open(sealed: string, of: string): string;
}

const keyBytes = 32;
const version = 'v1';

/** AES-256-GCM (NIST SP 800-38D) with the key of that name in the folder, made at its first use, for its owner's eyes only. */
export function sealingIn(folder: string | null, name: string): Sealing {
  const key = (): Buffer => keyIn(folderOrRefuse(folder), name);
  return {
    seal: (secret, of) => `${version}.${sealed(key(), of, Buffer.from(secret, 'utf8')).toString('base64url')}`,
    open: (kept, of) => opened(kept, of, key()),
  };
}

function opened(kept: string, of: string, key: Buffer): string {
  const [said, body = ''] = kept.split('.');
  if (said !== version) throw new SealBroken('not of a form that is known');
  try {
    return unsealed(key, of, Buffer.from(body, 'base64url')).toString('utf8');
  } catch {
    throw new SealBroken('does not open');
  }
}

function keyIn(folder: string, name: string): Buffer {
  const file = path.join(folder, `${name}.key`);
  const key = Buffer.from(readOrMake(file).trim(), 'base64');
  if (key.length !== keyBytes) throw new Error(`${file} holds no key of ${keyBytes} bytes`);
  return key;
}

function readOrMake(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
    makeKey(file);
    return readFileSync(file, 'utf8');
  }
}

/** Written whole under another name, then linked: of two processes that make it at once, both read the one that came first. */
function makeKey(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  const opened = openSync(draft, 'wx', 0o600);
  try {
    writeSync(opened, `${randomBytes(keyBytes).toString('base64')}\n`);
    fsyncSync(opened);
    chmodSync(draft, 0o600);
    linkSync(draft, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    closeSync(opened);
    rmSync(draft, { force: true });
  }
}
