import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { WordsSide } from '@cellrelay/shipment';
import type { IdentityVault, WordsVault, WrappedKey } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { inTransaction, withClient } from '../client.js';
import { seeingAll } from './behind-the-wall.js';

interface KeyRow {
  readonly id: string;
  readonly shipment: ShipmentId;
  readonly subject: string;
  readonly wrappedBy: string;
  readonly wrapped: Buffer;
}

/** What wraps the keys of a side. */
export interface Vaults {
  readonly identities: IdentityVault;
  readonly words: WordsVault;
}

const ofPersons = `
select id, shipment, subject, wrapped_by as "wrappedBy", wrapped from cellrelay.identity_key where side = $1 for update`;
const ofWords = `select id, shipment, wrapped_by as "wrappedBy", wrapped from cellrelay.words_key where side = $1 for update`;

/**
 * Makes a new key for that side and wraps by it every key of its persons and of what was written for it; the data stay as they are. What an earlier backup of keys holds opens as long
 * as the former key is kept somewhere, and not longer.
 *
 * @returns the new key's name, the names of those before, and how many were wrapped anew
 * @throws BackupError `not-the-owner`
 */
export async function renewKeys(
  ownerUrl: string,
  vaults: Vaults,
  side: WordsSide,
): Promise<{ readonly newest: string; readonly before: readonly string[]; readonly keys: number }> {
  return withClient(ownerUrl, (client) =>
    inTransaction(client, 'begin', async () => {
      await seeingAll(client);
      // Nobody is recorded, and nothing written, by the former key meanwhile.
      await client.query('lock table cellrelay.identity_key, cellrelay.words_key in share row exclusive mode');
      const { newest, before } = await vaults.words.renew(side);
      const keys = (await personsWrapped(client, vaults, side)) + (await wordsWrapped(client, vaults, side));
      await appendAudit(client, { kind: 'identity-keys-renewed', by: null, about: newest, data: { keys } });
      return { newest, before, keys };
    }),
  );
}

async function personsWrapped(client: pg.ClientBase, { identities }: Vaults, side: WordsSide): Promise<number> {
  if (side === 'operator') return 0;
  const { rows } = await client.query<KeyRow>(ofPersons, [side]);
  for (const { shipment, subject, ...key } of rows)
    await wrappedAs(client, 'identity_key', await identities.rewrapped(key, { shipment, side, subject }));
  return rows.length;
}

async function wordsWrapped(client: pg.ClientBase, { words }: Vaults, side: WordsSide): Promise<number> {
  const { rows } = await client.query<Omit<KeyRow, 'subject'>>(ofWords, [side]);
  for (const { shipment, ...key } of rows)
    await wrappedAs(client, 'words_key', await words.rewrapped(key, { shipment, side }));
  return rows.length;
}

function wrappedAs(client: pg.ClientBase, table: string, { id, wrappedBy, wrapped }: WrappedKey): Promise<unknown> {
  return client.query(`update cellrelay.${table} set wrapped_by = $2, wrapped = $3 where id = $1`, [
    id,
    wrappedBy,
    wrapped,
  ]);
}
