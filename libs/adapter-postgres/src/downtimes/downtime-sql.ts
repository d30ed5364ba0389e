import { rings } from '../agenda/agenda-sql.js';

/** At the first start there is no beat to be behind. Whoever comes second waits here for the first. */
export const begin = `insert into cellrelay.bell_beat default values on conflict do nothing`;

/** Of several workers one at a time looks, and the next sees what it wrote. */
export const hold = `select well_at from cellrelay.bell_beat where what = 'bells' for update`;

/**
 * A deadline that should have rung so long ago. What waits after a failed try, and what is being answered, is not forgotten. Ordered, so that the index is walked: to see
 * whether there is one at all, the planner would read the table instead, taking it for likely that one comes soon.
 */
const overdue = (lateMs: string): string => `coalesce((
  select true from cellrelay.agenda_item
  where ${rings} and does = 'ring' and due_at <= (select cellrelay.clock()) - ${lateMs} * interval '1 millisecond'
    and (try_after is null or try_after <= (select cellrelay.clock()) - ${lateMs} * interval '1 millisecond')
    and (lease_until is null or lease_until <= cellrelay.wall_clock())
  order by due_at, key limit 1
), false)`;

/** Asked after the row is held, so that the clock is not read before it. */
export const sinceWell = `
select floor(extract(epoch from cellrelay.wall_clock() - well_at) * 1000)::float8 as gap_ms,
  coalesce(well_at < $2::timestamptz, false) as older, ${overdue('$1')} as overdue
from cellrelay.bell_beat where what = 'bells'`;

export const noteBeat = `
update cellrelay.bell_beat set beat_at = cellrelay.wall_clock(), well_at = case when $1 then cellrelay.wall_clock() else well_at end
where what = 'bells' returning well_at`;

/** One for each moment at which bells were well last: noticed again, it is the same. */
export const noteDowntime = `
insert into cellrelay.downtime (from_at) select well_at from cellrelay.bell_beat where what = 'bells' on conflict (from_at) do nothing`;

/** What fell due since then, was due long enough ago to be late, and nobody has answered yet. What it offers is asked of the item itself. */
const noted = (since: string): string => `
insert into cellrelay.downtime_item (downtime, item, revision, shipment, key, due_at, owner, obligation)
select d.id, i.id, i.revision, i.shipment, i.key, i.due_at, i.owner, (i.obligation::jsonb - 'offers' - 'byHand' - 'request' - 'overdue')::json
from cellrelay.agenda_item i, cellrelay.downtime d
where d.from_at = (select well_at from cellrelay.bell_beat where what = 'bells')
  and i.closed_at is null and i.parked_at is null and i.does <> 'stand' and i.kind <> 'tell'
  and i.due_at >= ${since} and i.due_at <= (select cellrelay.clock()) - $1 * interval '1 millisecond'
on conflict do nothing`;

const sinceWellLast = `(select well_at - $1 * interval '1 millisecond' from cellrelay.bell_beat where what = 'bells')`;

export const noteItems = noted(sinceWellLast);

/** Of what fell due since the last that was noted. */
export const noteLaterItems = noted(`coalesce((
    select max(n.due_at) from cellrelay.downtime_item n join cellrelay.downtime of on of.id = n.downtime
    where of.from_at = (select well_at from cellrelay.bell_beat where what = 'bells')), ${sinceWellLast})`);

export const endDowntime = `
update cellrelay.downtime set to_at = cellrelay.wall_clock()
where to_at is null and from_at = (select well_at from cellrelay.bell_beat where what = 'bells')`;

export const noticed = `
select id, from_at, to_at, (select count(*)::integer from cellrelay.downtime_item where downtime = d.id) as fell_due
from cellrelay.downtime d where from_at = (select well_at from cellrelay.bell_beat where what = 'bells')`;

export const standing = `
select cellrelay.wall_clock() as now, b.beat_at, b.well_at, ${overdue('$1')} as overdue
from (values (1)) as one(x) left join cellrelay.bell_beat b on b.what = 'bells'`;

/** Whoever was not there yet need not hear of it. */
export const unread = `
select d.id, d.from_at, d.to_at,
  (select json_object_agg(owner, total) from (
     select owner, count(*)::integer as total from cellrelay.downtime_item where downtime = d.id group by owner) as of_owner) as totals
from cellrelay.downtime d
where exists (select from cellrelay.downtime_item where downtime = d.id)
  and d.noticed_at > (select created_at from cellrelay.account where name = $1)
  and not exists (
    select from cellrelay.downtime_dismissal m join cellrelay.account a on a.id = m.account where m.downtime = d.id and a.name = $1)
order by d.from_at desc limit $2`;

/** Of each owner the most urgent: the gravest first, a desk's call with the warnings, then what was due first. */
export const unreadItems = `
select downtime, shipment, obligation, view as row, still_owed from (
  select i.downtime, i.shipment, i.obligation, s.view, a.closed_at is null and a.id is not null as still_owed, i.owner, weight, i.due_at, i.item,
    row_number() over (partition by i.downtime, i.owner order by weight desc, i.due_at, i.item) as place
  from cellrelay.downtime_item i
  cross join lateral (
    select case i.obligation ->> 'severity' when 'critical' then 3 when 'notice' then 1 else 2 end as weight) as weighed
  join cellrelay.shipment s on s.id = i.shipment
  left join cellrelay.agenda_item a on a.id = i.item
  where i.downtime = any ($1::bigint[])
) as placed
where place <= $2
order by downtime, owner, place`;

export const dismiss = `
insert into cellrelay.downtime_dismissal (downtime, account)
select d.id, a.id from cellrelay.downtime d, cellrelay.account a where d.id = $1 and a.name = $2
on conflict do nothing`;

export const known = `select from cellrelay.downtime where id = $1`;
