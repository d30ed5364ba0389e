import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountRow } from './account.row.js';
import { DowntimeRow } from './downtime.row.js';

/** That an account has read of a downtime. */
@Entity({ schema: 'cellrelay', name: 'downtime_dismissal' })
export class DowntimeDismissalRow {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'downtime_dismissal_pkey' })
  downtime: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'downtime_dismissal_pkey' })
  account: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => DowntimeRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'downtime', foreignKeyConstraintName: 'downtime_dismissal_of_downtime' })
  of: Relation<DowntimeRow>;

  @ManyToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'downtime_dismissal_of_account' })
  ofAccount: Relation<AccountRow>;
}
