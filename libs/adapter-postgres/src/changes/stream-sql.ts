/**
 * Which database this is: a cursor counts transactions, and another cluster counts its own.
 */
const cluster = `(select system_identifier::text from pg_control_system())`;

/** Every transaction below it has ended: nothing more will appear there. */
const oldestOpen = `pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

export const latest = `select ${cluster} as cluster, (${oldestOpen} - 1)::text as tx`;

/**
 * Lines in the order of (transaction, position), only those of transactions older than every one that is still open. Ordered by position alone, a line that
 * commits late would have been passed by already.
 */
export const after = `
with line as (
  select tx, position, shipment, seq from cellrelay.event where (tx, position) > ($1::bigint, $2::bigint) and tx < ${oldestOpen}
  union all
  select tx, position, shipment, null from cellrelay.maintenance where (tx, position) > ($1::bigint, $2::bigint) and tx < ${oldestOpen}
  order by tx, position limit $3
),
last as (select distinct on (shipment) shipment, tx, position, seq is null as gone from line order by shipment, tx desc, position desc)
select l.shipment, l.tx::text, l.position::text,
  case when not l.gone then (select max(seq) from line where line.shipment = l.shipment) end as revision
from last l order by l.tx, l.position`;

export const clusterOnly = `select ${cluster} as cluster`;
