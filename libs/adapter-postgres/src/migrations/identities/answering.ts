import { organisation, side } from '../wall-settings.js';

/**
 * Who answers for what is recorded of somebody: its holder, while it stands on that side; once it does not, whoever does stand there, who relies on it; where nobody does, the
 * holder still, or nobody could erase it. With the rights of whoever asks.
 */
const answersForIdentity = `create function cellrelay.answers_for_identity(of_shipment uuid, on_side text, held_by text, asking text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when cellrelay.stands_on_side(of_shipment, on_side, asking) then held_by = asking or not cellrelay.stands_on_side(of_shipment, on_side, held_by)
    else held_by = asking and not exists (
      select from cellrelay.shipment_part p where p.shipment = of_shipment and cellrelay.stands_on_side(of_shipment, on_side, p.holder))
  end
$$`;

/**
 * A former holder looks, and erases where nobody else answers; it writes nothing. Whoever stands there and writes over what a former holder recorded holds it from then on: what
 * it enters is not for the former one to read. No role needs the right to change a holder, and none has it.
 */
const keepIdentity = `create function cellrelay.keep_identity() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  asking text := current_setting('cellrelay.organisation', true);
  stands boolean := cellrelay.stands_on_side(old.shipment, old.side, asking);
begin
  if (new.key, new.sealed, new.revision, new.at, new.erased_at, new.erasure_asked::text, new.last_change::text)
    is not distinct from (old.key, old.sealed, old.revision, old.at, old.erased_at, old.erasure_asked::text, old.last_change::text) then
    return new;
  end if;
  if stands and new.sealed is distinct from old.sealed and not cellrelay.stands_on_side(old.shipment, old.side, old.holder::text) then
    new.holder := asking::uuid;
  end if;
  if stands or (cellrelay.answers_for_identity(old.shipment, old.side, old.holder::text, asking) and (new.sealed is null or new.sealed = old.sealed)) then
    return new;
  end if;
  raise exception 'Whoever stands on this side no more reads what it recorded, and changes it no more.' using errcode = 'insufficient_privilege';
end $$`;

export const answering = [
  answersForIdentity,
  keepIdentity,
  `create trigger keep_identity before update on cellrelay.identity for each row execute function cellrelay.keep_identity()`,
  `alter table cellrelay.identity enable always trigger keep_identity`,
  `drop policy erase_own on cellrelay.identity_key`,
  `create policy erase_answering on cellrelay.identity_key for delete using (
    side = ${side} and exists (
      select from cellrelay.identity i where i.key = identity_key.id
      and cellrelay.answers_for_identity(i.shipment, i.side, i.holder::text, ${organisation})))`,
];
