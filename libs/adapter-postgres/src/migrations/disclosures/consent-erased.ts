/**
 * Where somebody's consent stands is a word about them: it goes with what is recorded of them, whoever erases that. With the owner's rights: of those who answer for a record some stand
 * on its side no more, and a grant's own policies would keep it from them.
 */
const function_ = `create function cellrelay.erase_consent() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept text := coalesce(current_setting('cellrelay.keeping', true), '');
begin
  perform set_config('cellrelay.keeping', 'yes', true);
  update cellrelay.disclosure_grant set citation = '' where shipment = old.shipment and side = old.side and subject = old.subject and basis = 'consent';
  perform set_config('cellrelay.keeping', kept, true);
  return null;
end $$`;

export const consentErased = [
  function_,
  `create policy erase_consent on cellrelay.disclosure_grant for update to current_user using (current_setting('cellrelay.keeping', true) = 'yes')`,
  `create trigger erase_consent after update on cellrelay.identity for each row when (old.key is not null and new.key is null) execute function cellrelay.erase_consent()`,
  `alter table cellrelay.identity enable always trigger erase_consent`,
];
