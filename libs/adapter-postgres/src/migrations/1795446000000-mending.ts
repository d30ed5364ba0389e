import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answering } from './identities/answering.js';
import { fromOutside } from './identities/from-outside.js';
import { erasingLetters } from './letters/erasing.js';
import { keepWhoJoined } from './identities/keep-who-joined.js';

/** Former holders of an identity look and no more; who wrote it last is told; who erases somebody erases their letters. Nobody real is removed with the examples. Whom the operator invites into another organisation joins when whoever runs the server has said so. */
export class Mending1795446000000 implements MigrationInterface {
  name = 'Mending1795446000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `alter table cellrelay.identity add last_change json`,
      ...answering,
      ...erasingLetters,
      ...keepWhoJoined,
      ...fromOutside,
    ])
      await runner.query(statement);
  }

  /** Records have passed to others by then. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error(
        'This migration is not taken back: former holders would write over what others recorded. Restore a backup instead.',
      ),
    );
  }
}
