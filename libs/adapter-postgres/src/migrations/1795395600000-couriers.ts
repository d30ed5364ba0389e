import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The pool of couriers. Its grants stand with the others, in setup/grants.ts. */
export class Couriers1795395600000 implements MigrationInterface {
  name = 'Couriers1795395600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table cellrelay.courier (
      id text constraint courier_pkey primary key,
      name text not null,
      record json not null,
      search_text text not null,
      changed_at timestamptz not null default cellrelay.wall_clock()
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.courier');
  }
}
