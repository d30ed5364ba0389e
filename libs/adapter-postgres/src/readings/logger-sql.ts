/** Of logger `l`. */
const logger = `l.id, l.made_at, l.token_hash is not null as sends, l.last_heard_at, l.ended_at`;

export const loggersPage = `
select ${logger}, (select count(*)::integer from cellrelay.logger where organisation = $1) as total
from cellrelay.logger l where l.organisation = $1 and l.id > $2 order by l.id limit $3`;

/** So that those who register for one organisation count one after another. */
export const holdOrganisation = 'select from cellrelay.organisation where id = $1 for no key update';

export const countStanding =
  'select count(*)::integer as count from cellrelay.logger where organisation = $1 and ended_at is null';

/** One that had ended with this organisation is taken up again; any other stays. */
export const insertLogger = `
insert into cellrelay.logger as l (id, organisation, token_hash) values ($1, $2, $3)
on conflict (id) do update set token_hash = excluded.token_hash, ended_at = null
where l.organisation = excluded.organisation and l.ended_at is not null
returning ${logger}`;

export const renewLogger = `
update cellrelay.logger l set token_hash = $3 where l.id = $1 and l.organisation = $2 and l.ended_at is null returning ${logger}`;

export const endLogger = `
update cellrelay.logger l set token_hash = null, ended_at = cellrelay.wall_clock()
where l.id = $1 and l.organisation = $2 and l.ended_at is null returning ${logger}`;

/** Whose readings would be taken for that shipment (`spansOf` in use-cases judges them the same way). */
export const ableToSend = `
select l.id from cellrelay.logger l join cellrelay.organisation o on o.id = l.organisation
where l.id = any ($2) and l.ended_at is null and l.token_hash is not null
  and (o.kind = 'operator' or exists (
    select from cellrelay.shipment_part p where p.holder = l.organisation::text and p.shipment = $1 and p.part <> 'logger'))`;

/** Notes that it was heard when the last note is a minute old, as with tokens of programs. */
export const findLogger = `
with standing as (
  select l.id, json_build_object('id', o.id, 'kind', o.kind) as organisation, l.last_heard_at
  from cellrelay.logger l join cellrelay.organisation o on o.id = l.organisation where l.token_hash = $1 and l.ended_at is null
),
noted as (
  update cellrelay.logger set last_heard_at = cellrelay.wall_clock()
  where id = (select id from standing where last_heard_at is null or last_heard_at < cellrelay.wall_clock() - interval '1 minute')
)
select id as logger, organisation from standing`;
