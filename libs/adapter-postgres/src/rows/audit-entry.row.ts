import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A line of the audit record: who changed rights, who looked at what identifies somebody. Append-only, chained. */
@Entity({ schema: 'cellrelay', name: 'audit_entry' })
@Index('audit_entry_kind', ['kind', 'seq'])
@Index('audit_entry_about', ['about', 'seq'])
@Index('audit_entry_at', ['at', 'seq'])
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

  /** As the text has it, to be asked by; so is the next. */
  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  about: string;
}
