import { sign } from 'node:crypto';
import type { KeyRegister, Signature, Signer } from '@cellrelay/use-cases';
import { refuse } from '../refusal/refused-error.js';
import type { KeyFiles } from './key-files.js';

/** Signs with the key that the register has in use, whose private half lies in a file. */
export class FileSigner implements Signer {
  constructor(
    private readonly register: Pick<KeyRegister, 'current'>,
    private readonly files: KeyFiles,
  ) {}

  async key(): Promise<string> {
    const current = await this.register.current();
    if (current !== null) return current.id;
    return refuse({
      code: 'signing-key-missing',
      sentence: 'No key to sign with has been taken up yet.',
      allowed: ['npm run ops -- signing-key rotate'],
    });
  }

  async ready(): Promise<void> {
    await this.files.read(await this.key());
  }

  async sign(canonicalText: string): Promise<Signature> {
    return (await this.held()).sign(canonicalText);
  }

  /** What signs with the key that is in use now, for many texts at once: register and file are asked once. Refuses what `ready` refuses. */
  async held(): Promise<Signer> {
    const key = await this.key();
    const secret = await this.files.read(key);
    return {
      key: () => Promise.resolve(key),
      ready: () => Promise.resolve(),
      sign: (text) =>
        Promise.resolve({ key, signature: sign(null, Buffer.from(text, 'utf8'), secret).toString('base64') }),
    };
  }
}
