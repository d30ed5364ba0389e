import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/**
 * Something owed: one row per shipment and key for good; an obligation that comes back reopens its row at the next revision. What it is and when comes from the decision; from `attempts` on the columns belong to bells and leases alone.
 */
@Entity({ schema: 'cellrelay', name: 'agenda_item' })
@Index('agenda_item_key', ['shipment', 'key'], { unique: true })
@Index('agenda_item_due', ['dueAt', 'key'], { where: 'closed_at IS NULL' })
@Index('agenda_item_rings', ['dueAt', 'key'], {
  where: `closed_at IS NULL AND parked_at IS NULL AND does <> 'stand'`,
})
@Index('agenda_item_parked', ['id'], { where: 'closed_at IS NULL AND parked_at IS NOT NULL' })
export class AgendaItemRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', primaryKeyConstraintName: 'agenda_item_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'integer', default: 1 })
  revision: number;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'text' })
  stage: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  does: string;

  @Column({ type: 'text' })
  owner: string;

  /** A deadline that somebody can meet with a command: a task. */
  @Column({ type: 'boolean' })
  offered: boolean;

  @Column({ type: 'json' })
  obligation: unknown;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', name: 'lease_until', nullable: true })
  leaseUntil: Date | null;

  @Column({ type: 'uuid', name: 'lease_token', nullable: true })
  leaseToken: string | null;

  @Column({ type: 'timestamptz', name: 'try_after', nullable: true })
  tryAfter: Date | null;

  @Column({ type: 'timestamptz', name: 'parked_at', nullable: true })
  parkedAt: Date | null;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError: string | null;

  @ManyToOne(() => ShipmentRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'agenda_item_of_shipment' })
  of: Relation<ShipmentRow>;
}
