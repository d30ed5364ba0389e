import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { BellRequest } from '@cellrelay/use-cases';

/** A bell that may be hung. */
export interface OpenItem {
  readonly bell: Omit<BellRequest, 'dueAt' | 'waitMs'>;
  readonly ringsAtMs: number;
}

/** What of a shipment rings first. */
export interface FirstItem extends OpenItem {
  /** Whether anybody has one of the shipment's items. */
  readonly isLeased: boolean;
  /** What else is due by now. */
  readonly besides: readonly OpenItem[];
}

/** In the order in which an undisturbed replay rings them: by due time, then by key. A wait after a failure, which is none here, takes no item out of its turn. */
const firstAndDue = `
select * from (
  select shipment, id, revision, stage, does, (extract(epoch from due_at) * 1000)::float8 as rings_at_ms, due_at <= cellrelay.clock() as due,
    row_number() over (partition by shipment order by due_at, key) as place,
    bool_or(coalesce(lease_until > cellrelay.wall_clock(), false)) over (partition by shipment) as leased
  from cellrelay.agenda_item
  where closed_at is null and parked_at is null and does <> 'stand'
) as item where place = 1 or due order by shipment, place`;

interface ItemRow extends Omit<BellRequest, 'dueAt' | 'waitMs'> {
  readonly shipment: ShipmentId;
  readonly rings_at_ms: number;
  readonly leased: boolean;
}

/** The first item of each shipment that has one. */
export async function firstItems(pool: pg.Pool): Promise<ReadonlyMap<ShipmentId, FirstItem>> {
  const { rows } = await pool.query<ItemRow>({ name: 'kill-first-items', text: firstAndDue });
  const found = new Map<ShipmentId, FirstItem>();
  for (const row of rows) {
    const first = found.get(row.shipment);
    if (first === undefined) found.set(row.shipment, { ...itemOf(row), isLeased: row.leased, besides: [] });
    else found.set(row.shipment, { ...first, besides: [...first.besides, itemOf(row)] });
  }
  return found;
}

function itemOf({ id, revision, stage, does, rings_at_ms }: ItemRow): OpenItem {
  return { bell: { id, revision, stage, does }, ringsAtMs: rings_at_ms };
}
