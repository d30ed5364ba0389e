import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a rule as a site entered it. Append-only. */
@Entity({ schema: 'cellrelay', name: 'border_rule' })
export class BorderRuleRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'border_rule_pkey' })
  rule: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'border_rule_pkey' })
  version: number;

  @Column({ type: 'json' })
  body: unknown;

  @Column({ type: 'text' })
  person: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;
}
