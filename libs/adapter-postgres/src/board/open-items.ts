import type pg from 'pg';
import { ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { ItemFilter, OpenItem, PageOf, Paging } from '@cellrelay/use-cases';
import { Conditions } from './conditions.js';
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
  const counted = await pool.query<{ total: number }>(
    `select count(*)::integer as total from cellrelay.agenda_item i where ${wanted.text}`,
    wanted.values,
  );
  if (place.value !== null) wanted.add('(i.due_at, i.id) > (?::timestamptz, ?::bigint)', ...place.value);
  const found = await pool.query<OpenItem>(
    `select i.id, i.shipment, i.revision, i.obligation, i.attempts, case when i.parked_at is not null then coalesce(i.last_error, '') end as parked, s.view as row
     from cellrelay.agenda_item i join cellrelay.shipment s on s.id = i.shipment
     where ${wanted.text} order by i.due_at, i.id limit ${wanted.parameter(paging.limit + 1)}`,
    wanted.values,
  );
  const shown = found.rows.slice(0, paging.limit);
  const last = found.rows.length > paging.limit ? shown.at(-1) : undefined;
  return ok({
    items: shown,
    next: last === undefined ? null : cursorOf([last.obligation.dueAt, last.id]),
    total: counted.rows[0]?.total ?? 0,
  });
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
  return filter.tasks === true ? wanted.add('(i.offered or i.parked_at is not null)') : wanted;
}
