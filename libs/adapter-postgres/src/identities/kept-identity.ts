import {
  IdentitiesClosed,
  identityRecord,
  type IdentityFields,
  type IdentityVault,
  type Whose,
  type WrappedKey,
} from '@cellrelay/use-cases';

/** One person's row, with their key. */
export interface Kept {
  readonly id: string;
  readonly revision: number;
  readonly sealed: Buffer | null;
  readonly key: string | null;
  readonly wrappedBy: string | null;
  readonly wrapped: Buffer | null;
}

/** What it says; null once it is erased. What cannot be read because its key is missing is an error. */
export async function openedIdentity(vault: IdentityVault, row: Kept, whose: Whose): Promise<IdentityFields | null> {
  if (row.sealed === null) return null;
  const key = keyOf(row);
  if (key === undefined) throw new IdentitiesClosed('keys-missing');
  const text = await vault.open(key, whose, { revision: row.revision, sealed: row.sealed });
  return identityRecord.parse(JSON.parse(text));
}

/** The key that is in the database, if it is. */
export function keyOf(row: Kept | undefined): WrappedKey | undefined {
  if (row === undefined) return undefined;
  const { key, wrappedBy, wrapped } = row;
  return key === null || wrappedBy === null || wrapped === null ? undefined : { id: key, wrappedBy, wrapped };
}
