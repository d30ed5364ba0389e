import type { MigrationInterface, QueryRunner } from 'typeorm';
import { letterTables } from './letters/tables.js';
import { isRegistryOf, letterWall } from './letters/wall.js';

/** Letters between donors and recipients, behind the wall between the sides, and which rule each registry keeps to. */
export class Letters1795442400000 implements MigrationInterface {
  name = 'Letters1795442400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...letterTables, isRegistryOf, ...letterWall]) await runner.query(statement);
  }

  /** Letters are nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete letters. Restore a backup instead.'),
    );
  }
}
