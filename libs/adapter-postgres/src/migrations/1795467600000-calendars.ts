import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The secret address of somebody's calendar, and what was told by it last. The row outlives the address: the revision, which entries take their sequence from, is never to
 * begin anew for an account.
 */
const calendar = `create table cellrelay.calendar (
  account uuid constraint calendar_pkey primary key constraint calendar_of_account references cellrelay.account (id) on delete cascade,
  token_hash text constraint calendar_token_hash_key unique,
  scope text not null constraint calendar_scope check (scope in ('all', 'tasks')),
  made_at timestamptz not null default cellrelay.wall_clock(),
  last_used_at timestamptz,
  revision integer not null,
  told_at timestamptz,
  told_as text not null,
  told json not null
)`;

/** Calendars of people. */
export class Calendars1795467600000 implements MigrationInterface {
  name = 'Calendars1795467600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(calendar);
  }

  /** Addresses are made anew in no time. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.calendar');
  }
}
