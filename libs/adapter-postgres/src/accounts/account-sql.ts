/** As whom an account acts, as JSON; `a` is the account. */
export const acting = `(select json_build_object('person', a.person, 'role', a.role, 'courier', a.courier,
  'organisation', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind)) from cellrelay.organisation o where o.id = a.organisation)`;

/** The operator of an instance that has none yet. The name may be changed; the kind has one row. */
export const makeOperator = `
insert into cellrelay.organisation (name, kind) select 'Coordination office', 'operator'
where not exists (select from cellrelay.organisation where kind = 'operator') on conflict do nothing`;

/** With no organisation given, the operator's. */
export const insertAccount = `
insert into cellrelay.account (name, password_hash, organisation, person, role, courier)
values ($1, $2, coalesce($3::uuid, (select id from cellrelay.organisation where kind = 'operator')), $4, $5, $6)
on conflict do nothing returning id, organisation`;

export const anyAccount = 'select from cellrelay.account limit 1';

/** Of those that have not ended. */
export const findAccount = `select a.id, a.name, a.password_hash, a.created_at, ${acting} as acting from cellrelay.account a
where a.name = $1 and a.ended_at is null`;

export const renewPassword = `
update cellrelay.account set password_hash = $2 where name = $1 and ended_at is null returning id`;
