import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table cellrelay.saved_view (
    account uuid not null constraint saved_view_of_account references cellrelay.account (id) on delete cascade,
    id uuid not null,
    name text not null constraint saved_view_name check (char_length(name) between 1 and 60),
    view text not null constraint saved_view_view check (view in ('all', 'urgent', 'mine', 'air', 'decisions')),
    q text not null,
    saved_at timestamptz not null default cellrelay.wall_clock(),
    constraint saved_view_pkey primary key (account, id)
  )`,
  `create index saved_view_of on cellrelay.saved_view (account, saved_at)`,
];

/** Views of the list that people keep under a name. */
export class SavedViews1795492800000 implements MigrationInterface {
  name = 'SavedViews1795492800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  /** They are saved anew in no time. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.saved_view');
  }
}
