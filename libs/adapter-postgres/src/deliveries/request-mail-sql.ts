/** Whoever keeps a request has its shipment's lock, as every command has: of two at once the later sees the earlier. */
export const shipmentLocked = 'select from cellrelay.shipment where id = $1 for update';

export const keyKnown = 'select from cellrelay.delivery where key = $1';

/** Waiting, or taken and not on record as that. */
const isUnderWay = `(d.status = 'waiting' or (d.status = 'sent' and d.settled_at is null))`;

export const underWay = `
select from cellrelay.delivery d
where d.shipment = $1 and d.channel = 'desk' and d.body -> 'mailed' ->> 'request' = $2 and ${isUnderWay} limit 1`;

const mail = `
select d.id, d.body, d.status, d.created_at, d.ended_at, t.says, ${isUnderWay} as under_way
from cellrelay.delivery d left join lateral (
  select says from cellrelay.delivery_attempt where delivery = d.id order by number desc limit 1
) t on true
where d.channel = 'desk'`;

export const byKey = `${mail} and d.key = $1`;
export const ofShipment = `${mail} and d.shipment = $1 order by d.id desc limit 200`;

export const taken = `
select id, body, ended_at from cellrelay.delivery
where channel = 'desk' and status = 'sent' and settled_at is null and next_at <= cellrelay.wall_clock()
order by next_at, id limit $1`;

export const settle =
  'update cellrelay.delivery set settled_at = cellrelay.wall_clock() where id = $1 and settled_at is null';

export const putOff = `
update cellrelay.delivery set next_at = cellrelay.wall_clock() + $2 * interval '1 millisecond' where id = $1 and settled_at is null`;
