/**
 * Which database this is: a cursor counts transactions, and another cluster counts its own.
 */
const cluster = `(select system_identifier::text from pg_control_system())`;

/** What transactions of the cluster's other databases hold: theirs for sure, since a transaction's own lock names its process, and the process its database. */
const elsewhere = `
select l.transactionid::text::bigint from pg_locks l join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted and a.datname <> current_database()`;

/**
 * Which cluster, the first transaction that may still write here (every one below has ended, or is another database's), and whether one is open at all. Locks name
 * the lower 32 bits of a transaction. What can be told of nobody, as one that has just ended, counts as open: that delays a line by one look and loses none.
 */
export const ended = `
with now as materialized (select pg_current_snapshot() as taken),
open as (
  select min(tx::text::bigint) as tx from now, pg_snapshot_xip(taken) as tx
  where tx::text::bigint & 4294967295 not in (${elsewhere})
)
select ${cluster} as cluster, coalesce(open.tx, pg_snapshot_xmax(taken)::text::bigint)::text as floor, open.tx is not null as waiting
from now, open`;

/**
 * Lines in the order of (transaction, position), only those below the floor of {@link ended}, which is asked for in a statement before this one. Ordered by position
 * alone, a line that commits late would have been passed by already.
 */
export const after = `
with line as (
  select tx, position, shipment, seq from cellrelay.event where (tx, position) > ($1::bigint, $2::bigint) and tx < $4::bigint
  union all
  select tx, position, shipment, null from cellrelay.maintenance where (tx, position) > ($1::bigint, $2::bigint) and tx < $4::bigint
  order by tx, position limit $3
),
last as (select distinct on (shipment) shipment, tx, position, seq is null as gone from line order by shipment, tx desc, position desc)
select l.shipment, l.tx::text, l.position::text,
  case when not l.gone then (select max(seq) from line where line.shipment = l.shipment) end as revision
from last l order by l.tx, l.position`;
