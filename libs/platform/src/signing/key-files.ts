import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SigningKey } from '@cellrelay/use-cases';
import { folderOrRefuse } from '../keys/key-files.js';
import { writtenToDisk } from '../keys/written-to-disk.js';
import { refuse } from '../refusal/refused-error.js';

/** The id of a key: SHA-256 of its public half as DER (SPKI), in lower-case hexadecimal. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Private keys for signing, each in a file of its own that only its owner may read. */
export class KeyFiles {
  /** `folder` is null where none is set and there is no data folder: then every use is refused. */
  constructor(private readonly folder: string | null) {}

  /** Makes a new Ed25519 key and keeps its private half, on the disk before a register can name it: of a key that is lost it could only say that it is gone. */
  async make(): Promise<Pick<SigningKey, 'id' | 'publicKey'>> {
    const folder = folderOrRefuse(this.folder);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const id = keyIdOf(publicKey);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writtenToDisk(fileOf(folder, id), String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
    return { id, publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })) };
  }

  /** The private half of that key. Refuses where it is not there, and where the file holds another one. */
  async read(id: string): Promise<KeyObject> {
    const file = fileOf(folderOrRefuse(this.folder), id);
    const key = keyIn(await readFile(file).catch(() => Buffer.alloc(0)));
    if (key !== undefined && keyIdOf(createPublicKey(key)) === id) return key;
    return refuse({
      code: 'signing-key-missing',
      sentence: `The private half of the signing key ${id.slice(0, 16)} is not in the folder of keys, or cannot be read. Put its file back, or take up another key.`,
      allowed: ['npm run ops -- signing-key rotate'],
    });
  }
}

function fileOf(folder: string, id: string): string {
  return path.join(folder, `signing-${id}.pem`);
}

function keyIn(pem: Buffer): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
