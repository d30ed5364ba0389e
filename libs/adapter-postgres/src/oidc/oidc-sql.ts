/** Whatever was given up meanwhile goes with it: nobody else sweeps here. */
export const sendAway = `
with over as (delete from cellrelay.oidc_pending where expires_at <= cellrelay.wall_clock())
insert into cellrelay.oidc_pending (token_hash, session, expires_at) values ($1, $2, cellrelay.wall_clock() + $3 * interval '1 millisecond')`;

/** Deleting is taking: of two at once one finds it. */
export const takeBack = `
with taken as (delete from cellrelay.oidc_pending where token_hash = $1 returning session, expires_at)
select t.session, a.id, a.name, a.organisation from taken t
left join cellrelay.session s on s.token_hash = t.session and s.expires_at > cellrelay.wall_clock()
left join cellrelay.account a on a.id = s.account
where t.expires_at > cellrelay.wall_clock()`;

export const accountOf = `
select a.name from cellrelay.account_oidc l join cellrelay.account a on a.id = l.account where l.issuer = $1 and l.subject = $2`;

/** To an account that stands. Its row is locked first, here and where a link is deleted: see accounts/ending-ways-in.ts. */
export const insertLink = `
with standing as (select id from cellrelay.account where id = $3 and ended_at is null for no key update)
insert into cellrelay.account_oidc (issuer, subject, account) select $1, $2, id from standing on conflict do nothing`;

export const ownerOfLink = 'select account from cellrelay.account_oidc where issuer = $1 and subject = $2';

export const linkedSince = `
select l.at from cellrelay.account_oidc l join cellrelay.account a on a.id = l.account where l.issuer = $1 and a.name = $2`;

export const deleteLink = `
with owner as (select id from cellrelay.account where name = $2 for no key update)
delete from cellrelay.account_oidc where issuer = $1 and account = (select id from owner)
returning account, subject`;
