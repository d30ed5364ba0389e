import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { AccountRow } from './account.row.js';

/** What a program signs in with. The token is nowhere: only its SHA-256. */
@Entity({ schema: 'cellrelay', name: 'api_token' })
@Unique('api_token_token_hash_key', ['tokenHash'])
@Index('api_token_account', ['account'])
@Check('api_token_scope', `scope in ('read', 'command')`)
export class ApiTokenRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'api_token_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  account: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  scope: 'read' | 'command';

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @ManyToOne(() => AccountRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'api_token_of_account' })
  of: Relation<AccountRow>;
}
