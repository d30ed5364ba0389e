/** More is not read: `atMost` says so. */
export const mostVersions = 2_000;
export const mostConfirmations = 5_000;

const version = 'body, person, reason, by, at';

/** Days as text: a driver’s day would have a time and a zone. */
const confirmation =
  'id, rule, version, person, source, confirmed_on::text as confirmed_on, until::text as until, example, by, at';

/** One a rule, so that there are as many as rules: hundreds at most. One more than is taken is asked for, so that what would be left out is noticed. */
export const newest = `
select distinct on (rule) ${version} from cellrelay.border_rule order by rule, version desc limit ${mostVersions + 1}`;

export const standing = `
select ${confirmation} from cellrelay.rule_confirmation where withdrawn_at is null order by rule, version desc limit ${mostConfirmations + 1}`;

export const addVersion = `
insert into cellrelay.border_rule (rule, version, body, person, reason, by) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing returning ${version}`;

export const confirm = `
insert into cellrelay.rule_confirmation (rule, version, person, source, confirmed_on, until, example, by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (rule, version) where withdrawn_at is null do nothing returning ${confirmation}`;

export const withdraw = `
update cellrelay.rule_confirmation set withdrawn_at = cellrelay.wall_clock(), withdrawn_by = $2, withdrawn_for = $3
where id = $1 and withdrawn_at is null returning ${confirmation}`;
