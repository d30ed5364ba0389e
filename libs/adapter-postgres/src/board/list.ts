import type pg from 'pg';
import { ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { ListFilter, ListedShipment, PageOf, Paging } from '@cellrelay/use-cases';
import { withoutNul } from '../plain-text.js';
import { Conditions } from './conditions.js';
import { cursorOf, forms, placeOf } from './cursor.js';

interface ListRow extends ListedShipment {
  readonly severity: number;
  readonly next_due: string;
}

/** As the index has it: without a next item a shipment comes last. */
const nextDue = `coalesce(next_due_at, 'infinity')`;
const nextDueText = `case when next_due_at is null then 'infinity' else to_char(next_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`;

/** A page of the list, and how many there are. Worst alert first, then the earliest next item, then by id so that the order is total. */
export async function listShipments(
  pool: pg.Pool,
  filter: ListFilter,
  paging: Paging,
): Promise<Result<PageOf<ListedShipment>, Refusal>> {
  const place = placeOf(paging.cursor, [forms.number, forms.instantOrNever, forms.uuid]);
  if (!place.ok) return place;
  const wanted = passing(filter);
  const counted = await pool.query<{ total: number }>(
    `select count(*)::integer as total from cellrelay.shipment where ${wanted.text}`,
    wanted.values,
  );
  if (place.value !== null)
    wanted.add(`(-severity, ${nextDue}, id) > (-?::integer, ?::timestamptz, ?::uuid)`, ...place.value);
  const found = await pool.query<ListRow>(
    `select id as shipment, revision, view as row, severity, ${nextDueText} as next_due from cellrelay.shipment
     where ${wanted.text} order by -severity, ${nextDue}, id limit ${wanted.parameter(paging.limit + 1)}`,
    wanted.values,
  );
  return ok(pageOf(found.rows, paging.limit, counted.rows[0]?.total ?? 0));
}

function pageOf(rows: readonly ListRow[], limit: number, total: number): PageOf<ListedShipment> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ shipment, revision, row }) => ({ shipment, revision, row })),
    next: last === undefined ? null : cursorOf([last.severity, last.next_due, last.shipment]),
    total,
  };
}

function passing(filter: ListFilter): Conditions {
  const wanted = new Conditions()
    .add('live = ?', filter.live)
    .add('example = ?', filter.example)
    .add('severity >= ?', filter.minSeverity);
  const words = withoutNul(filter.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.reduce((all, word) => all.add('position(? in search_text) > 0', word), wanted);
}

/** The rows of these shipments. */
export async function rowsOf(pool: pg.Pool, shipments: readonly ShipmentId[]): Promise<readonly ListedShipment[]> {
  const text = 'select id as shipment, revision, view as row from cellrelay.shipment where id = any ($1::uuid[])';
  return (await pool.query<ListedShipment>({ name: 'board-rows', text, values: [shipments] })).rows;
}
