/** When an item may be rung: when it is due, or, after a failure, when its wait is over. */
const ringAt = `greatest(due_at, coalesce(try_after, due_at))`;

/** Rounded up: a bell is never early by a rounding. */
const waitMs = `greatest(0, ceil(extract(epoch from ${ringAt} - cellrelay.clock()) * 1000))::float8`;

/**
 * Telling of what is critical. Only a call that tells asks with a severity. By its text, for reading it as JSON fails where somebody wrote a character that PostgreSQL has no
 * place for; within a text the quotes would be escaped.
 */
export const isUrgent = `(kind = 'tell' and obligation::text like '%"severity":"critical"%') as urgent`;

/** What a bell is made from. */
const bell = `id, revision, stage, does, ${ringAt} as ring_at, ${waitMs} as wait_ms, ${isUrgent}`;

/** Open, not parked, and not merely standing on the agenda because it has rung: word for word what the index on items that ring is made of. */
export const rings = `closed_at is null and parked_at is null and does <> 'stand'`;

const unleased = `(lease_until is null or lease_until <= cellrelay.wall_clock())`;

/**
 * One statement takes a lease: of two at once the second waits for the first's row, and then sees that it is taken. A try is counted here and not when it
 * fails, so that an item which kills its handler comes to be parked as well.
 */
export const lease = `
update cellrelay.agenda_item set lease_until = cellrelay.wall_clock() + $3 * interval '1 millisecond', lease_token = gen_random_uuid(), attempts = attempts + 1
where id = $1 and revision = $2 and ${rings} and ${unleased} and ${ringAt} <= cellrelay.clock()
returning shipment, obligation, revision, attempts - 1 as tries_before, lease_token as token, cellrelay.clock() as now,
  (extract(epoch from cellrelay.clock() - greatest(${ringAt}, opened_at)) * 1000)::float8 as late_ms`;

export const early = `
select ${bell} from cellrelay.agenda_item
where id = $1 and revision = $2 and ${rings} and ${unleased}`;

export const handBack = `
update cellrelay.agenda_item set lease_until = null, lease_token = null, last_error = $3, try_after = cellrelay.clock() + $4 * interval '1 millisecond'
where id = $1 and lease_token = $2`;

export const release = `
update cellrelay.agenda_item set lease_until = null, lease_token = null, attempts = 0, last_error = null, try_after = null
where id = $1 and lease_token = $2`;

export const park = `
update cellrelay.agenda_item set lease_until = null, lease_token = null, last_error = $3, parked_at = cellrelay.clock()
where id = $1 and lease_token = $2 and closed_at is null`;

export const unpark = `
update cellrelay.agenda_item set parked_at = null, attempts = 0, try_after = null
where parked_at is not null and closed_at is null and ($1::bigint is null or id = $1)
returning ${bell}`;

/** Walks the index on items that ring (`agenda_item_rings`) by due time from the one end of the window to the other. */
export const due = `
select ${bell} from cellrelay.agenda_item
where ${rings} and ${unleased}
  and due_at >= coalesce((select cellrelay.clock()) + $1 * interval '1 millisecond', '-infinity')
  and due_at <= (select cellrelay.clock()) + $2 * interval '1 millisecond'
  and (try_after is null or try_after <= (select cellrelay.clock()) + $2 * interval '1 millisecond')
order by due_at, key limit $3`;
