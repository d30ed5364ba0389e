import {
  canonicalText,
  commitmentOf,
  saltOf,
  type OpenedText,
  type ScanVault,
  type SealedText,
  type WordsAuthor,
  type WordsOwner,
  type WordsVault,
  type WrappedKey,
} from '@cellrelay/use-cases';
import { createHash } from 'node:crypto';
import { newKeyBytes, newUuid } from '../ids/ids.js';
import { sealed, unsealed } from './sealing.js';
import { SideKeys } from './side-keys.js';

/** Seals words, and scans of papers, by keys of one shipment's side, wrapped by the keys that wrap the identities of that side; those of the operator by one of its own. */
export class FileWordsVault implements WordsVault, ScanVault {
  private readonly keys: SideKeys;

  constructor(folder: string | null) {
    this.keys = new SideKeys(folder);
  }

  newKey(owner: WordsOwner): Promise<WrappedKey> {
    return this.wrap(newKeyBytes(), newUuid(), owner);
  }

  async seal(key: WrappedKey, author: WordsAuthor, texts: readonly string[]): Promise<readonly SealedText[]> {
    const plain = await this.keys.unwrap(key, keyOf(author, key.id));
    return texts.map((text) => {
      const opened: OpenedText = { salt: saltOf(plain, author.organisation, text), text };
      const commitment = commitmentOf(opened);
      const said = Buffer.from(canonicalText(opened), 'utf8');
      return { commitment, sealed: sealed(plain, contentOf(author, commitment), said) };
    });
  }

  async open(key: WrappedKey, owner: WordsOwner, kept: readonly SealedText[]): Promise<readonly (OpenedText | null)[]> {
    const plain = await this.keys.unwrap(key, keyOf(owner, key.id));
    return kept.map((text) => opened(plain, owner, text));
  }

  async sealBytes(
    key: WrappedKey,
    owner: WordsOwner,
    { sha256, bytes }: { readonly sha256: string; readonly bytes: Uint8Array },
  ): Promise<Uint8Array> {
    return sealed(await this.keys.unwrap(key, keyOf(owner, key.id)), scanOf(owner, sha256), bytes);
  }

  async openBytes(
    key: WrappedKey,
    owner: WordsOwner,
    { sha256, sealed: kept }: { readonly sha256: string; readonly sealed: Uint8Array },
  ): Promise<Uint8Array | null> {
    const plain = await this.keys.unwrap(key, keyOf(owner, key.id));
    try {
      const bytes = unsealed(plain, scanOf(owner, sha256), kept);
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
    } catch {
      return null;
    }
  }

  async rewrapped(key: WrappedKey, owner: WordsOwner): Promise<WrappedKey> {
    return this.wrap(await this.keys.unwrap(key, keyOf(owner, key.id)), key.id, owner);
  }

  renew(side: WordsOwner['side']): Promise<{ newest: string; before: readonly string[] }> {
    return this.keys.renew(purposeOf(side));
  }

  private wrap(key: Uint8Array, id: string, owner: WordsOwner): Promise<WrappedKey> {
    return this.keys.wrap(key, { id, purpose: purposeOf(owner.side), bound: keyOf(owner, id) });
  }
}

function opened(key: Uint8Array, owner: WordsOwner, { commitment, sealed: kept }: SealedText): OpenedText | null {
  try {
    const found = JSON.parse(unsealed(key, contentOf(owner, commitment), kept).toString('utf8')) as OpenedText;
    return commitmentOf(found) === commitment ? found : null;
  } catch {
    return null;
  }
}

/** Named as those of identities: one renewal of a side's keys renews them for both. */
function purposeOf(side: WordsOwner['side']): string {
  return `identity-${side}`;
}

function contentOf({ shipment, side }: WordsOwner, commitment: string): string {
  return canonicalText({ type: 'cellrelay-words', version: 1, shipment, side, commitment });
}

function scanOf({ shipment, side }: WordsOwner, sha256: string): string {
  return canonicalText({ type: 'cellrelay-scan', version: 1, shipment, side, sha256 });
}

function keyOf({ shipment, side }: WordsOwner, id: string): string {
  return canonicalText({ type: 'cellrelay-words-key', version: 1, id, shipment, side });
}
