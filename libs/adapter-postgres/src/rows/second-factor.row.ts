import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountRow } from './account.row.js';

/** What makes one-time codes. The secret is encrypted with a key that is not in the database. */
@Entity({ schema: 'cellrelay', name: 'second_factor' })
export class SecondFactorRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'second_factor_pkey' })
  account: string;

  @Column({ type: 'text' })
  sealed: string;

  /** When a first code was shown; null: nobody is asked for codes yet. */
  @Column({ type: 'timestamptz', name: 'set_at', nullable: true })
  setAt: Date | null;

  /** The step of the last code that was taken: neither it nor an earlier one is taken again. */
  @Column({ type: 'bigint', name: 'last_step', nullable: true })
  lastStep: string | null;

  @OneToOne(() => AccountRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'second_factor_of_account' })
  of: Relation<AccountRow>;
}

/** A code for whoever has lost what makes codes; gone once it was used. */
@Entity({ schema: 'cellrelay', name: 'recovery_code' })
export class RecoveryCodeRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'recovery_code_pkey' })
  account: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'recovery_code_pkey' })
  hash: string;

  @ManyToOne(() => AccountRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'recovery_code_of_account' })
  of: Relation<AccountRow>;
}
