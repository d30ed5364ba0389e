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
import type { Channel, DeliveryStatus } from '@cellrelay/use-cases';
import { AccountRow } from './account.row.js';
import { OrganisationRow } from './organisation.row.js';
import { ShipmentRow } from './shipment.row.js';

/** What is to be told to somebody outside. What became of it stands here and in its attempts. */
@Entity({ schema: 'cellrelay', name: 'delivery' })
@Unique('delivery_key_key', ['key'])
@Index('delivery_waiting', ['urgency', 'nextAt', 'id'], { where: `status = 'waiting'` })
@Index('delivery_organisation', ['organisation', 'id'])
@Index('delivery_shipment', ['shipment'])
@Index('delivery_account', ['account'])
@Index('delivery_series', ['series', 'id'], { where: 'series is not null' })
@Index('delivery_ended', ['endedAt'])
@Index('delivery_to_follow', ['nextAt', 'id'], {
  where: `channel = 'desk' and status = 'sent' and settled_at is null`,
})
@Check('delivery_channel', `channel in ('mail', 'sms', 'voice', 'desk', 'webhook')`)
@Check('delivery_status', `status in ('waiting', 'sent', 'kept', 'failed', 'withdrawn', 'unknown')`)
@Check('delivery_to', `num_nonnulls(account, endpoint) = case channel when 'desk' then 0 else 1 end`)
export class DeliveryRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', primaryKeyConstraintName: 'delivery_pkey' })
  id: string;

  /** What makes it one: enqueued twice, it is kept once. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  channel: Channel;

  /** What one fault of the other side holds up together. */
  @Column({ type: 'text' })
  destination: string;

  @Column({ type: 'uuid' })
  organisation: string;

  @Column({ type: 'uuid', nullable: true })
  account: string | null;

  /** As a record names it: the endpoint may be gone. */
  @Column({ type: 'uuid', nullable: true })
  endpoint: string | null;

  @Column({ type: 'uuid', nullable: true })
  shipment: string | null;

  /** The least is the most urgent. */
  @Column({ type: 'integer' })
  urgency: number;

  /** What is told in order; null: it stands alone. */
  @Column({ type: 'text', nullable: true })
  series: string | null;

  /** What is told, and to which address. */
  @Column({ type: 'json' })
  body: unknown;

  @Column({ type: 'text', default: 'waiting' })
  status: DeliveryStatus;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  /** When it was enqueued, or asked for again: for how long it is tried counts from then. */
  @Column({ type: 'timestamptz', name: 'asked_at', default: () => 'cellrelay.wall_clock()' })
  askedAt: Date;

  /** Tries before it was asked for again. */
  @Column({ type: 'integer', name: 'tried_before', default: 0 })
  triedBefore: number;

  @Column({ type: 'timestamptz', name: 'next_at', default: () => 'cellrelay.wall_clock()' })
  nextAt: Date;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', name: 'lease_until', nullable: true })
  leaseUntil: Date | null;

  @Column({ type: 'uuid', name: 'lease_token', nullable: true })
  leaseToken: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Of a request that an office has: when the log came to know. Null of everything else. */
  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @ManyToOne(() => OrganisationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'delivery_of_organisation' })
  of: Relation<OrganisationRow>;

  @ManyToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'delivery_of_account' })
  ofAccount: Relation<AccountRow> | null;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'delivery_of_shipment' })
  ofShipment: Relation<ShipmentRow> | null;
}
