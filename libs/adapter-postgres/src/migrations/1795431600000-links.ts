import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed links for parties without an account. What a link is for stands in its token, which is signed and is nowhere here: this is who made it for whom, and what became of it. */
const link = `create table cellrelay.link (
  id uuid constraint link_pkey primary key,
  shipment uuid not null constraint link_of_shipment references cellrelay.shipment (id) on delete cascade,
  command text not null,
  task text not null,
  addressee text not null,
  organisation text not null,
  mail text,
  mailed text constraint link_mailed check (mailed in ('sent', 'failed')),
  token_hash text not null constraint link_token_hash_key unique,
  made_by text not null,
  made_for uuid not null,
  created_at timestamptz not null default cellrelay.wall_clock(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint link_ended_once check (used_at is null or revoked_at is null)
)`;

/** Tasks given away by link. */
export class Links1795431600000 implements MigrationInterface {
  name = 'Links1795431600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(link);
    await runner.query('create index link_shipment on cellrelay.link (shipment, created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.link');
  }
}
