import type { MigrationInterface, QueryRunner } from 'typeorm';
import { consentErased } from './disclosures/consent-erased.js';
import { disclosureWall } from './disclosures/disclosure-wall.js';
import { goesOn } from './disclosures/goes-on.js';

/**
 * Leave to read some fields of one person, asked by one and approved by another. It is for the record whose key it names: erased, and so recorded anew under another key, there is
 * nothing that it opens. Organisations are named as a shipment's parts name them, without a reference: who was let read stays on record.
 */
const grant = `create table cellrelay.disclosure_grant (
  id uuid constraint disclosure_grant_pkey primary key default gen_random_uuid(),
  shipment uuid not null constraint disclosure_grant_of_shipment references cellrelay.shipment (id) on delete cascade,
  side text not null constraint disclosure_grant_side check (side in ('donor', 'patient')),
  subject text not null,
  key uuid not null,
  document text not null,
  fields text[] not null constraint disclosure_grant_fields check (cardinality(fields) > 0),
  granter uuid not null,
  reader uuid not null,
  reader_part text not null,
  basis text not null constraint disclosure_grant_basis check (basis in ('law', 'registry-rule', 'consent')),
  citation text not null,
  rule text,
  at timestamptz not null default cellrelay.wall_clock(),
  valid_until timestamptz not null,
  asked_by text not null,
  asked json not null,
  approved_by text,
  approved json,
  revoked json,
  last_read_at timestamptz,
  constraint disclosure_grant_to_another check (reader <> granter),
  constraint disclosure_grant_approved check ((approved_by is null) = (approved is null)),
  constraint disclosure_grant_two_people check (approved_by <> asked_by)
)`;

/** The door in the wall between the sides: what is disclosed to whom, for which paper and until when. */
export class Disclosures1795435200000 implements MigrationInterface {
  name = 'Disclosures1795435200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      grant,
      `create index disclosure_grant_subject on cellrelay.disclosure_grant (shipment, side, subject)`,
      ...goesOn,
      ...disclosureWall,
      ...consentErased,
    ])
      await runner.query(statement);
  }

  /** Who was let read is nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete who was let read. Restore a backup instead.'),
    );
  }
}
