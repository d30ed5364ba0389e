import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs that organisations have told. Secrets are sealed with a key that is not here; of one that has ended none is left. */
const endpoint = `create table cellrelay.webhook_endpoint (
  id uuid constraint webhook_endpoint_pkey primary key,
  organisation uuid not null constraint webhook_endpoint_of_organisation references cellrelay.organisation (id) on delete cascade,
  url text not null,
  examples boolean not null,
  secret text not null,
  former text,
  former_until timestamptz,
  cursor text not null,
  made_by text not null,
  created_at timestamptz not null default cellrelay.wall_clock(),
  ended_at timestamptz,
  ended_why text
)`;

export class Endpoints1795464000001 implements MigrationInterface {
  name = 'Endpoints1795464000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(endpoint);
    await runner.query('create index webhook_endpoint_organisation on cellrelay.webhook_endpoint (organisation)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.webhook_endpoint');
  }
}
