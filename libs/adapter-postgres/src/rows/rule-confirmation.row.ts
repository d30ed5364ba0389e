import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That a version of a rule holds, until it is withdrawn. */
@Entity({ schema: 'cellrelay', name: 'rule_confirmation' })
@Index('rule_confirmation_stands', ['rule', 'version'], { unique: true, where: 'withdrawn_at is null' })
@Check('rule_confirmation_withdrawn', 'num_nulls(withdrawn_at, withdrawn_by, withdrawn_for) in (0, 3)')
export class RuleConfirmationRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'rule_confirmation_pkey' })
  id: string;

  @Column({ type: 'text' })
  rule: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  person: string;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'date', name: 'confirmed_on' })
  confirmedOn: string;

  @Column({ type: 'date', nullable: true })
  until: string | null;

  @Column({ type: 'boolean' })
  example: boolean;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'text', name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column({ type: 'text', name: 'withdrawn_for', nullable: true })
  withdrawnFor: string | null;
}
