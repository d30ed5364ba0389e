import pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import { mustFind } from '../ground/must-find.js';

/**
 * Copies of real rows, each with a name and a next due time of its own and every twentieth with an alert, until so many live shipments stand in the list. Only the
 * shipment's row is copied: the list reads no other. Answers how many are live.
 */
export async function multiplyShipments(
  ownerUrl: string,
  sources: readonly ShipmentId[],
  wanted: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(copy, [sources, Math.max(0, wanted - (await liveIn(client)))]);
    await client.query('vacuum (analyze) cellrelay.shipment');
    return await liveIn(client);
  } finally {
    await client.end();
  }
}

async function liveIn(client: pg.Client): Promise<number> {
  const found = await client.query<{ count: number }>(
    'select count(*)::integer as count from cellrelay.shipment where live',
  );
  return mustFind(found.rows, 0).count;
}

const alert = `case when n % 20 = 0 then ' view:urgent' else '' end`;

const copy = `
insert into cellrelay.shipment
  (id, revision, last_hash, fold_version, state, live, example, reference, severity, next_due_at, search_text, view, created_at, updated_at)
select made.id, s.revision, s.last_hash, s.fold_version, s.state, s.live, s.example, made.reference, case when n % 20 = 0 then 1 + n / 20 % 3 else 0 end,
  s.next_due_at + (n * 7919 % 40320) * interval '1 minute', replace(s.search_text, lower(s.reference), lower(made.reference)) || ${alert},
  replace(replace(s.view::text, s.reference, made.reference), s.id::text, made.id::text)::json, s.created_at, s.updated_at
from generate_series(1, $2::integer) n
cross join lateral (select gen_random_uuid() as id, 'CO-26-' || lpad(n::text, 5, '0') as reference) made
join cellrelay.shipment s on s.id = ($1::uuid[])[1 + n % cardinality($1::uuid[])]`;
