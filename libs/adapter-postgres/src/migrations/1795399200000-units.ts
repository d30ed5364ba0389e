import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which banked unit a shipment has: one unit is ordered once at a time, whichever process takes the order. Rows that are there already are filled when they are
 * derived anew, as every new version of the fold does at start.
 */
const statements = [
  `alter table cellrelay.shipment add column unit text`,
  `create unique index shipment_unit on cellrelay.shipment (unit, example) where live`,
  `create index shipment_unit_used on cellrelay.shipment (unit) where not live and unit is not null`,
];

export class Units1795399200000 implements MigrationInterface {
  name = 'Units1795399200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cellrelay.shipment drop column unit');
  }
}
