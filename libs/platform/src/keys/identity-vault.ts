import { canonicalText, type IdentityVault, type Side, type Whose, type WrappedKey } from '@cellrelay/use-cases';
import { newKeyBytes, newUuid } from '../ids/ids.js';
import { sealed, unsealed } from './sealing.js';
import { SideKeys } from './side-keys.js';

/**
 * Seals identities by keys of the persons', wrapped by keys of the sides' that lie as files in that folder. They are read each time: one that was taken away or renewed by
 * another process counts at once. The first of a side is made when it is needed.
 */
export class FileIdentityVault implements IdentityVault {
  private readonly keys: SideKeys;

  constructor(folder: string | null) {
    this.keys = new SideKeys(folder);
  }

  newKey(whose: Whose): Promise<WrappedKey> {
    return this.wrap(newKeyBytes(), newUuid(), whose);
  }

  async seal(key: WrappedKey, whose: Whose, { revision, text }: { revision: number; text: string }): Promise<Buffer> {
    return sealed(await this.unwrap(key, whose), contentOf(whose, revision), Buffer.from(text, 'utf8'));
  }

  async open(
    key: WrappedKey,
    whose: Whose,
    kept: { readonly revision: number; readonly sealed: Uint8Array },
  ): Promise<string> {
    return unsealed(await this.unwrap(key, whose), contentOf(whose, kept.revision), kept.sealed).toString('utf8');
  }

  async rewrapped(key: WrappedKey, whose: Whose): Promise<WrappedKey> {
    return this.wrap(await this.unwrap(key, whose), key.id, whose);
  }

  renew(side: Side): Promise<{ newest: string; before: readonly string[] }> {
    return this.keys.renew(purposeOf(side));
  }

  private wrap(key: Uint8Array, id: string, whose: Whose): Promise<WrappedKey> {
    return this.keys.wrap(key, { id, purpose: purposeOf(whose.side), bound: keyOf(whose, id) });
  }

  private unwrap(key: WrappedKey, whose: Whose): Promise<Buffer> {
    return this.keys.unwrap(key, keyOf(whose, key.id));
  }
}

function purposeOf(side: Side): string {
  return `identity-${side}`;
}

function contentOf({ shipment, side, subject }: Whose, revision: number): string {
  return canonicalText({ type: 'cellrelay-identity', version: 1, shipment, side, subject, revision });
}

function keyOf({ shipment, side, subject }: Whose, id: string): string {
  return canonicalText({ type: 'cellrelay-identity-key', version: 1, id, shipment, side, subject });
}
