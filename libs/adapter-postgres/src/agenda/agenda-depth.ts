import type pg from 'pg';
import type { AgendaDepth } from '@cellrelay/use-cases';
import { transaction } from '../pool.js';
import { rings } from './agenda-sql.js';

/** So many items of one kind are counted at most: after an outage it matters that there are many, not how many. */
const mostCounted = 100_000;
const depthWithinMs = 2_000;
/** At 800,000 items some 0.2 s; several where the index has to go back to the table. */
const openWithinMs = 10_000;

const waitIsOver = `(try_after is null or try_after <= (select now from clock))`;
const oldestMs = (does: string): string =>
  `coalesce(extract(epoch from (select now from clock) - min(since) filter (where does = '${does}')) * 1000, 0)::float8`;

/**
 * Walks the index on items that ring from its one end, and an hour's worth of the one on open items. What has rung is in neither, however much of it stands. What waits
 * after a failure is not overdue before its wait is over, and nothing is by more than it has been owed. Calls are counted apart: they wait for a desk, and no person is called by them.
 */
export const depthQuestion = `
with clock as materialized (select cellrelay.clock() as now)
select past.*,
  (select count(*) from (
    select from cellrelay.agenda_item where closed_at is null and parked_at is not null limit ${mostCounted}) waits)::integer as parked,
  (select count(*) from (
    select from cellrelay.agenda_item where closed_at is null
      and due_at > (select now from clock) and due_at <= (select now from clock) + interval '1 hour' limit ${mostCounted}) comes)::integer as near
from (
  select count(*) filter (where does = 'ring')::integer as overdue, count(*) filter (where does = 'call')::integer as calls,
    ${oldestMs('ring')} as oldest_ms, ${oldestMs('call')} as oldest_call_ms
  from (
    select does, greatest(due_at, try_after, opened_at) as since from cellrelay.agenda_item
    where ${rings} and due_at <= (select now from clock) and ${waitIsOver} order by due_at, key limit ${mostCounted}
  ) fallen
) past`;

export const openQuestion = `select count(*)::integer as open from cellrelay.agenda_item where closed_at is null`;

interface DepthRow {
  readonly overdue: number;
  readonly calls: number;
  readonly parked: number;
  readonly near: number;
  readonly oldest_ms: number;
  readonly oldest_call_ms: number;
}

/** How much of the agenda is due, in a question that reads no more than that. */
export async function agendaDepth(pool: pg.Pool): Promise<AgendaDepth> {
  const row = await askedWithin<DepthRow>(pool, depthWithinMs, depthQuestion);
  return {
    overdue: row.overdue,
    oldestOverdueMs: row.oldest_ms,
    overdueCalls: row.calls,
    oldestOverdueCallMs: row.oldest_call_ms,
    dueWithinHour: row.near,
    parked: row.parked,
  };
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
