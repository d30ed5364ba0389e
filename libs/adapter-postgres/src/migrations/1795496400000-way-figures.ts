import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `alter table cellrelay.figure
  add column door_minutes integer[] not null default '{}',
  add column excursions integer,
  add column slack_eater text`;

/** What is counted of the way: from the centre's door to the infusion, excursions, and where a trip lost most. Filled when a shipment is derived anew; an earlier release writes rows without. */
export class WayFigures1795496400000 implements MigrationInterface {
  name = 'WayFigures1795496400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table cellrelay.figure drop column door_minutes, drop column excursions, drop column slack_eater',
    );
  }
}
