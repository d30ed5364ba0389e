import { acting } from './account-sql.js';

export const setPassword = 'update cellrelay.account set password_hash = $2 where id = $1';

export const secondFactor = `
select f.sealed, f.set_at is not null as set,
  (select count(*)::integer from cellrelay.recovery_code c where c.account = f.account) as left
from cellrelay.second_factor f where f.account = $1`;

/** What was begun and never finished is begun anew; what is set stays. */
export const beginSecondFactor = `
insert into cellrelay.second_factor (account, sealed) values ($1, $2)
on conflict (account) do update set sealed = excluded.sealed where second_factor.set_at is null`;

export const setSecondFactor = `
update cellrelay.second_factor set set_at = cellrelay.wall_clock(), last_step = $2 where account = $1 and set_at is null`;

export const takeStep = `
update cellrelay.second_factor set last_step = $2 where account = $1 and set_at is not null and (last_step is null or last_step < $2)`;

export const deleteSecondFactor = 'delete from cellrelay.second_factor where account = $1 and set_at is not null';

export const isSet = 'select from cellrelay.second_factor where account = $1 and set_at is not null';

export const deleteCodes = 'delete from cellrelay.recovery_code where account = $1';

export const insertCodes = 'insert into cellrelay.recovery_code (account, hash) select $1, unnest($2::text[])';

export const takeCode = 'delete from cellrelay.recovery_code where account = $1 and hash = $2';

/** Of token `t`. */
const token = 't.id, t.name, t.scope, t.created_at, t.expires_at, t.last_used_at';

const stands = 't.ended_at is null and t.expires_at > cellrelay.wall_clock()';

export const ownTokens = `select ${token} from cellrelay.api_token t where t.account = $1 and ${stands} order by t.created_at desc, t.id`;

/** Of one that stands. */
export const lockAccount = 'select from cellrelay.account where id = $1 and ended_at is null for no key update';

export const insertToken = `
insert into cellrelay.api_token as t (account, name, scope, token_hash, expires_at)
select $1, $2, $3, $4, cellrelay.wall_clock() + $5 * interval '1 millisecond'
where (select count(*) from cellrelay.api_token t where t.account = $1 and ${stands}) < $6 returning ${token}`;

export const endToken = `
update cellrelay.api_token t set ended_at = cellrelay.wall_clock() where t.account = $1 and t.id = $2 and ${stands} returning t.name`;

/** Notes that it was used when the last note is a minute old, as with sessions. */
export const findToken = `
with standing as (
  select t.id, t.account, a.name, ${acting} as acting, t.scope, t.last_used_at from cellrelay.api_token t
  join cellrelay.account a on a.id = t.account where t.token_hash = $1 and ${stands} and a.ended_at is null
),
noted as (
  update cellrelay.api_token set last_used_at = cellrelay.wall_clock()
  where id = (select id from standing where last_used_at is null or last_used_at < cellrelay.wall_clock() - interval '1 minute')
)
select account, name, acting, scope from standing`;
