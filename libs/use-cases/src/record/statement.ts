import type { Instant } from '@cellrelay/kernel';
import { canonicalText } from '../log/chain.js';
import type { Signer } from './signing.port.js';

/**
 * What is signed, on one page.
 *
 * Everything that this project signs is a statement: a JSON object that has at least
 *
 *     type      what it states, as `cellrelay-export`: one text for each form of statement, never used for another
 *     version   of that form, a whole number from 1 on: raised whenever a member comes, goes or changes its meaning
 *     at        when it was stated (UTC, to the millisecond)
 *     key       the id of the key that signs it: SHA-256, in lower-case hexadecimal, of the public key as DER (SPKI)
 *
 * Its canonical form is canonical JSON (RFC 8785: keys sorted, no white space, numbers as ECMAScript prints them), in UTF-8. The signature is Ed25519 (RFC 8032) over
 * exactly those bytes, as base64. Both travel as they are:
 *
 *     {"signature":"<base64>","signed":"<canonical form>"}
 *
 * so that whoever checks it verifies the bytes that came, and only then reads them; nothing is put into canonical form to be checked. As the type is within the
 * signed text, a statement of one form cannot be passed off as one of another; as the key is, nobody can claim it for a key of theirs.
 */
export interface Statement {
  readonly type: string;
  readonly version: number;
  readonly at: Instant;
}

/** A statement that was signed, as it travels. */
export interface SignedStatement {
  readonly signature: string;
  readonly signed: string;
}

/** The statement in its canonical form, signed with the key in use. Throws where another key was taken up meanwhile: whoever asks again is served. */
export async function signedStatement(signer: Signer, statement: Statement): Promise<SignedStatement> {
  const key = await signer.key();
  const signed = canonicalText({ ...statement, key });
  const made = await signer.sign(signed);
  if (made.key !== key) throw new Error('another key was taken up while a statement was signed');
  return { signature: made.signature, signed };
}
