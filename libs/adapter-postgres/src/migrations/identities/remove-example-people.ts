/**
 * Takes the example organisations out with their people and all that is theirs, after the example shipments. With the owner's rights: nobody else deletes accounts.
 * Where a real shipment needs one of them, nothing is removed: of its parts that is looked up, of identities their reference says it, which is checked behind the wall.
 */
const removeExamplePeople = `create function cellrelay.remove_example_people() returns integer language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  examples uuid[];
  people uuid[];
  needed_by text;
  needing text;
begin
  select coalesce(array_agg(locked.id), '{}') into examples
    from (select id from cellrelay.organisation where example order by id for update) locked;
  select o.name into needed_by from cellrelay.organisation o
    where o.id = any (examples) and exists (select from cellrelay.shipment_part p where p.holder = o.id::text) order by o.name limit 1;
  if found then
    raise exception '% stands in a shipment that is no example: take it out of that shipment first. Nothing was removed.', needed_by
      using errcode = 'restrict_violation';
  end if;
  select coalesce(array_agg(locked.id), '{}') into people
    from (select id from cellrelay.account where organisation = any (examples) order by id for update) locked;
  delete from cellrelay.session where account = any (people);
  delete from cellrelay.account_oidc where account = any (people);
  delete from cellrelay.api_token where account = any (people);
  delete from cellrelay.recovery_code where account = any (people);
  delete from cellrelay.second_factor where account = any (people);
  delete from cellrelay.account where id = any (people);
  delete from cellrelay.invitation where organisation = any (examples);
  delete from cellrelay.organisation where id = any (examples);
  return cardinality(people);
exception when foreign_key_violation then
  get stacked diagnostics needing = constraint_name;
  if needing <> 'identity_of_holder' then raise; end if;
  raise exception 'An example organisation holds an identity of a shipment that is no example, which names its holder for good. Nothing was removed.'
    using errcode = 'restrict_violation';
end $$`;

export const removingExamplePeople = [
  removeExamplePeople,
  `revoke all on function cellrelay.remove_example_people() from public`,
];
