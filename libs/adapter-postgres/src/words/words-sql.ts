export const keyOfSide = `
select id, wrapped_by as "wrappedBy", wrapped from cellrelay.words_key where shipment = $1 and side = $2 order by at desc, id limit 1`;

/** By one alone, who has the shipment's lock. */
export const keyMade = `
insert into cellrelay.words_key (id, shipment, side, wrapped_by, wrapped)
values ($1, $2, $3, $4, $5)`;

/** Until this transaction ends nobody wraps all keys by a new one, which would leave this one out. */
export const keysInUse = 'lock table cellrelay.words_key in row exclusive mode';

/**
 * Keeps words while the key that they were sealed by is there. Whoever erases it takes the shipment's lock, which this transaction has. The same words of the same people are
 * kept once.
 */
export const kept = `
with standing as (select id from cellrelay.words_key where id = $1::uuid and shipment = $2::uuid and side = $3::text),
written as (
  insert into cellrelay.words (shipment, commitment, organisation, side, key, sealed)
  select $2::uuid, w.commitment, $4::text, $3::text, s.id, w.sealed
  from standing s, unnest($5::text[], $6::bytea[]) as w(commitment, sealed) on conflict do nothing
)
select count(*)::integer as keys from standing`;

/** Said twice: the wall says it too, unless the role passes it by. */
export const read = `
select w.shipment, w.commitment, w.side, w.sealed, w.key, k.wrapped_by as "wrappedBy", k.wrapped
from cellrelay.words w left join cellrelay.words_key k on k.id = w.key
where w.commitment = any ($1::text[])
  and (w.organisation = $2 or (select cellrelay.runs_this($2)) or cellrelay.stands_on_side(w.shipment, w.side, $2))`;

/** The shipment's lock, as every command has it: what is sealed meanwhile by a key that goes is not kept, and no two make the first key. */
export const shipmentLocked = 'select from cellrelay.shipment where id = $1 for update';

/** Nobody of that side is recorded any more, and it is for this organisation to erase what was written. */
export const nobodyLeft = `select cellrelay.erases_words($1, $2, current_setting('cellrelay.organisation', true)) as nobody`;

export const erased = `update cellrelay.words set key = null, sealed = null where shipment = $1 and side = $2 and key is not null`;

export const keyErased = `delete from cellrelay.words_key where shipment = $1 and side = $2`;
