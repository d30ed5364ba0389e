import type { Instant } from '@cellrelay/kernel';

/** A signature (Ed25519, RFC 8032, as base64) over the UTF-8 of a canonical text, and the id of the key that made it. */
export interface Signature {
  readonly key: string;
  readonly signature: string;
}

/**
 * What signs. There is one for everything that is signed here: it signs a statement in its canonical form (`statement.ts`), and nothing else. Refuses with
 * `keys-missing` where no folder of keys is set, and with `signing-key-missing` where there is no key in use or its private half is not in the folder.
 */
export interface Signer {
  /** The id of the key in use. */
  key(): Promise<string>;
  sign(canonicalText: string): Promise<Signature>;
  /** Refuses what `sign` would refuse now, and does nothing else. */
  ready(): Promise<void>;
}

/** What checks signatures: against the key of that id in the register, in use or retired. What no key of the register has signed is not verified. */
export interface Verifier {
  verifies(canonicalText: string, { key, signature }: Signature): Promise<boolean>;
}

/** A key of the register: its public half, and since when and until when it was in use. */
export interface SigningKey {
  /** SHA-256, in lower-case hexadecimal, of the public key as DER (SPKI). */
  readonly id: string;
  /** As PEM (SPKI). */
  readonly publicKey: string;
  readonly from: Instant;
  /** Null: in use. */
  readonly retiredAt: Instant | null;
}

/** The register of keys. Those that were retired stay: what they have signed is checked with them for good. */
export interface KeyRegister {
  current(): Promise<SigningKey | null>;
  /** The newest first. */
  list(): Promise<readonly SigningKey[]>;
  /** Takes a key up and retires the one before, both on the audit record, in one transaction. */
  takeUp(key: Pick<SigningKey, 'id' | 'publicKey'>): Promise<void>;
}
