import { Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';

/** A version of the policy as a site entered it. Append-only. */
@Entity({ schema: 'cellrelay', name: 'policy' })
@Index('policy_newest', ['position'])
export class PolicyRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'policy_pkey' })
  version: string;

  /** Order of entering: the last is current. */
  @Column({ type: 'bigint' })
  @Generated('increment')
  position: string;

  @Column({ type: 'json' })
  body: unknown;

  @Column({ type: 'text' })
  owner: string;

  @Column({ type: 'text' })
  approver: string;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;
}
