import { acting } from './account-sql.js';

/**
 * Of an account that stands, with that hash of a password. Its row is shared meanwhile: whoever changes the password or ends the account either waits, and then ends this
 * session with the others, or comes first, and then there is none.
 */
export const insertSession = `
with standing as (select id from cellrelay.account where id = $2 and password_hash = $4 and ended_at is null for share)
insert into cellrelay.session (token_hash, account, expires_at)
select $1, id, cellrelay.wall_clock() + $3 * interval '1 millisecond' from standing`;

/** Finds a session that stands, and notes that it was seen when the last note is a minute old: not each request is to write. */
export const findSession = `
with standing as (
  select s.token_hash, s.account, a.name, ${acting} as acting, s.expires_at, s.last_seen_at from cellrelay.session s join cellrelay.account a on a.id = s.account
  where s.token_hash = $1 and s.expires_at > cellrelay.wall_clock() and a.ended_at is null
),
noted as (
  update cellrelay.session set last_seen_at = cellrelay.wall_clock()
  where token_hash = (select token_hash from standing where last_seen_at < cellrelay.wall_clock() - interval '1 minute')
)
select account, name, acting, expires_at, last_seen_at from standing`;

export const endSession = 'delete from cellrelay.session where token_hash = $1';

export const sweepSessions = 'delete from cellrelay.session where expires_at <= cellrelay.wall_clock()';

export const ownSessions = `
select id, created_at, last_seen_at, token_hash = $2 as here from cellrelay.session
where account = $1 and expires_at > cellrelay.wall_clock() order by last_seen_at desc, id limit 100`;

export const endOwnSession = 'delete from cellrelay.session where account = $1 and id = $2 returning token_hash';

export const endOtherSessions =
  'delete from cellrelay.session where account = $1 and token_hash <> $2 returning token_hash';
