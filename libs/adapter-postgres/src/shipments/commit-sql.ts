import { isUrgent } from '../agenda/agenda-sql.js';
import { paperMarks } from '../papers/paper-sql.js';
import { readingMarks } from '../readings/reading-sql.js';
import { figureNames, figureRecord } from '../figures/figure-columns.js';

/**
 * Reads all that a decision needs in one round trip, under the lock of the shipment's row; the state only where it is not the one that is remembered ($3 its
 * hash, $4 the fold's version). The clock is read after the lock is had. The look at `command_answer` may be older than the lock: see answerSince in commit.ts.
 */
export const loadForCommand = `
with locked as (
  select last_hash, fold_version, case when last_hash = $3 and fold_version = $4 then null else state end as state
  from cellrelay.shipment where id = $1 for update
)
select cellrelay.clock() as now, a.shipment as answered_for, a.body_hash, a.answer, l.last_hash, l.fold_version, l.state
from (values (1)) as one(x)
left join locked l on true
left join cellrelay.command_answer a on a.id = $2`;

export const findAnswer = `select shipment as answered_for, body_hash, answer from cellrelay.command_answer where id = $1`;

const createShipment = `
insert into cellrelay.shipment
  (id, revision, last_hash, fold_version, state, live, example, reference, severity, next_due_at, search_text, view, created_at, updated_at,
   unit, shared_view, shared_search)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $32, $33, $34)`;

// Whether it is an example was said when it was made; the parameter is read so that both statements take the same list.
const moveShipment = `
update cellrelay.shipment set revision = $2, last_hash = $3, fold_version = $4, state = $5, live = $6, reference = $8, severity = $9,
  next_due_at = $10, search_text = $11, view = $12, updated_at = $13, unit = $32, shared_view = $33, shared_search = $34
where id = $1 and example = $7`;

/** Of an item that was closed and comes back, or is to be tried again, operational columns begin afresh; of one that is moved they stay as they are. */
const afresh = (column: string, fresh: string): string =>
  `${column} = case when item.closed_at is null and item.key <> all ($30::text[]) then item.${column} else ${fresh} end`;

const figureOf = (row: string): string =>
  figureNames
    .split(', ')
    .map((name) => `${row}.${name}`)
    .join(', ');
/** A shipment's figures move seldom once it has ended; a row that stays as it is is not written. */
const [ownFigure, excludedFigure] = [figureOf('f'), figureOf('excluded')];

const reopening = [
  afresh('opened_at', 'excluded.opened_at'),
  afresh('attempts', '0'),
  ...['lease_until', 'lease_token', 'parked_at', 'last_error'].map((column) => afresh(column, 'null')),
].join(', ');

/** Who stands in the shipment; a row that stays as it is is not written. */
const standingParts = `parts_left as (
  delete from cellrelay.shipment_part p where p.shipment = $1
    and not exists (select from unnest($35::text[], $36::text[]) as standing(part, holder) where (standing.part, standing.holder) = (p.part, p.holder))
),
parts_taken as (
  insert into cellrelay.shipment_part (shipment, part, holder)
  select $1, taken.part, taken.holder from unnest($35::text[], $36::text[]) as taken(part, holder) on conflict do nothing
)`;

const marks = `marked as (${readingMarks.where('$37::boolean')}),
papers_marked as (${paperMarks.where('$38::boolean')})`;

/**
 * Everything a command writes, in one statement. The agenda's opened and moved items are one upsert on the row that the key has for good. Moving also ends the
 * wait after a failure, since what failed may no longer be what is asked. Answers with the rows to arm.
 */
function writing(shipmentRow: string): string {
  return `
with shipment_row as (${shipmentRow} returning id),
lines as (
  insert into cellrelay.event (shipment, seq, text, hash)
  select $1, line.seq, line.text, line.hash
  from unnest($14::integer[], $15::text[], $16::text[]) as line(seq, text, hash) order by line.seq
),
answered as (
  insert into cellrelay.command_answer (id, shipment, body_hash, answer, at) values ($17, $1, $18, $19, $13)
),
counted as (
  insert into cellrelay.figure as f (shipment, example, ${figureNames})
  select $1, $7, found.* from json_to_record($31::json) as found(${figureRecord}) where $31 is not null
  on conflict (shipment) do update set (${figureNames}) = (${excludedFigure})
  where (${ownFigure}) is distinct from (${excludedFigure})
),
uncounted as (
  delete from cellrelay.figure where shipment = $1 and $31 is null
),
${standingParts},
${marks},
closed as (
  update cellrelay.agenda_item set closed_at = $13 where shipment = $1 and closed_at is null and key = any ($20::text[])
),
standing as (
  insert into cellrelay.agenda_item as item (shipment, key, due_at, stage, kind, does, owner, offered, obligation, opened_at)
  select $1, o.key, o.due_at, o.stage, o.kind, o.does, o.owner, o.offered, o.obligation, $13
  from unnest($21::text[], $22::timestamptz[], $23::text[], $24::text[], $25::text[], $26::text[], $27::boolean[], $28::json[])
    as o(key, due_at, stage, kind, does, owner, offered, obligation)
  on conflict (shipment, key) do update set
    revision = item.revision + 1, due_at = excluded.due_at, stage = excluded.stage, kind = excluded.kind, does = excluded.does,
    owner = excluded.owner, offered = excluded.offered, obligation = excluded.obligation, try_after = null, closed_at = null, ${reopening}
  returning item.id, item.revision, item.stage, item.does, item.due_at as ring_at, ${isUrgent}
)
select (select count(*)::integer from shipment_row) as shipments, s.*,
  greatest(0, ceil(extract(epoch from s.ring_at - cellrelay.clock()) * 1000))::float8 as wait_ms
from (values (1)) as one(x) left join standing s on s.does <> 'stand' and s.ring_at <= cellrelay.clock() + $29 * interval '1 millisecond'
order by s.ring_at, s.id`;
}

export const writeNew = writing(createShipment);
export const writeNext = writing(moveShipment);
