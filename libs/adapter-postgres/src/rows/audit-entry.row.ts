import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of the audit record: who changed rights, who looked at what identifies somebody. Append-only, chained. */
@Entity({ schema: 'cellrelay', name: 'audit_entry' })
export class AuditEntryRow {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'audit_entry_pkey' })
  seq: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** Canonical JSON: what the hash covers. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text' })
  hash: string;
}
