import { createPublicKey, verify } from 'node:crypto';
import type { KeyRegister, Signature, Verifier } from '@cellrelay/use-cases';

/** Checks signatures with the public halves that the register keeps, those of retired keys too: what they have signed stands. */
export class RegisterVerifier implements Verifier {
  constructor(private readonly register: Pick<KeyRegister, 'list'>) {}

  async verifies(canonicalText: string, { key, signature }: Signature): Promise<boolean> {
    const found = (await this.register.list()).find(({ id }) => id === key);
    if (found === undefined) return false;
    const text = Buffer.from(canonicalText, 'utf8');
    return verify(null, text, createPublicKey(found.publicKey), Buffer.from(signature, 'base64'));
  }
}
