import type pg from 'pg';
import { ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { ItemFilter, OpenItem, PageOf, Paging } from '@cellrelay/use-cases';
import { Conditions } from './conditions.js';
import { withoutNul } from '../plain-text.js';
import { standingIn } from './own.js';
import { cursorOf, forms, placeOf } from './cursor.js';

/** A page of open agenda items with their shipments' rows, the first due first. */
export async function openItems(
  pool: pg.Pool,
  filter: ItemFilter,
  paging: Paging,
): Promise<Result<PageOf<OpenItem>, Refusal>> {
  const place = placeOf(paging.cursor, [forms.instant, forms.digits]);
  if (!place.ok) return place;
  const wanted = passing(filter);
  const counted = wanted.text;
  if (place.value !== null) wanted.add('(i.due_at, i.id) > (?::timestamptz, ?::bigint)', ...place.value);
  const found = await pool.query<CountedItem>(
    `with counted as (select count(*)::integer as total from cellrelay.agenda_item i where ${counted}),
     page as (
       select i.id, i.shipment, i.revision, i.obligation, i.attempts, case when i.parked_at is not null then coalesce(i.last_error, '') end as parked, s.${filter.own === undefined ? 'view' : 'shared_view'} as row, i.due_at
       from cellrelay.agenda_item i join cellrelay.shipment s on s.id = i.shipment
       where ${wanted.text} order by i.due_at, i.id limit ${wanted.parameter(paging.limit + 1)})
     select * from counted left join page on true order by page.due_at, page.id`,
    wanted.values,
  );
  return ok(pageOf(found.rows, paging.limit));
}

/** A row of the page beside the count of all: one statement, so that both are of one moment. On an empty page, the count alone. */
type CountedItem = { readonly total: number } & (OpenItem | { readonly id: null });

function pageOf(rows: readonly CountedItem[], limit: number): PageOf<OpenItem> {
  const items = rows.filter((row) => row.id !== null).map(itemOf);
  const shown = items.slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown,
    next: last === undefined ? null : cursorOf([last.obligation.dueAt, last.id]),
    total: rows[0]?.total ?? 0,
  };
}

function itemOf({ id, shipment, revision, obligation, attempts, parked, row }: OpenItem): OpenItem {
  return { id, shipment, revision, obligation, attempts, parked, row };
}

/** What is overdue or parked is every person's task, whoever was to do it. */
function ownedBy({ tasks }: ItemFilter): string {
  return tasks === true ? `(i.owner = ? or i.does = 'stand' or i.parked_at is not null)` : 'i.owner = ?';
}

function passing(filter: ItemFilter): Conditions {
  const wanted = new Conditions()
    .add('i.closed_at is null')
    .add('i.shipment = ?', filter.shipment)
    .add(ownedBy(filter), filter.owner)
    .add('i.due_at < ?', filter.dueBefore);
  const own = standingIn(wanted, 'i.shipment', filter.own).add(
    settledBy,
    filter.own && withoutNul(filter.own.holder),
    filter.settledBy,
  );
  return filter.tasks === true ? own.add('(i.offered or i.parked_at is not null)') : own;
}

/** Looked for in what an item offers, by the part that they have in its very shipment: asked only of the few shipments in which somebody stands. */
const settledBy = `exists (select from cellrelay.shipment_part p, json_array_elements(i.obligation -> 'offers') as offer
  where p.shipment = i.shipment and p.holder = ? and p.part || ' ' || (offer ->> 'command') = any (?::text[]))`;
