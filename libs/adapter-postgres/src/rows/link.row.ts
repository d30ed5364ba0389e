import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** A signed link for a party without an account. The token is nowhere: only its SHA-256. */
@Entity({ schema: 'cellrelay', name: 'link' })
@Unique('link_token_hash_key', ['tokenHash'])
@Index('link_shipment', ['shipment', 'createdAt', 'id'])
@Check('link_mailed', `mailed in ('sent', 'failed')`)
@Check('link_ended_once', `used_at is null or revoked_at is null`)
export class LinkRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'link_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  command: string;

  /** What its holder is asked for, in words. */
  @Column({ type: 'text' })
  task: string;

  /** For whom it was made, in words: kept here alone, and in no log. */
  @Column({ type: 'text' })
  addressee: string;

  @Column({ type: 'text' })
  organisation: string;

  @Column({ type: 'text', nullable: true })
  mail: string | null;

  @Column({ type: 'text', nullable: true })
  mailed: 'sent' | 'failed' | null;

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash: string;

  /** The name of the account that made it. */
  @Column({ type: 'text', name: 'made_by' })
  madeBy: string;

  /** The organisation for which it was made, as the audit record names it. */
  @Column({ type: 'uuid', name: 'made_for' })
  madeFor: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'link_of_shipment' })
  of: Relation<ShipmentRow>;
}
