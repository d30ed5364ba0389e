/** A line of delivery `d`, with who is told: a person `a`, or a program `e`. */
const line = `d.id, d.channel, d.status, d.body, d.shipment, d.created_at, d.ended_at, d.attempts, a.person,
  d.next_at, e.url, e.ended_at is null as told`;
const from = `from cellrelay.delivery d left join cellrelay.account a on a.id = d.account
  left join cellrelay.webhook_endpoint e on e.id = d.endpoint where d.organisation = $1`;

export const page = `
select ${line} ${from} and ($2::text is null or d.status = $2) and ($3::text is null or d.channel = $3)
  and ($4::uuid is null or d.shipment = $4) and ($5::bigint is null or d.id < $5)
order by d.id desc limit $6`;

export const one = `select ${line} ${from} and d.id = $2`;

export const tries = `
select number, at, ended_at, outcome, says, code from cellrelay.delivery_attempt where delivery = $1 order by number desc limit 100`;

/** As if it were enqueued now: what was tried before counts for nothing. */
export const replay = `
update cellrelay.delivery set status = 'waiting', ended_at = null, next_at = cellrelay.wall_clock(),
  asked_at = cellrelay.wall_clock(), tried_before = attempts
where organisation = $1 and id = $2 and channel = 'webhook' and status <> 'waiting'`;
