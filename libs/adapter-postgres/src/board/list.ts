import type pg from 'pg';
import { ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { ListFilter, ListedShipment, OwnShipments, ListPaging, PageOf, SharedListed } from '@cellrelay/use-cases';
import { withoutNul } from '../plain-text.js';
import { Conditions } from './conditions.js';
import { standingIn } from './own.js';
import { cursorOf, forms, placeOf } from './cursor.js';

/** A row of the page beside the count of all: one statement, so that both are of one moment. On an empty page, the count alone. */
type ListRow = { readonly total: number } & (PlacedShipment | { readonly shipment: null });

interface PlacedShipment extends ListedShipment {
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
  paging: ListPaging,
): Promise<Result<PageOf<ListedShipment>, Refusal>> {
  const place = placeOf(paging.cursor, [forms.number, forms.instantOrNever, forms.uuid]);
  if (!place.ok) return place;
  const wanted = passing(filter);
  const counted = wanted.text;
  if (place.value !== null)
    wanted.add(`(-severity, ${nextDue}, id) > (-?::integer, ?::timestamptz, ?::uuid)`, ...place.value);
  const found = await pool.query<ListRow>(
    `with counted as (select count(*)::integer as total from cellrelay.shipment where ${counted}),
     page as (
       select id as shipment, revision, ${filter.own === undefined ? 'view' : 'shared_view'} as row, severity, ${nextDueText} as next_due, ${nextDue} as due from cellrelay.shipment
       where ${wanted.text} order by -severity, ${nextDue}, id limit ${wanted.parameter(paging.limit + 1)} offset ${wanted.parameter(paging.skip ?? 0)})
     select total, shipment, revision, row, severity, next_due from counted left join page on true order by -severity, due, shipment`,
    wanted.values,
  );
  return ok(pageOf(found.rows, paging.limit));
}

function pageOf(rows: readonly ListRow[], limit: number): PageOf<ListedShipment> {
  const found = rows.filter((row) => row.shipment !== null);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ shipment, revision, row }) => ({ shipment, revision, row })),
    next: last === undefined ? null : cursorOf([last.severity, last.next_due, last.shipment]),
    total: rows[0]?.total ?? 0,
  };
}

function passing(filter: ListFilter): Conditions {
  const wanted = new Conditions()
    .add('live = ?', filter.live)
    .add('example = ?', filter.example)
    .add('severity >= ?', filter.minSeverity)
    // As a word of its own, whatever else the text holds that they may not look for.
    .add(`position(? in ' ' || search_text || ' ') > 0`, filter.grid && ` ${filter.grid.toLowerCase()} `);
  const words = withoutNul(filter.search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = filter.own === undefined ? 'search_text' : 'shared_search';
  return words.reduce((all, word) => all.add(`position(? in ${text}) > 0`, word), standingIn(wanted, 'id', filter.own));
}

const rows = `
select s.id as shipment, s.revision, s.view as row, s.shared_view as shared,
  (select coalesce(json_agg(json_build_object('part', p.part, 'holder', p.holder)), '[]'::json) from cellrelay.shipment_part p where p.shipment = s.id) as holders
from cellrelay.shipment s where s.id = any ($1::uuid[])`;

/** The rows of these shipments, with who else sees them. */
export async function rowsOf(pool: pg.Pool, shipments: readonly ShipmentId[]): Promise<readonly SharedListed[]> {
  return (await pool.query<SharedListed>({ name: 'board-rows', text: rows, values: [shipments] })).rows;
}

/** The ids of the shipments in which somebody stands. */
export async function ownIds(pool: pg.Pool, { holder, parts }: OwnShipments): Promise<readonly ShipmentId[]> {
  const text = 'select distinct shipment from cellrelay.shipment_part where holder = $1 and part = any ($2::text[])';
  const found = await pool.query<{ shipment: ShipmentId }>(text, [withoutNul(holder), parts]);
  return found.rows.map(({ shipment }) => shipment);
}
