import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices that send readings: whose they are, and the hash of the token that each sends with; none where it has none yet, or none any more. */
const logger = [
  `create table cellrelay.logger (
    id text constraint logger_pkey primary key,
    organisation uuid not null constraint logger_of_organisation references cellrelay.organisation (id) on delete cascade,
    token_hash text constraint logger_token_hash_key unique,
    made_at timestamptz not null default cellrelay.wall_clock(),
    last_heard_at timestamptz,
    ended_at timestamptz
  )`,
  `create index logger_organisation on cellrelay.logger (organisation, id)`,
];

/** No key into the shipment: each row of a batch would be looked up there, and the shipment's row locked for it. What goes with a shipment is taken out below. */
const readings = [
  `create table cellrelay.logger_reading (
    shipment uuid not null,
    logger text not null,
    at timestamptz not null,
    celsius double precision not null,
    received_at timestamptz not null,
    constraint logger_reading_pkey primary key (shipment, logger, at)
  ) partition by range (at)`,
  `create table cellrelay.reading_month (
    month text constraint reading_month_pkey primary key,
    constraint reading_month_form check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
  )`,
];

/**
 * A month's row makes its partition, so that whoever writes readings need not own the table, of two who write a month's first one the second waits for the first, and a backup
 * that brings the rows brings the partitions. Made beside and then attached: that waits for nobody who reads or writes, where making it in place would.
 */
const months = [
  `create function cellrelay.make_reading_month() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  partition text := 'logger_reading_' || replace(new.month, '-', '_');
  starts date := (new.month || '-01')::date;
begin
  execute format('create table cellrelay.%I (like cellrelay.logger_reading including all)', partition);
  execute format('alter table cellrelay.logger_reading attach partition cellrelay.%I for values from (%L) to (%L)',
    partition, to_char(starts, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(starts + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
  return null;
end $$`,
  `revoke all on function cellrelay.make_reading_month() from public`,
  `create trigger make_month after insert on cellrelay.reading_month for each row execute function cellrelay.make_reading_month()`,
  `alter table cellrelay.reading_month enable always trigger make_month`,
];

/** Shipments whose readings are not worked out yet: written with the readings, taken away once their record says what they imply. */
const marks = [
  `create table cellrelay.reading_mark (
    shipment uuid constraint reading_mark_pkey primary key,
    revision uuid not null default gen_random_uuid(),
    marked_at timestamptz not null,
    tries integer not null default 0,
    try_after timestamptz
  )`,
  `create function cellrelay.remove_readings() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from cellrelay.logger_reading where shipment = old.id;
  delete from cellrelay.reading_mark where shipment = old.id;
  return null;
end $$`,
  `revoke all on function cellrelay.remove_readings() from public`,
  `create trigger remove_readings after delete on cellrelay.shipment for each row execute function cellrelay.remove_readings()`,
];

/** Loggers of organisations, their readings by month, and what is not worked out of them yet. */
export class Readings1795449600000 implements MigrationInterface {
  name = 'Readings1795449600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...logger, ...readings, ...months, ...marks]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger remove_readings on cellrelay.shipment');
    for (const table of ['reading_mark', 'reading_month', 'logger_reading', 'logger'])
      await runner.query(`drop table cellrelay.${table}`);
    for (const name of ['remove_readings', 'make_reading_month'])
      await runner.query(`drop function cellrelay.${name}()`);
  }
}
