import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bytes of a scan as ciphertext, while the scan stands; what it is stands in the log. `key`: in words_key, of the operator's side. */
const scan = `create table cellrelay.scan (
  shipment uuid not null constraint scan_of_shipment references cellrelay.shipment (id) on delete cascade,
  scan text not null,
  key uuid not null,
  sealed bytea not null,
  at timestamptz not null default cellrelay.wall_clock(),
  constraint scan_pkey primary key (shipment, scan)
)`;

/** Nothing of a ciphertext can be pressed together; trying costs time under the shipment's lock. */
const asItIs = 'alter table cellrelay.scan alter column sealed set storage external';

/** Scans of papers lie beside the log, under the key of the operator's words. */
export class Scans1795485600000 implements MigrationInterface {
  name = 'Scans1795485600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [scan, asItIs]) await runner.query(statement);
  }

  /** What was scanned is nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete scans of papers. Restore a backup instead.'),
    );
  }
}
