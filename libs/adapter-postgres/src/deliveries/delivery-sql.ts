export const enqueue = `
insert into cellrelay.delivery (key, channel, destination, organisation, account, endpoint, shipment, urgency, series, body)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (key) do nothing`;

/** One that is being tried may be withdrawn: should it be sent all the same, that is noted over it. */
export const withdraw = `
update cellrelay.delivery set status = 'withdrawn', ended_at = cellrelay.wall_clock()
where key = any ($1::text[]) and status = 'waiting'`;

/** Whoever has left since it was enqueued is told no more: a person's account that has ended, an organisation that stands in that shipment no longer. */
const isWanted = `(
  (d.account is null or exists (select from cellrelay.account a where a.id = d.account and a.ended_at is null and a.organisation = d.organisation))
  and (d.shipment is null or exists (select from cellrelay.organisation o where o.id = d.organisation and o.kind = 'operator')
    or exists (select from cellrelay.shipment_part p where p.shipment = d.shipment and p.holder = d.organisation::text))
)`;

/** The most urgent that is due, of a series none before what came earlier. Of two workers at once each finds another. */
export const next = `
select id, channel, tried_before,
  (extract(epoch from cellrelay.wall_clock() - asked_at) * 1000)::float8 as age_ms, ${isWanted} as wanted
from cellrelay.delivery d
where status = 'waiting' and next_at <= cellrelay.wall_clock() and (lease_until is null or lease_until <= cellrelay.wall_clock())
  and channel = any ($1::text[]) and destination <> all ($2::text[])
  and not exists (select from cellrelay.delivery e where e.series = d.series and e.status = 'waiting' and e.id < d.id)
order by urgency, next_at, id limit 1 for update skip locked`;

/** A try without an outcome was made by a process that is gone, or by one that will find its lease taken. */
export const noteLost = `
update cellrelay.delivery_attempt set outcome = 'unknown', ended_at = cellrelay.wall_clock(), says = $2
where delivery = $1 and outcome is null`;

export const unknownTries = `
select count(*)::integer as count from cellrelay.delivery_attempt where delivery = $1 and outcome = 'unknown' and number > $2`;

export const leaveUnknown = `
update cellrelay.delivery set status = 'unknown', ended_at = cellrelay.wall_clock(), lease_until = null, lease_token = null where id = $1`;

export const leaveOut = `
update cellrelay.delivery set status = 'withdrawn', ended_at = cellrelay.wall_clock(), lease_until = null, lease_token = null where id = $1`;

export const take = `
update cellrelay.delivery set attempts = attempts + 1, lease_token = gen_random_uuid(),
  lease_until = cellrelay.wall_clock() + $2 * interval '1 millisecond'
where id = $1
returning id, destination, body, attempts, attempts - tried_before as tries, lease_token, created_at, cellrelay.wall_clock() as leased_at`;

export const begin = `insert into cellrelay.delivery_attempt (delivery, number, token) values ($1, $2, $3)`;

/** Its try, if that is open still; or whatever became known of it later. */
export const noteOutcome = `
update cellrelay.delivery_attempt set outcome = $4, says = $5, code = $6, ended_at = cellrelay.wall_clock()
where delivery = $1 and number = $2 and token = $3 and (outcome is null or ($4 = 'sent' and outcome = 'unknown'))`;

/** Whoever has taken it has it, whatever was decided meanwhile. */
export const noteSent = `
update cellrelay.delivery set status = 'sent', ended_at = cellrelay.wall_clock(),
  lease_until = case when lease_token = $2 then null else lease_until end
where id = $1 and status <> 'sent'`;

/** Under the lease alone. What was withdrawn meanwhile stays so. */
export const noteRest = `
update cellrelay.delivery set lease_until = null, lease_token = null,
  status = case when status = 'waiting' then $3 else status end,
  ended_at = case when status = 'waiting' and $3 <> 'waiting' then cellrelay.wall_clock() else ended_at end,
  next_at = cellrelay.wall_clock() + coalesce($4::float8, 0) * interval '1 millisecond'
where id = $1 and lease_token = $2`;

/** By the shipment's revision that it was seen at: of two that looked at once, the one that saw less may have been the later. */
export const lastOf = `
select distinct on (series) series, body -> 'notice' as notice from cellrelay.delivery where series = any ($1::text[])
order by series, (body -> 'notice' -> 'data' ->> 'revision')::integer desc nulls last, id desc`;

/** Counted no further than matters: after an outage it is that there are many, and how long they have waited. */
export const depth = `
select count(*)::integer as waiting,
  (select count(*) from (select from cellrelay.delivery
    where status in ('failed', 'unknown') and ended_at > cellrelay.wall_clock() - interval '1 day' limit 10000) f)::integer as failed,
  coalesce(max(ms) filter (where channel <> 'webhook'), 0)::float8 as "oldestPersonMs",
  coalesce(max(ms) filter (where channel = 'webhook'), 0)::float8 as "oldestProgramMs"
from (
  select channel, extract(epoch from cellrelay.wall_clock() - asked_at) * 1000 as ms from cellrelay.delivery
  where status = 'waiting' limit 100000
) w`;

/** Names and addresses of people are kept no longer than somebody asks what became of what. Few at a time: whoever tells is not to wait. */
export const forget = `
delete from cellrelay.delivery where id in (
  select id from cellrelay.delivery where ended_at < cellrelay.wall_clock() - interval '180 days' order by ended_at limit 1000)`;
