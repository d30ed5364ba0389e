/**
 * What is written in the log stays. The one exception is an example shipment, which its own function removes in the open: the setting alone
 * opens nothing, for the row must belong to an example, and only the owner holds the right to delete.
 */
const refuse = `create function cellrelay.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'event' and current_setting('cellrelay.removing_examples', true) = 'yes'
     and exists (select from cellrelay.shipment s where s.id = old.shipment and s.example) then
    return old;
  end if;
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'A recorded fact is corrected by a command, which is one more event.';
end $$`;

const guards = ['event', 'maintenance'].flatMap((table) => [
  `create trigger append_only before update or delete on cellrelay.${table} for each row execute function cellrelay.refuse_change()`,
  `create trigger append_only_whole before truncate on cellrelay.${table} for each statement execute function cellrelay.refuse_change()`,
  // Replication and restoring tools switch ordinary triggers off; these stay.
  `alter table cellrelay.${table} enable always trigger append_only`,
  `alter table cellrelay.${table} enable always trigger append_only_whole`,
]);

/** Takes the examples out, whole, and leaves a line for each. Runs with the owner's rights; who may call it is granted by name. */
const removeExamples = `create function cellrelay.remove_examples(removed_by text) returns setof uuid language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  ids uuid[];
begin
  select coalesce(array_agg(locked.id), '{}') into ids
    from (select id from cellrelay.shipment where example order by id for update) locked;
  perform set_config('cellrelay.removing_examples', 'yes', true);
  delete from cellrelay.agenda_item where shipment = any (ids);
  delete from cellrelay.command_answer where shipment = any (ids);
  delete from cellrelay.event where shipment = any (ids);
  delete from cellrelay.shipment where id = any (ids) and example;
  perform set_config('cellrelay.removing_examples', 'no', true);
  insert into cellrelay.maintenance (what, shipment, by) select 'example-removed', id, removed_by from unnest(ids) id;
  return query select unnest(ids);
end $$`;

export const appendOnly = [
  refuse,
  ...guards,
  removeExamples,
  `revoke all on function cellrelay.remove_examples(text) from public`,
];
