import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SessionRow } from './session.row.js';

/** A browser on its way to an OpenID provider and back, for ten minutes. Its token is nowhere, only the SHA-256. */
@Entity({ schema: 'cellrelay', name: 'oidc_pending' })
@Index('oidc_pending_session', ['session'])
@Index('oidc_pending_expires', ['expiresAt'])
export class OidcPendingRow {
  @PrimaryColumn({ type: 'text', name: 'token_hash', primaryKeyConstraintName: 'oidc_pending_pkey' })
  tokenHash: string;

  /** Whose account is to be linked; null where somebody signs in. */
  @Column({ type: 'text', nullable: true })
  session: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @ManyToOne(() => SessionRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'session', foreignKeyConstraintName: 'oidc_pending_of_session' })
  of: Relation<SessionRow> | null;
}
