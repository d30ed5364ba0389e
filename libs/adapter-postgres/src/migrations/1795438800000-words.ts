import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runsThis, wordsWall } from './words/wall.js';

/** What people wrote in prose, as ciphertext; the log names it by its commitment. `organisation`: whose people wrote it, by its id. Key and ciphertext are null once it is erased. */
const words = `create table cellrelay.words (
  shipment uuid not null constraint words_of_shipment references cellrelay.shipment (id) on delete cascade,
  commitment text not null,
  organisation text not null,
  side text not null constraint words_side check (side in ('donor', 'patient', 'operator')),
  key uuid,
  sealed bytea,
  at timestamptz not null default cellrelay.wall_clock(),
  constraint words_pkey primary key (shipment, commitment, organisation),
  constraint words_key_and_sealed check ((key is null) = (sealed is null))
)`;

/** The keys of these ciphertexts, wrapped, one a side of a shipment; more where one was missing for a while. No backup of the data holds them, as with identities. */
const key = `create table cellrelay.words_key (
  id uuid constraint words_key_pkey primary key,
  shipment uuid not null constraint words_key_of_shipment references cellrelay.shipment (id) on delete cascade,
  side text not null constraint words_key_side check (side in ('donor', 'patient', 'operator')),
  wrapped_by text not null,
  wrapped bytea not null,
  at timestamptz not null default cellrelay.wall_clock()
)`;

/** What people write lies beside the log, under keys of the sides'. */
export class Words1795438800000 implements MigrationInterface {
  name = 'Words1795438800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      words,
      key,
      'create index words_commitment on cellrelay.words (commitment)',
      'create index words_sealed_by on cellrelay.words (key)',
      'create index words_key_of_side on cellrelay.words_key (shipment, side)',
      runsThis,
      ...wordsWall,
    ])
      await runner.query(statement);
  }

  /** What was written is nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete what people wrote. Restore a backup instead.'),
    );
  }
}
