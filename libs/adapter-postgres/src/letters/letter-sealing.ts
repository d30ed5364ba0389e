import { fingerprint, type IdentityVault, type Side, type Whose, type WrappedKey } from '@cellrelay/use-cases';
import type { ShipmentId } from '@cellrelay/kernel';

/** Where words of a letter lie: with the side that wrote it, or with the one that it went to. */
export interface Place {
  readonly shipment: ShipmentId;
  readonly side: Side;
  readonly subject: `letter/${string}` | `received/${string}`;
  readonly version: number;
}

/** Words as they are kept. */
export interface Sealed {
  readonly key: WrappedKey;
  readonly bytes: Uint8Array;
  /** What the audit record keeps of them. */
  readonly commitment: string;
}

/**
 * What words are committed to: whoever has them, with their salt, shows that these were the words; whoever has only the commitment learns nothing of them, for the salt has 256
 * random bits. SHA-256 over the canonical JSON.
 */
export function commitmentTo(
  place: Pick<Place, 'subject' | 'version'>,
  said: { readonly salt: string; readonly text: string },
): string {
  return fingerprint({ type: 'cellrelay-letter', version: 1, of: place.subject, number: place.version, ...said });
}

/** Seals words with that salt, by the key that is there or a new one. */
export async function sealedAt(
  vault: IdentityVault,
  place: Place,
  said: { readonly salt: string; readonly text: string },
  known?: WrappedKey,
): Promise<Sealed> {
  const key = known ?? (await vault.newKey(whoseOf(place)));
  const bytes = await vault.seal(key, whoseOf(place), { revision: place.version, text: JSON.stringify(said) });
  return { key, bytes, commitment: commitmentTo(place, said) };
}

/** The words, with their salt. Throws where the key does not fit, or they were changed. */
export async function openedAt(
  vault: IdentityVault,
  place: Place,
  kept: { readonly key: WrappedKey; readonly sealed: Uint8Array },
): Promise<{ readonly salt: string; readonly text: string }> {
  const text = await vault.open(kept.key, whoseOf(place), { revision: place.version, sealed: kept.sealed });
  return JSON.parse(text) as { salt: string; text: string };
}

function whoseOf({ shipment, side, subject }: Place): Whose {
  return { shipment, side, subject };
}
