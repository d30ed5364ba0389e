import type pg from 'pg';
import { verify } from '@cellrelay/adapter-postgres';
import { pause } from '@cellrelay/platform';
import { derivations } from '../../../apps/ops/src/stack/folding.js';
import { quickLeases } from '../process/quick.js';

const open = `
select key, parked_at is not null as parked from cellrelay.agenda_item
where closed_at is null and (parked_at is not null or lease_until > cellrelay.wall_clock())`;

/** Items that are left leased once every lease of a dead process must have run out, or parked. */
export async function leftOver(pool: pg.Pool): Promise<readonly string[]> {
  let found: readonly { readonly key: string; readonly parked: boolean }[] = [];
  for (let waitedMs = 0; waitedMs <= quickLeases.leaseMs * 2; waitedMs += 100) {
    found = (await pool.query<{ key: string; parked: boolean }>(open)).rows;
    if (found.every(({ parked }) => parked)) break;
    await pause(100);
  }
  return found.map(({ key, parked }) => `${key} is left ${parked ? 'parked' : 'leased'}`);
}

/** What `ops verify` would find. */
export async function verifyFindings(pool: pg.Pool, shipments: number): Promise<readonly string[]> {
  const found = await verify(pool, derivations);
  return [
    ...(found.shipments === shipments ? [] : [`verify saw ${found.shipments} shipments, not ${shipments}`]),
    ...found.differences.map(({ shipment, what, at, sentence }) => `verify: ${shipment} ${what} ${at}: ${sentence}`),
  ];
}
