import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM (NIST SP 800-38D): a random nonce of 96 bits, the tag of 128, then the ciphertext. What it is `bound` to is not in it, and must be said again to open it.
 * Nonces are drawn at random: a key may seal some 2^32 times, and a person's data are not written that often.
 */
export function sealed(key: Uint8Array, bound: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  sealing.setAAD(Buffer.from(bound, 'utf8'));
  const text = Buffer.concat([sealing.update(plain), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), text]);
}

/** What was sealed. Throws where the key, what it is bound to, or a byte of it is another one. */
export function unsealed(key: Uint8Array, bound: string, kept: Uint8Array): Buffer {
  const bytes = Buffer.from(kept);
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(bound, 'utf8'));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
}
