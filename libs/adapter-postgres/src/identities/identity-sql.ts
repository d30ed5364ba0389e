/** A holder stays one, of those whom it recorded, when somebody else is named in its place. */
export const reach = `
select cellrelay.stands_on_side($1, $2, $3) as stands,
  array(select subject from cellrelay.identity where shipment = $1 and side = $2 and holder::text = $3) as held`;

export const utc = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Somebody's deed now, by the places of their name and their organisation's. */
const deed = (person: number, organisation: number): string =>
  `'person', $${person}::text, 'organisation', $${organisation}::text, 'at', ${utc('cellrelay.wall_clock()')}`;

export const standing = `
select i.subject, i.revision, i.holder, o.name as "holderName", ${utc('i.at')} as "recordedAt", ${utc('i.erased_at')} as "erasedAt",
  i.erasure_asked as "erasureAsked", i.last_look as "lastLook", i.last_change as "lastChange",
  cellrelay.answers_for_identity(i.shipment, i.side, i.holder::text, $3) as answers
from cellrelay.identity i join cellrelay.organisation o on o.id = i.holder
where i.shipment = $1 and i.side = $2 order by i.subject`;

/** One person's row, held until the transaction ends: of two who change it the second waits, and is told. */
export const held = `
select i.id, i.revision, i.holder, i.sealed, i.key, k.wrapped_by as "wrappedBy", k.wrapped
from cellrelay.identity i left join cellrelay.identity_key k on k.id = i.key
where i.shipment = $1 and i.side = $2 and i.subject = $3 for update of i`;

export const looked = `
update cellrelay.identity set last_look = json_build_object(${deed(2, 3)}) where id = $1`;

/** Until this transaction ends nobody wraps all keys by a new one, which would leave this one out. */
export const keysInUse = 'lock table cellrelay.identity_key in row exclusive mode';

/** By an organisation that stands there still: the wall would make an error of another's. */
export const recorded = `
insert into cellrelay.identity (shipment, side, subject, holder, key, sealed, last_change)
select $1::uuid, $2::text, $3::text, $4::uuid, $5::uuid, $6::bytea, json_build_object(${deed(7, 8)}) where cellrelay.stands_on_side($1::uuid, $2::text, $4::uuid::text) on conflict do nothing`;

export const keyRecorded = `
insert into cellrelay.identity_key (id, shipment, side, subject, wrapped_by, wrapped) values ($1, $2, $3, $4, $5, $6)`;

/** By an organisation that stands there still. Whoever asked for the erasure of what stood before asked for that. */
export const changed = `
update cellrelay.identity set key = $2, sealed = $3, revision = revision + 1, at = cellrelay.wall_clock(), erased_at = null, erasure_asked = null,
  last_change = json_build_object(${deed(5, 6)})
where id = $1 and cellrelay.stands_on_side(shipment, side, $4) returning holder`;

/** What another person asks for with another reason stands. */
export const erasureAsked = `
update cellrelay.identity set erasure_asked = json_build_object('account', $4::text, 'reason', $5::text, ${deed(2, 3)})
where id = $1 and (erasure_asked is null or erasure_asked ->> 'account' = $4 or erasure_asked ->> 'reason' = $5)`;

export const erased = `
update cellrelay.identity set key = null, sealed = null, revision = revision + 1, erased_at = cellrelay.wall_clock(), erasure_asked = null,
  last_change = json_build_object(${deed(2, 3)}) where id = $1 returning holder`;

export const keyDeleted = 'delete from cellrelay.identity_key where id = $1';
