import type { MigrationInterface, QueryRunner } from 'typeorm';
import { standsOnSide } from './identities/standing.js';
import { wall } from './identities/wall.js';

/** Who a donor or a recipient is, as ciphertext. `subject` is `donor`, or a recipient's label; `holder` whoever recorded it first. Goes with its shipment where that is an example which is removed. */
const identity = `create table cellrelay.identity (
  id uuid constraint identity_pkey primary key default gen_random_uuid(),
  shipment uuid not null constraint identity_of_shipment references cellrelay.shipment (id) on delete cascade,
  side text not null constraint identity_side check (side in ('donor', 'patient')),
  subject text not null,
  holder uuid not null constraint identity_of_holder references cellrelay.organisation (id),
  key uuid,
  sealed bytea,
  revision integer not null default 1,
  at timestamptz not null default cellrelay.wall_clock(),
  erased_at timestamptz,
  erasure_asked json,
  last_look json,
  constraint identity_key_and_sealed check ((key is null) = (sealed is null)),
  constraint identity_subject unique (shipment, side, subject)
)`;

/** The keys of these ciphertexts, wrapped. No backup of the data holds them, so that what is erased here is erased there; hence no reference from the identities. */
const key = `create table cellrelay.identity_key (
  id uuid constraint identity_key_pkey primary key,
  shipment uuid not null constraint identity_key_of_shipment references cellrelay.shipment (id) on delete cascade,
  side text not null constraint identity_key_side check (side in ('donor', 'patient')),
  subject text not null,
  wrapped_by text not null,
  wrapped bytea not null,
  at timestamptz not null default cellrelay.wall_clock()
)`;

/** Who a donor and the recipients are, behind a wall between the sides. */
export class Identities1795428000000 implements MigrationInterface {
  name = 'Identities1795428000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      identity,
      key,
      `create index identity_key_shipment on cellrelay.identity_key (shipment)`,
      standsOnSide,
      ...wall,
    ])
      await runner.query(statement);
  }

  /** Identities are nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete identities. Restore a backup instead.'),
    );
  }
}
