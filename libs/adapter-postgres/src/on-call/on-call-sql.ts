import { acting } from '../accounts/account-sql.js';

export const findRoster = 'select roster, revision from cellrelay.on_call_roster where organisation = $1';

export const addRoster = `
insert into cellrelay.on_call_roster (organisation, roster) values ($1, $2) on conflict do nothing returning roster, revision`;

export const changeRoster = `
update cellrelay.on_call_roster set roster = $2, revision = revision + 1, changed_at = cellrelay.wall_clock()
where organisation = $1 and revision = $3 returning roster, revision`;

/** Of roles that work on shipments: see isCalled. */
export const colleagues = `
select a.id as account, a.person, a.role,
  coalesce((select json_agg(c ->> 'channel') from cellrelay.telling_wish w, json_array_elements(w.wish -> 'channels') c where w.account = a.id), '[]') as channels
from cellrelay.account a
where a.organisation = $1 and a.ended_at is null and a.role not in ('administrator', 'auditor', 'screener')
order by a.person, a.id limit 500`;

export const findWish = 'select wish from cellrelay.telling_wish where account = $1';

export const putWish = `
insert into cellrelay.telling_wish (account, wish) values ($1, $2)
on conflict (account) do update set wish = excluded.wish, changed_at = cellrelay.wall_clock()`;

export const people = `
select a.id as account, ${acting} as acting, (select w.wish from cellrelay.telling_wish w where w.account = a.id) as wish
from cellrelay.account a where a.id = any ($1::uuid[]) and a.ended_at is null`;

export const operator = `select id from cellrelay.organisation where kind = 'operator'`;

/** Of an example nobody is told. */
export const keepNotice = `
insert into cellrelay.alert_notice (key, shipment, alert, account, channel, severity, ends, notice, not_before, settled_at)
select $1::text, $2::uuid, $3::text, $4::uuid, $5::text, $6::text, $7::boolean, $8::json, $9::timestamptz,
  case when $10::boolean then cellrelay.wall_clock() end
where not exists (select from cellrelay.shipment s where s.id = $2::uuid and s.example) on conflict (key) do nothing`;

/**
 * A silence is being caught up with, or was until lately and its tellings are not all taken up yet; and no critical notice has waited for two minutes. By the wall's clock, as
 * downtimes are.
 */
export const catchingUp = `
select not exists (
  select from cellrelay.alert_notice where delivery is null and ended_at is null and severity = 'critical'
    and noted_at < cellrelay.wall_clock() - interval '2 minutes'
) and (
  exists (select from cellrelay.downtime where to_at is null and noticed_at > cellrelay.wall_clock() - interval '10 minutes')
  or exists (select from cellrelay.downtime where to_at > cellrelay.wall_clock() - interval '2 minutes') and exists (
    select from cellrelay.agenda_item where kind = 'tell' and closed_at is null and parked_at is null and does <> 'stand'
      and due_at <= cellrelay.clock() and try_after is null
  )
) as hold`;

const waiting = `delivery is null and ended_at is null and (not_before is null or not_before <= cellrelay.clock())`;

/** Of two workers at once each finds others. Notices of one person are taken whole, or the second would make a second message of them. */
export const takeWaiting = `
select id, notice from cellrelay.alert_notice
where ${waiting} and account = (select account from cellrelay.alert_notice where ${waiting} and account <> all ($1::uuid[]) order by id limit 1)
order by id limit 500 for update skip locked`;

/** That an alert is over is no news for whom no message of it went to: what was noted for them waited for a better time, or was withdrawn. */
export const dropEndsOfUntold = `
update cellrelay.alert_notice n set ended_at = cellrelay.wall_clock()
where n.ends and n.delivery is null and n.ended_at is null and not exists (
  select from cellrelay.alert_notice t join cellrelay.delivery d on d.key = t.delivery
  where t.shipment = n.shipment and t.alert = n.alert and t.account = n.account and not t.ends
    and d.status not in ('withdrawn', 'failed', 'kept')
)`;

/** Of what was sent nothing more is to be learned. */
export const settleSent = `
update cellrelay.alert_notice n set settled_at = cellrelay.wall_clock() from cellrelay.delivery d
where n.settled_at is null and n.ended_at is null and not n.ends and d.key = n.delivery and d.status = 'sent'`;

/** A message still to be made, waiting or sent may reach somebody. Of what was dropped, which is over and yet unsettled, no message was made. */
export const unreached = `
select n.id, n.shipment, n.alert, (n.notice ->> 'occasion')::integer as occasion, (n.notice ->> 'step')::integer as step, n.channel,
  coalesce(d.status, 'withdrawn') as status,
  (select count(*)::integer from cellrelay.alert_notice o left join cellrelay.delivery e on e.key = o.delivery
    where o.shipment = n.shipment and o.alert = n.alert and not o.ends and o.notice ->> 'kept' = 'false'
      and o.notice ->> 'occasion' = n.notice ->> 'occasion' and o.notice ->> 'step' = n.notice ->> 'step'
      and case when o.delivery is null then o.ended_at is null else e.status in ('waiting', 'sent') end) as left
from cellrelay.alert_notice n left join cellrelay.delivery d on d.key = n.delivery
where n.settled_at is null and not n.ends and case when n.delivery is null then n.ended_at is not null
  else n.ended_at is null and d.status in ('failed', 'kept', 'unknown', 'withdrawn') end
order by n.id limit $1`;

export const settle = 'update cellrelay.alert_notice set settled_at = cellrelay.wall_clock() where id = $1';

/** Addresses of people are kept no longer than what became of what is: as long as deliveries are. Few at a time. */
export const forget = `
delete from cellrelay.alert_notice where id in (
  select id from cellrelay.alert_notice
  where coalesce(ended_at, case when ends then noted_at end) < cellrelay.wall_clock() - interval '180 days' limit 1000)`;

export const told = 'update cellrelay.alert_notice set delivery = $2 where id = any ($1::bigint[])';

/** Not settled by that: where its alert stands, nobody was told by it. */
export const dropped =
  'update cellrelay.alert_notice set ended_at = cellrelay.wall_clock() where id = any ($1::bigint[])';

/** Looked at in turn. */
export const standing = `
with oldest as (
  select id from cellrelay.alert_notice where ended_at is null and not ends order by looked_at limit $1 for update skip locked
)
update cellrelay.alert_notice n set looked_at = cellrelay.wall_clock() from oldest where n.id = oldest.id returning n.id, n.shipment, n.alert`;

/** Of an alert that is over it does not matter whom it reached. */
export const endNotices = `
update cellrelay.alert_notice set ended_at = cellrelay.wall_clock(), settled_at = coalesce(settled_at, cellrelay.wall_clock())
where id = any ($1::bigint[]) and ended_at is null returning delivery`;

/** A message that tells of others as well stays. */
export const idle = `
select d as key from unnest($1::text[]) d
where not exists (select from cellrelay.alert_notice n where n.delivery = d and n.ended_at is null)`;
