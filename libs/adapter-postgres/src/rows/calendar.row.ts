import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { AccountRow } from './account.row.js';

/** The calendar of somebody: its address is nowhere, only the SHA-256 of its token; null where it has ended. */
@Entity({ schema: 'cellrelay', name: 'calendar' })
@Unique('calendar_token_hash_key', ['tokenHash'])
@Check('calendar_scope', `scope in ('all', 'tasks')`)
export class CalendarRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'calendar_pkey' })
  account: string;

  @Column({ type: 'text', name: 'token_hash', nullable: true })
  tokenHash: string | null;

  @Column({ type: 'text' })
  scope: 'all' | 'tasks';

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'cellrelay.wall_clock()' })
  madeAt: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'integer' })
  revision: number;

  @Column({ type: 'timestamptz', name: 'told_at', nullable: true })
  toldAt: Date | null;

  @Column({ type: 'text', name: 'told_as' })
  toldAs: string;

  @Column({ type: 'json' })
  told: unknown;

  @OneToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'calendar_of_account' })
  of: Relation<AccountRow>;
}
