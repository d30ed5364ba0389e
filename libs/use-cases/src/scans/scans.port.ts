import type { ShipmentId } from '@cellrelay/kernel';
import type { Scan } from '@cellrelay/shipment';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { WrappedKey } from '../identity/identity-vault.port.js';
import type { WordsAuthor, WordsOwner } from '../words/words.port.js';

/** Seals the bytes of scans by the keys that seal words: what is sealed opens for the same shipment and the same bytes alone. */
export interface ScanVault {
  sealBytes(
    key: WrappedKey,
    owner: WordsOwner,
    of: { readonly sha256: string; readonly bytes: Uint8Array },
  ): Promise<Uint8Array>;
  /** Null where a byte was changed, or they are others than those of that hash. Throws where the key cannot be had, or is another's. */
  openBytes(
    key: WrappedKey,
    owner: WordsOwner,
    kept: { readonly sha256: string; readonly sealed: Uint8Array },
  ): Promise<Uint8Array | null>;
}

/** Bytes under seal, to be kept in the transaction of the command that tells of them. */
export interface SealedScan {
  readonly author: WordsAuthor;
  /** The key's id. */
  readonly key: string;
  readonly sealed: Uint8Array;
}

/** What an accepted command makes of the bytes of scans. */
export interface ScanMoves {
  /** The scan whose bytes come with the command. */
  readonly kept: string | null;
  /** Those whose bytes are deleted. */
  readonly withdrawn: readonly string[];
  /** Whom the audit record names; null: the machinery. */
  readonly by: AuditAuthor | null;
}

/** Who keeps or reads scans: the operator's people. */
export interface ScanAsking extends AuditAuthor {
  readonly shipment: ShipmentId;
}

/** Keeps the bytes of scans, and tells them. */
export interface ScanStore {
  /** Makes the key where there is none. Null where there is no such shipment. Keeps nothing: the command does. */
  seal(asking: ScanAsking, of: { readonly sha256: string; readonly bytes: Uint8Array }): Promise<SealedScan | null>;
  /**
   * The bytes of a scan that stands; whoever reads them is on the audit record before anybody is told. Null where they are not there, or are not those that were kept.
   *
   * @throws IdentitiesClosed where their key is missing
   */
  read(asking: ScanAsking, scan: Pick<Scan, 'id' | 'sha256'>): Promise<Uint8Array | null>;
}
