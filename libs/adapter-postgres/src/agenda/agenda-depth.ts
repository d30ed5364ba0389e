import type pg from 'pg';
import type { AgendaDepth } from '@cellrelay/use-cases';
import { transaction } from '../pool.js';

/** So many items of one kind are counted at most: after an outage it matters that there are many, not how many. */
const mostCounted = 100_000;
const depthWithinMs = 2_000;
/** At 800,000 items some 0.2 s; several where the index has to go back to the table. */
const openWithinMs = 10_000;

/**
 * Walks the index on open items by due time: what is due from its one end, and an hour's worth from there. What merely stands has rung; what waits after a
 * failure is not overdue before its wait is over, and nothing is by more than it has been owed.
 */
export const depthQuestion = `
with clock as materialized (select cellrelay.clock() as now)
select past.*, (
  select count(*) from (
    select from cellrelay.agenda_item where closed_at is null
      and due_at > (select now from clock) and due_at <= (select now from clock) + interval '1 hour' limit ${mostCounted}
  ) near
)::integer as near
from (
  select count(*) filter (where rings)::integer as overdue, count(*) filter (where parked_at is not null)::integer as parked,
    coalesce(extract(epoch from (select now from clock) - min(since) filter (where rings)) * 1000, 0)::float8 as oldest_ms
  from (
    select parked_at, greatest(due_at, try_after, opened_at) as since,
      parked_at is null and does <> 'stand' and (try_after is null or try_after <= (select now from clock)) as rings
    from cellrelay.agenda_item
    where closed_at is null and due_at <= (select now from clock) order by due_at, key limit ${mostCounted}
  ) fallen
) past`;

export const openQuestion = `select count(*)::integer as open from cellrelay.agenda_item where closed_at is null`;

interface DepthRow {
  readonly overdue: number;
  readonly parked: number;
  readonly near: number;
  readonly oldest_ms: number;
}

/** How much of the agenda is due, in a question that reads no more than that. */
export async function agendaDepth(pool: pg.Pool): Promise<AgendaDepth> {
  const { overdue, parked, near, oldest_ms } = await askedWithin<DepthRow>(pool, depthWithinMs, depthQuestion);
  return { overdue, parked, dueWithinHour: near, oldestOverdueMs: oldest_ms };
}

/** How many items are owed at all. Reads the whole index on open items: not to be asked every second. */
export async function openItems(pool: pg.Pool): Promise<number> {
  return (await askedWithin<{ readonly open: number }>(pool, openWithinMs, openQuestion)).open;
}

/** One row, or an error when the database has not answered by then: whoever watches must not become the load. */
function askedWithin<Row extends pg.QueryResultRow>(pool: pg.Pool, withinMs: number, text: string): Promise<Row> {
  return transaction(pool, async (client) => {
    await client.query(`set local statement_timeout = ${withinMs}`);
    const { rows } = await client.query<Row>(text);
    const [row] = rows;
    if (row === undefined) throw new Error('a count without a row');
    return { keep: true, value: row };
  });
}
