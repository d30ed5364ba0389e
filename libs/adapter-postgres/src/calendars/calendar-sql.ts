import { acting } from '../accounts/account-sql.js';

const own = 'c.scope, c.made_at, c.last_used_at';

export const ownCalendar = `select ${own} from cellrelay.calendar c where c.account = $1 and c.token_hash is not null`;

/**
 * The revision goes on, so that no sequence falls; what was told by the address before is forgotten with it. It is no less than the seconds since 2020 either: where the row was lost
 * with a database that was restored since, nobody knows how far it was, but no calendar changes every second.
 */
export const makeCalendar = `
insert into cellrelay.calendar as c (account, token_hash, scope, revision, told_as, told)
values ($1, $2, $3, greatest(0, extract(epoch from cellrelay.wall_clock() - timestamptz '2020-01-01T00:00:00Z'))::integer, '', '[]')
on conflict (account) do update set token_hash = excluded.token_hash, scope = excluded.scope, made_at = cellrelay.wall_clock(),
  last_used_at = null, revision = greatest(c.revision + 1, excluded.revision), told = '[]', told_as = ''
returning ${own}`;

export const endCalendar = `
update cellrelay.calendar set token_hash = null, told = '[]', told_as = '' where account = $1 and token_hash is not null`;

/** One statement, so that revision and telling are of one moment. Notes that it was used when the last note is a minute old, as with sessions. */
export const findCalendar = `
with standing as (
  select c.account, ${acting} as acting, c.scope, c.revision, c.told_at, c.told_as, c.told, c.last_used_at from cellrelay.calendar c
  join cellrelay.account a on a.id = c.account where c.token_hash = $1 and a.ended_at is null
),
noted as (
  update cellrelay.calendar set last_used_at = cellrelay.wall_clock()
  where account = (select account from standing where last_used_at is null or last_used_at < cellrelay.wall_clock() - interval '1 minute')
)
select account, acting, scope, revision, told_at, told_as, told from standing`;

export const tellCalendar = `
update cellrelay.calendar set revision = $4, told_at = $5, told_as = $6, told = $7
where account = $1 and token_hash = $2 and revision = $3`;
