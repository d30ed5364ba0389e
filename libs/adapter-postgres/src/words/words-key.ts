import type pg from 'pg';
import type { WordsOwner, WordsVault, WrappedKey } from '@cellrelay/use-cases';
import * as sql from './words-sql.js';

/** The key of one side's words, made where there is none; for one whom the wall lets make it. Null where there is no such shipment. */
export async function keyForWords(
  client: pg.ClientBase,
  vault: Pick<WordsVault, 'newKey'>,
  owner: WordsOwner,
): Promise<WrappedKey | null> {
  const standing = await keyOf(client, owner);
  if (standing !== null) return standing;
  const { rowCount } = await client.query(sql.shipmentLocked, [owner.shipment]);
  if (rowCount === 0) return null;
  return (await keyOf(client, owner)) ?? madeKey(client, vault, owner);
}

async function madeKey(
  client: pg.ClientBase,
  vault: Pick<WordsVault, 'newKey'>,
  owner: WordsOwner,
): Promise<WrappedKey> {
  await client.query(sql.keysInUse);
  const key = await vault.newKey(owner);
  await client.query(sql.keyMade, [key.id, owner.shipment, owner.side, key.wrappedBy, key.wrapped]);
  return key;
}

async function keyOf(client: pg.ClientBase, { shipment, side }: WordsOwner): Promise<WrappedKey | null> {
  return (await client.query<WrappedKey>(sql.keyOfSide, [shipment, side])).rows[0] ?? null;
}
