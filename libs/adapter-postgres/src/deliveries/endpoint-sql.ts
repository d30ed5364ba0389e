const view = `id, organisation, url, examples, made_by, created_at, ended_at, ended_why`;

export const holdOrganisation = `select from cellrelay.organisation where id = $1 for no key update`;
export const countTold = `select count(*)::integer as count from cellrelay.webhook_endpoint where organisation = $1 and ended_at is null`;

export const insert = `
insert into cellrelay.webhook_endpoint (id, organisation, url, examples, secret, made_by, cursor)
values ($1, $2, $3, $4, $5, $6, $7) returning ${view}`;

/** What is told first, then what was ended, the latest first. */
export const list = `
select ${view} from cellrelay.webhook_endpoint where organisation = $1
order by ended_at is not null, ended_at desc, created_at desc, id limit 100`;

export const renew = `
update cellrelay.webhook_endpoint set former = secret, former_until = cellrelay.wall_clock() + interval '1 day', secret = $3
where organisation = $1 and id = $2 and ended_at is null returning ${view}`;

/** Its secrets go with it. */
export const end = `
update cellrelay.webhook_endpoint set ended_at = cellrelay.wall_clock(), ended_why = $3, secret = '', former = null, former_until = null
where ($1::uuid is null or organisation = $1) and id = $2 and ended_at is null returning ${view}`;

export const secrets = `
select url, secret, case when former_until > cellrelay.wall_clock() then former end as former
from cellrelay.webhook_endpoint where id = $1 and ended_at is null`;

export const feeds = `
select e.id, e.organisation, o.name, o.kind, e.examples, e.cursor,
  greatest(e.created_at, cellrelay.wall_clock() - interval '30 days') as since
from cellrelay.webhook_endpoint e join cellrelay.organisation o on o.id = e.organisation
where e.ended_at is null order by e.created_at, e.id`;

export const moveOn = `update cellrelay.webhook_endpoint set cursor = $3 where id = $1 and cursor = $2`;
