import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './spine/append-only.js';
import { clocks, indexes, tables } from './spine/tables.js';

/** The log, the folded state, the agenda, the answers, accounts and sessions. */
export class Spine1795305600000 implements MigrationInterface {
  name = 'Spine1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...clocks, ...tables, ...indexes, ...appendOnly]) await runner.query(statement);
  }

  /** There is no way back that keeps the log: a database is brought back from a backup. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error(
        'The first migration is not taken back: it would delete every log. Restore a backup into a new database instead.',
      ),
    );
  }
}
