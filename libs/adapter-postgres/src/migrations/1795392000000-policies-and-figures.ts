import type { MigrationInterface, QueryRunner } from 'typeorm';

const policy = `create table cellrelay.policy (
  version text constraint policy_pkey primary key,
  position bigserial not null,
  body json not null,
  owner text not null,
  approver text not null,
  source text not null,
  by text not null,
  created_at timestamptz not null default cellrelay.wall_clock()
)`;

const figure = `create table cellrelay.figure (
  shipment uuid constraint figure_pkey primary key constraint figure_of_shipment references cellrelay.shipment (id) on delete cascade,
  example boolean not null,
  year integer not null,
  country text,
  region text,
  domestic boolean,
  product text not null,
  outcome text not null,
  reason text,
  ages_minutes integer[] not null,
  doses double precision[] not null,
  bags_ended integer not null,
  bags_in_target integer not null,
  bags_in_limit integer not null
)`;

const pastTotal = `create table cellrelay.past_total (
  id bigserial constraint past_total_pkey primary key,
  year integer not null,
  country text,
  region text,
  product text not null,
  count integer,
  source text not null,
  reason text not null,
  by text not null,
  at timestamptz not null default cellrelay.wall_clock()
)`;

const indexes = [
  `create index policy_newest on cellrelay.policy (position)`,
  `create index figure_year on cellrelay.figure (year)`,
  `create index past_total_year on cellrelay.past_total (year)`,
];

const refuse = `create function cellrelay.refuse_entry_change() returns trigger language plpgsql as $$
begin
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'What was entered stays: enter another.';
end $$`;

/** A version of the policy and an entered number stay as they are: another wish is another row. Figures are derived, as the board's rows are. */
const appendOnly = ['policy', 'past_total'].flatMap((table) => [
  `create trigger append_only before update or delete on cellrelay.${table} for each row execute function cellrelay.refuse_entry_change()`,
  `create trigger append_only_whole before truncate on cellrelay.${table} for each statement execute function cellrelay.refuse_entry_change()`,
  `alter table cellrelay.${table} enable always trigger append_only`,
  `alter table cellrelay.${table} enable always trigger append_only_whole`,
]);

/** The site's policies as versions, a row of figures for each shipment that has ended, and entered totals of past years. */
export class PoliciesAndFigures1795392000000 implements MigrationInterface {
  name = 'PoliciesAndFigures1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [policy, figure, pastTotal, ...indexes, refuse, ...appendOnly])
      await runner.query(statement);
  }

  /** Policies that were entered are on record nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete policies and totals. Restore a backup instead.'),
    );
  }
}
