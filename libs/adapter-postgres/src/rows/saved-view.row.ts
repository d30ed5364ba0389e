import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountRow } from './account.row.js';

/** A filter and a search of the list under a name, somebody's own. */
@Entity({ schema: 'cellrelay', name: 'saved_view' })
@Index('saved_view_of', ['account', 'savedAt'])
@Check('saved_view_view', `view in ('all', 'urgent', 'mine', 'air', 'decisions')`)
@Check('saved_view_name', `char_length(name) between 1 and 60`)
export class SavedViewRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'saved_view_pkey' })
  account: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'saved_view_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  view: string;

  @Column({ type: 'text' })
  q: string;

  @Column({ type: 'timestamptz', name: 'saved_at', default: () => 'cellrelay.wall_clock()' })
  savedAt: Date;

  @ManyToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'saved_view_of_account' })
  of: Relation<AccountRow>;
}
