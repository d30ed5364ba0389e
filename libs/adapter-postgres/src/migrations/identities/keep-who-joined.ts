/** Invented people, of the examples' organisations and of the operator. Until now there were no others in those but whoever joined by an invitation, which the audit record tells. */
const examplePeople = [
  `alter table cellrelay.account add example boolean not null default false`,
  `update cellrelay.account a set example = true from cellrelay.organisation o where o.id = a.organisation and o.example and not exists (
    select from cellrelay.audit_entry e
    where e.about = a.id::text and e.kind = 'account-made' and e.text::json -> 'data' ->> 'invitation' is not null)`,
];

/**
 * Whoever came in by a password that was printed for all: the invented people, and whoever joined by an invitation of one of those, at any remove. Not who was let in by whoever runs
 * the server. Invitations tell who made them, or made their last link, on the audit record alone.
 */
const cameByExamples = `create function cellrelay.came_by_examples() returns setof text language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive came (name) as (
    select a.name from cellrelay.account a join cellrelay.organisation o on o.id = a.organisation where a.example or o.example
    union
    select a.name from came
      join cellrelay.audit_entry e on e.kind = 'person-invited' and e.text::json -> 'by' ->> 'account' = came.name
      join cellrelay.invitation i on i.id::text = e.about and i.released_at is null
      join cellrelay.audit_entry m on m.kind = 'account-made' and m.text::json -> 'data' ->> 'invitation' = e.about
      join cellrelay.account a on a.id::text = m.about
  ) select name from came
$$`;

/**
 * Takes the invented people out wherever they are, and the example organisations with all that is theirs, after the example shipments. With the owner's rights: nobody else deletes
 * accounts. Nobody real goes with them: whoever joined one of the examples' organisations is named, and so is whoever else came in through them, since anybody may have who knows their password; then nothing is removed. Nor is it where a real shipment needs one of them, which is
 * looked up of its parts, and of identities said by their reference, which is checked behind the wall. An identity of a real shipment that one of them holds passes to whoever writes
 * it there, and then holds nothing up; it is said so.
 */
const removeExamplePeople = `create function cellrelay.remove_example_people() returns integer language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  examples uuid[];
  people uuid[];
  needed_by text;
  joined text;
  needing text;
  referenced text;
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
    from (select id from cellrelay.account where example or organisation = any (examples) order by id for update) locked;
  select a.name, o.name into joined, needed_by from cellrelay.account a join cellrelay.organisation o on o.id = a.organisation
    where a.id = any (people) and not a.example and a.ended_at is null order by a.name limit 1;
  if found then
    raise exception '% is somebody real who acts for %, and would go with it: end that account first. Nothing was removed.', joined, needed_by
      using errcode = 'restrict_violation';
  end if;
  select string_agg(a.name, ', ' order by a.name) into joined from cellrelay.account a
    where not a.example and a.ended_at is null and a.name in (select cellrelay.came_by_examples());
  if joined is not null then
    raise exception 'By invitations of invented people, whose password was printed, these came in and stand: %. End those accounts first; whoever belongs here is invited anew by somebody real. Nothing was removed.', joined
      using errcode = 'restrict_violation';
  end if;
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
  get stacked diagnostics needing = constraint_name, referenced = pg_exception_detail;
  if needing <> 'identity_of_holder' then raise; end if;
  select o.name into needed_by from cellrelay.organisation o where o.id::text = substring(referenced from '\\(id\\)=\\(([0-9a-f-]+)\\)');
  raise exception '% holds an identity of a shipment that is no example. Name a real organisation there in its place, and let that one write the record anew: then it holds it. Nothing was removed.', needed_by
    using errcode = 'restrict_violation';
end $$`;

export const keepWhoJoined = [
  ...examplePeople,
  cameByExamples,
  removeExamplePeople,
  `revoke all on function cellrelay.remove_example_people() from public`,
];
