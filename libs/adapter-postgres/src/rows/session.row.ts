import { Column, Entity, Generated, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountRow } from './account.row.js';

/** A sign-in that lasts. The token itself is nowhere: only its SHA-256, so that a copy of this table signs nobody in. */
@Entity({ schema: 'cellrelay', name: 'session' })
@Index('session_account', ['account'])
@Index('session_id', ['id'], { unique: true })
export class SessionRow {
  @PrimaryColumn({ type: 'text', name: 'token_hash', primaryKeyConstraintName: 'session_pkey' })
  tokenHash: string;

  @Column({ type: 'uuid' })
  account: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at', default: () => 'cellrelay.wall_clock()' })
  lastSeenAt: Date;

  /** By which its owner names it, without knowing the hash. */
  @Column({ type: 'uuid' })
  @Generated('uuid')
  id: string;

  @ManyToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'session_of_account' })
  of: Relation<AccountRow>;
}
