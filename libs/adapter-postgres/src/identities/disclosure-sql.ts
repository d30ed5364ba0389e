import { utc } from './identity-sql.js';

const deed = `json_build_object('account', $2::text, 'person', $3::text, 'organisation', $4::text, 'at', ${utc('cellrelay.wall_clock()')})`;

export const now = `select ${utc('cellrelay.wall_clock()')} as now`;

export const operator = `select id from cellrelay.organisation where kind = 'operator' limit 1`;

/** Grants with what they depend on: whether both organisations stand there still, and whether the record is the one that it was asked for, as far as the wall shows that. */
const grants = `
select g.id, g.side, g.subject, g.document, g.fields, g.granter, g.reader, g.reader_part as "readerPart", g.basis, g.citation, g.rule,
  ${utc('g.valid_until')} as "validUntil", g.asked, g.approved, g.revoked, ${utc('g.last_read_at')} as "lastReadAt",
  cellrelay.stands_on_side(g.shipment, g.side, g.granter::text) and cellrelay.stands_in(g.shipment, g.reader::text) as stands,
  exists (select from cellrelay.identity i where i.shipment = g.shipment and i.side = g.side and i.subject = g.subject and i.key = g.key) as current
from cellrelay.disclosure_grant g`;

const ofSubject = 'where g.shipment = $1 and g.side = $2 and g.subject = $3';

/** The newest first, from behind that one on. */
export const page = `${grants} ${ofSubject}
  and ($4::uuid is null or (g.at, g.id) < (select l.at, l.id from cellrelay.disclosure_grant l where l.id = $4))
order by g.at desc, g.id desc limit $5`;

export const total = `select count(*)::integer as total from cellrelay.disclosure_grant g ${ofSubject}`;

export const open = `${grants} ${ofSubject} and g.revoked is null and g.valid_until > cellrelay.wall_clock()`;

/** Held until the transaction ends: of two who change it the second waits, and is told. */
export const one = `${grants} ${ofSubject} and g.id = $4 for update of g`;

/** The record, held likewise: nobody else adds a grant, changes or erases it meanwhile. */
export const record = `select key from cellrelay.identity where shipment = $1 and side = $2 and subject = $3 for update`;

/** By an organisation that stands there: the wall would make an error of another's. */
export const asked = `
insert into cellrelay.disclosure_grant (asked_by, asked, shipment, side, subject, key, document, fields, granter, reader, reader_part, basis, citation, rule, valid_until)
select $2::text, ${deed}, $1::uuid, $5::text, $6::text, $7::uuid, $8::text, $9::text[], $10::uuid, $11::uuid, $12::text, $13::text, $14::text, $15::text,
  cellrelay.wall_clock() + make_interval(days => $16::integer)
where cellrelay.stands_on_side($1::uuid, $5::text, $10::uuid::text) returning id`;

export const approved = `update cellrelay.disclosure_grant set approved_by = $2, approved = ${deed} where id = $1`;

export const revoked = `update cellrelay.disclosure_grant set revoked = ${deed} where id = $1`;

/** Of whom, and for which papers, the wall shows a reader anything, whichever side it is of. */
export const granted = `
select distinct side, subject, document from cellrelay.disclosure_grant where shipment = $1 and reader::text = $2 order by side, subject, document`;

export const readable = `${grants} ${ofSubject} and g.document = $4 and g.reader::text = $5`;

export const disclosed = `
select i.id, i.revision, i.sealed, i.key, k.wrapped_by as "wrappedBy", k.wrapped
from cellrelay.identity i left join cellrelay.identity_key k on k.id = i.key where i.shipment = $1 and i.side = $2 and i.subject = $3`;

export const readNow = `update cellrelay.disclosure_grant set last_read_at = cellrelay.wall_clock() where id = any ($1::uuid[])`;
