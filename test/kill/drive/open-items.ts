import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { BellRequest } from '@cellrelay/use-cases';

/** The item of a shipment that rings first, and whether anybody has one of that shipment's items. */
export interface FirstItem {
  readonly shipment: ShipmentId;
  readonly bell: Omit<BellRequest, 'dueAt' | 'waitMs'>;
  readonly ringsAtMs: number;
  readonly isLeased: boolean;
}

/** In the order in which an undisturbed replay rings them: by due time, then by key. A wait after a failure, which is none here, takes no item out of its turn. */
const first = `
select distinct on (shipment) shipment, id, revision, stage, does,
  (extract(epoch from due_at) * 1000)::float8 as rings_at_ms,
  bool_or(coalesce(lease_until > cellrelay.wall_clock(), false)) over (partition by shipment) as leased
from cellrelay.agenda_item
where closed_at is null and parked_at is null and does <> 'stand'
order by shipment, due_at, key`;

interface FirstRow extends Omit<BellRequest, 'dueAt' | 'waitMs'> {
  readonly shipment: ShipmentId;
  readonly rings_at_ms: number;
  readonly leased: boolean;
}

/** The first item of each shipment that has one. */
export async function firstItems(pool: pg.Pool): Promise<ReadonlyMap<ShipmentId, FirstItem>> {
  const { rows } = await pool.query<FirstRow>({ name: 'kill-first-items', text: first });
  return new Map(
    rows.map(({ shipment, rings_at_ms, leased, ...bell }) => [
      shipment,
      { shipment, bell, ringsAtMs: rings_at_ms, isLeased: leased },
    ]),
  );
}
