import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountRow } from './account.row.js';

/** How somebody wants to be told of alerts. */
@Entity({ schema: 'cellrelay', name: 'telling_wish' })
export class TellingWishRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'telling_wish_pkey' })
  account: string;

  @Column({ type: 'json' })
  wish: unknown;

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'cellrelay.wall_clock()' })
  changedAt: Date;

  @OneToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'telling_wish_of_account' })
  of: Relation<AccountRow>;
}
