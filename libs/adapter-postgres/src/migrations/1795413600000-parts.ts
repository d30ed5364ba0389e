import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands in which shipment, and what is shown of it to whoever is not of the operator. Rows that are there already are filled when they are derived anew, as every new
 * version of the fold does at start.
 */
const statements = [
  `create table cellrelay.shipment_part (
    shipment uuid not null constraint part_of_shipment references cellrelay.shipment (id) on delete cascade,
    part text not null,
    holder text not null,
    constraint shipment_part_pkey primary key (shipment, part, holder)
  )`,
  `create index shipment_part_holder on cellrelay.shipment_part (holder, shipment, part)`,
  `alter table cellrelay.shipment add column shared_view json, add column shared_search text`,
];

export class Parts1795413600000 implements MigrationInterface {
  name = 'Parts1795413600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.shipment_part');
    await runner.query('alter table cellrelay.shipment drop column shared_view, drop column shared_search');
  }
}
