import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row, written again and again while bells ring: a gap in it is a time in which nobody answered any. Both moments are the wall clock's. */
const beat = `create table cellrelay.bell_beat (
  what text constraint bell_beat_pkey primary key default 'bells',
  beat_at timestamptz not null default cellrelay.wall_clock(),
  well_at timestamptz not null default cellrelay.wall_clock()
)`;

const downtime = `create table cellrelay.downtime (
  id bigserial constraint downtime_pkey primary key,
  from_at timestamptz not null,
  noticed_at timestamptz not null default cellrelay.wall_clock(),
  to_at timestamptz
)`;

/** What fell due meanwhile, as it was owed then: the item itself is rung and moves on. An example's go with it. */
const item = `create table cellrelay.downtime_item (
  downtime bigint not null constraint downtime_item_of_downtime references cellrelay.downtime (id),
  item bigint not null,
  revision integer not null,
  shipment uuid not null constraint downtime_item_of_shipment references cellrelay.shipment (id) on delete cascade,
  key text not null,
  due_at timestamptz not null,
  owner text not null,
  obligation json not null,
  constraint downtime_item_pkey primary key (downtime, item, revision)
)`;

const dismissal = `create table cellrelay.downtime_dismissal (
  downtime bigint not null constraint downtime_dismissal_of_downtime references cellrelay.downtime (id),
  account uuid not null constraint downtime_dismissal_of_account references cellrelay.account (id) on delete cascade,
  at timestamptz not null default cellrelay.wall_clock(),
  constraint downtime_dismissal_pkey primary key (downtime, account)
)`;

const indexes = [
  // What rings still, and what waits for a person. Whatever has rung stands on the agenda until it is done, for good where nobody does it: nothing that looks for bells is to walk that.
  `create index agenda_item_rings on cellrelay.agenda_item (due_at, key) where closed_at is null and parked_at is null and does <> 'stand'`,
  `create index agenda_item_parked on cellrelay.agenda_item (id) where closed_at is null and parked_at is not null`,
  `create unique index downtime_from on cellrelay.downtime (from_at)`,
  `create index downtime_item_shipment on cellrelay.downtime_item (shipment)`,
];

/** A downtime ends once; otherwise it stays as it was noticed. */
const refuse = `create function cellrelay.refuse_downtime_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.to_at is null and new.to_at is not null
     and (new.id, new.from_at, new.noticed_at) = (old.id, old.from_at, old.noticed_at) then
    return new;
  end if;
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'A downtime ends once, and stays on record.';
end $$`;

const appendOnly = [
  `create trigger append_only before update or delete on cellrelay.downtime for each row execute function cellrelay.refuse_downtime_change()`,
  `create trigger append_only_whole before truncate on cellrelay.downtime for each statement execute function cellrelay.refuse_downtime_change()`,
  `alter table cellrelay.downtime enable always trigger append_only`,
  `alter table cellrelay.downtime enable always trigger append_only_whole`,
];

/** When bells were well last, the times in which they were not, what fell due in these, and who has read of it. */
export class Downtimes1795406400000 implements MigrationInterface {
  name = 'Downtimes1795406400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [beat, downtime, item, dismissal, ...indexes, refuse, ...appendOnly])
      await runner.query(statement);
  }

  /** Downtimes are on record nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete downtimes. Restore a backup instead.'),
    );
  }
}
