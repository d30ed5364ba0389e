import { utc } from '../identities/identity-sql.js';

export const rulesOf = `select id::text, letter_rule as rule from cellrelay.organisation where id::text = any ($1::text[]) and kind = 'registry'`;

export const chooseRule = `update cellrelay.organisation set letter_rule = $2 where id = $1 and kind = 'registry'`;

export const sidesOf = `
select side from unnest(array['donor', 'patient']) as s (side) where cellrelay.stands_on_side($1, side, $2) order by side`;

/** How a letter stands that went over is what became of it there. Each of the two moves by itself, and both count. */
const written = `
select l.id, l.shipment, l.side, l.subject, l.organisation, coalesce(o.name, '') as "organisationName",
  case when l.state <> 'across' then l.state when r.state = 'released' then 'released' when r.state = 'sent-back' then 'screening' else 'across' end as state,
  l.revision + case when l.state = 'across' then coalesce(r.revision, 1) - 1 else 0 end as revision,
  case when l.state = 'across' then r.returned_for else l.returned_for end as "returnedFor",
  l.received, ${utc('l.at')} as "writtenAt", ${utc(`greatest(l.moved_at, case when l.state = 'across' and r.state <> 'across' then r.at end)`)} as "movedAt",
  cellrelay.is_registry_of(l.shipment, l.side, $1) as registry
from cellrelay.letter l
left join cellrelay.letter_received r on r.id = l.received
left join cellrelay.organisation o on o.id = l.organisation`;

const stands = 'cellrelay.stands_on_side(l.shipment, l.side, $1)';

export const writtenOf = `${written} where l.shipment = $2 and l.side = $3 and ${stands} order by l.at, l.id`;
export const writtenById = `${written} where l.id = $2 and l.side = $3 and ${stands}`;
/** Of both sides, for the operator. */
export const waitingOf = `${written} where l.shipment = $2 order by l.at, l.id`;

/** Its own registry's, for a screener: handed in, or sent back. */
export const toScreenWritten = `${written}
where l.side = $2 and cellrelay.is_registry_of(l.shipment, l.side, $1)
  and (l.state = 'screening' or l.state = 'across' and r.state = 'sent-back') order by l.moved_at, l.id limit $3`;

export const toScreenCount = `
select (select count(*)::integer from cellrelay.letter l left join cellrelay.letter_received r on r.id = l.received
  where l.side = $2 and cellrelay.is_registry_of(l.shipment, l.side, $1) and (l.state = 'screening' or l.state = 'across' and r.state = 'sent-back'))
+ (select count(*)::integer from cellrelay.letter_received r
  where r.side = $2 and r.state = 'across' and cellrelay.is_registry_of(r.shipment, r.side, $1)) as total`;

const received = `
select r.id, r.shipment, r.side, r.state, r.revision, r.returned_for as "returnedFor", ${utc('r.at')} as at,
  case when r.state = 'released' then ${utc('r.at')} end as "releasedAt", ${utc('r.read_at')} as "readAt",
  cellrelay.is_registry_of(r.shipment, r.side, $1) as registry
from cellrelay.letter_received r`;

export const receivedOf = `${received} where r.shipment = $2 and r.side = $3 and r.state = 'released' order by r.at, r.id`;
export const receivedById = `${received} where r.id = $2 and r.side = $3`;
export const toScreenReceived = `${received}
where r.side = $2 and r.state = 'across' and cellrelay.is_registry_of(r.shipment, r.side, $1) order by r.at, r.id limit $3`;

/** Held until the transaction ends: of two who move a letter the second waits, and is told. */
export const heldLetter = `select id from cellrelay.letter where id = $1 and side = $2 for update`;

export const howMany = `select count(*)::integer as many from cellrelay.letter where shipment = $1 and side = $2`;

/** Of two who write at once, one waits: fifty are fifty. */
export const oneAtATime = `select pg_advisory_xact_lock(7203514, hashtext($1))`;

/** Ids are the database's to draw, by a column's default. */
export const insertLetter = `
insert into cellrelay.letter (shipment, side, subject, organisation, state, received) values ($1, $2, $3, $4, 'written', null) returning id`;

export const insertText = `
insert into cellrelay.letter_text (letter, version, shipment, side, kind, person, key, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** The newest twenty: an answer has an end, and what came before them is kept. */
export const texts = `
select t.version, t.kind, t.person as by, ${utc('t.at')} as at, t.sealed, t.key, k.wrapped_by as "wrappedBy", k.wrapped
from cellrelay.letter_text t left join cellrelay.identity_key k on k.id = t.key
where t.letter = $1 and t.side = $2 order by t.version desc limit 20`;

export const receivedText = `
select 1 as version, 'text' as kind, '' as by, ${utc('r.at')} as at, r.sealed, r.key, k.wrapped_by as "wrappedBy", k.wrapped
from cellrelay.letter_received r left join cellrelay.identity_key k on k.id = r.key
where r.id = $1 and r.side = $2`;

const move = (received: 'null' | 'default'): string => `
update cellrelay.letter set state = $3, revision = $4, returned_for = $5, received = ${received}, moved_at = cellrelay.wall_clock() where id = $1 and side = $2`;

export const moved = move('null');

/** Under the id that is drawn here it lies on the other side. */
export const passedOn = `${move('default')} returning received`;

export const insertReceived = `
insert into cellrelay.letter_received (id, shipment, side, state, key, sealed) values ($1, $2, $3, 'across', $4, $5)`;

export const insertKey = `
insert into cellrelay.identity_key (id, shipment, side, subject, wrapped_by, wrapped) values ($1, $2, $3, $4, $5, $6)`;

/** What is of nobody any more is emptied, and its key goes with it. */
const emptied = 'key = null, sealed = null';

export const takenBack = `
update cellrelay.letter_received set state = 'withdrawn', revision = revision + 1, ${emptied} where id = $1 and state = 'across'`;

export const settled = `
update cellrelay.letter_received set state = $4, returned_for = $5, revision = revision + 1, at = cellrelay.wall_clock(),
  key = case when $4 = 'released' then key end, sealed = case when $4 = 'released' then sealed end
where id = $1 and side = $2 and state = 'across' and revision = $3`;

export const noted = `
update cellrelay.letter_received set read_at = cellrelay.wall_clock() where id = $1 and side = $2 and read_at is null`;

export const identitiesOf = `
select i.subject, i.revision, i.sealed, k.id as key, k.wrapped_by as "wrappedBy", k.wrapped
from cellrelay.identity i join cellrelay.identity_key k on k.id = i.key where i.shipment = $1 and i.side = $2 order by i.subject`;

const theirs = `l.shipment = $1 and l.side = $2 and l.subject = $3`;

/** Before any row of the other side's, as whoever moves one does: then neither waits for the other, and none goes over unseen meanwhile. */
export const allHeld = `
select exists (select from cellrelay.letter_text t where t.letter = l.id and t.key is not null) as says from cellrelay.letter l
where ${theirs} order by l.id for update of l`;

/** All that was written on somebody's behalf, when they are erased: the keys first, as whether they may be deleted is asked of the rows that name them. */
export const keysErased = `
delete from cellrelay.identity_key k using cellrelay.letter_text t join cellrelay.letter l on l.id = t.letter
where k.id = t.key and ${theirs}`;

export const textsErased = `
update cellrelay.letter_text t set key = null, sealed = null from cellrelay.letter l
where l.id = t.letter and t.key is not null and ${theirs}`;

/** What was written on behalf of somebody who is erased goes no further: it is taken back from the other registry, and withdrawn unless it was released. */
export const passedErased = `
update cellrelay.letter_received r set state = 'withdrawn', revision = r.revision + 1, ${emptied} from cellrelay.letter l
where r.id = l.received and r.state = 'across' and ${theirs}`;

export const lettersErased = `
update cellrelay.letter l set state = 'withdrawn', revision = l.revision + 1, moved_at = cellrelay.wall_clock()
where l.state <> 'withdrawn' and ${theirs} and not exists (
  select from cellrelay.letter_received r where r.id = l.received and l.state = 'across' and r.state = 'released')`;

export const anyLeft = 'select cellrelay.letters_left($1, $2, $3) as "left"';

/** As for identities: until this transaction ends nobody wraps all keys by a new one, which would leave this one out. */
export const keysInUse = 'lock table cellrelay.identity_key in row exclusive mode';
