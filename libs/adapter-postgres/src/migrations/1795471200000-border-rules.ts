import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table cellrelay.border_rule (
    rule text not null,
    version integer not null,
    body json not null,
    person text not null,
    reason text not null,
    by text not null,
    at timestamptz not null default cellrelay.wall_clock(),
    constraint border_rule_pkey primary key (rule, version)
  )`,
  `create trigger append_only before update or delete on cellrelay.border_rule for each row execute function cellrelay.refuse_entry_change()`,
  `create trigger append_only_whole before truncate on cellrelay.border_rule for each statement execute function cellrelay.refuse_entry_change()`,
  `alter table cellrelay.border_rule enable always trigger append_only`,
  `alter table cellrelay.border_rule enable always trigger append_only_whole`,
  `create table cellrelay.rule_confirmation (
    id uuid constraint rule_confirmation_pkey primary key default gen_random_uuid(),
    rule text not null,
    version integer not null,
    person text not null,
    source text not null,
    confirmed_on date not null,
    until date,
    example boolean not null,
    by text not null,
    at timestamptz not null default cellrelay.wall_clock(),
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawn_for text,
    constraint rule_confirmation_withdrawn check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_for) in (0, 3))
  )`,
  // Of two who confirm a version at once the second is told.
  `create unique index rule_confirmation_stands on cellrelay.rule_confirmation (rule, version) where withdrawn_at is null`,
];

/** What a site makes of the rules of borders: versions of its own, and that one holds. */
export class BorderRules1795471200000 implements MigrationInterface {
  name = 'BorderRules1795471200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['rule_confirmation', 'border_rule']) await runner.query(`drop table cellrelay.${table}`);
  }
}
