import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often each courier's record has been written, so that of two who change it at once the second is told. */
export class CourierRevisions1795402800000 implements MigrationInterface {
  name = 'CourierRevisions1795402800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cellrelay.courier add column revision integer not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cellrelay.courier drop column revision');
  }
}
