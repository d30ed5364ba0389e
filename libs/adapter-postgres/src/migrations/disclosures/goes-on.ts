/**
 * What was said of a grant stays said: approved once, by the organisation that asks, and ended once, whoever writes. Policies cannot say so, for they do not see what a row was before.
 */
const function_ = `create function cellrelay.disclosure_goes_on() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.approved is not null and (new.approved_by, new.approved::text) is distinct from (old.approved_by, old.approved::text) then
    raise exception 'this disclosure is approved already' using errcode = 'restrict_violation';
  end if;
  if old.revoked is not null and new.revoked::text is distinct from old.revoked::text then
    raise exception 'this disclosure is ended for good' using errcode = 'restrict_violation';
  end if;
  if old.approved is null and new.approved is not null and current_setting('cellrelay.organisation', true) is distinct from old.granter::text then
    raise exception 'the organisation that asks for a disclosure approves it' using errcode = 'restrict_violation';
  end if;
  return new;
end $$`;

export const goesOn = [
  function_,
  `create trigger goes_on before update on cellrelay.disclosure_grant for each row execute function cellrelay.disclosure_goes_on()`,
  `alter table cellrelay.disclosure_grant enable always trigger goes_on`,
];
