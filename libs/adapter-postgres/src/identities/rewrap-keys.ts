import type { ShipmentId } from '@cellrelay/kernel';
import type { IdentityVault, Side } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { inTransaction, withClient } from '../client.js';
import { seeingAll } from './behind-the-wall.js';

interface KeyRow {
  readonly id: string;
  readonly shipment: ShipmentId;
  readonly subject: string;
  readonly wrapped_by: string;
  readonly wrapped: Buffer;
}

const ofSide =
  'select id, shipment, subject, wrapped_by, wrapped from cellrelay.identity_key where side = $1 for update';
const wrapped = 'update cellrelay.identity_key set wrapped_by = $2, wrapped = $3 where id = $1';

/**
 * Makes a new key for that side and wraps every person's key by it; the data stay as they are. What an earlier backup of keys holds opens as long as the former key is kept
 * somewhere, and not longer.
 *
 * @returns the new key's name, the names of those before, and how many were wrapped anew
 * @throws BackupError `not-the-owner`
 */
export async function renewKeys(
  ownerUrl: string,
  vault: IdentityVault,
  side: Side,
): Promise<{ readonly newest: string; readonly before: readonly string[]; readonly keys: number }> {
  return withClient(ownerUrl, (client) =>
    inTransaction(client, 'begin', async () => {
      await seeingAll(client);
      // Nobody records a person by the former key meanwhile.
      await client.query('lock table cellrelay.identity_key in share row exclusive mode');
      const { newest, before } = await vault.renew(side);
      const { rows } = await client.query<KeyRow>(ofSide, [side]);
      for (const { id, shipment, subject, ...row } of rows) {
        const anew = await vault.rewrapped(
          { id, wrappedBy: row.wrapped_by, wrapped: row.wrapped },
          { shipment, side, subject },
        );
        await client.query(wrapped, [id, anew.wrappedBy, anew.wrapped]);
      }
      await appendAudit(client, {
        kind: 'identity-keys-renewed',
        by: null,
        about: newest,
        data: { keys: rows.length },
      });
      return { newest, before, keys: rows.length };
    }),
  );
}
