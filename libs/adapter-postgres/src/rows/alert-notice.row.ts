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
import { ShipmentRow } from './shipment.row.js';

/** That somebody is to be told of an alert. Several of one person become one message. */
@Entity({ schema: 'cellrelay', name: 'alert_notice' })
@Unique('alert_notice_key_key', ['key'])
@Index('alert_notice_waiting', ['id'], { where: 'delivery is null and ended_at is null' })
@Index('alert_notice_standing', ['lookedAt'], { where: 'ended_at is null and not ends' })
@Index('alert_notice_unsettled', ['delivery'], { where: 'settled_at is null and ended_at is null and not ends' })
@Index('alert_notice_shipment', ['shipment', 'alert'])
@Index('alert_notice_account', ['account'])
@Index('alert_notice_delivery', ['delivery'])
@Check('alert_notice_channel', `channel in ('mail', 'sms', 'voice')`)
export class AlertNoticeRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', primaryKeyConstraintName: 'alert_notice_pkey' })
  id: string;

  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  alert: string;

  @Column({ type: 'uuid' })
  account: string;

  @Column({ type: 'text' })
  channel: string;

  @Column({ type: 'text' })
  severity: string;

  /** It tells that the alert has ended. */
  @Column({ type: 'boolean' })
  ends: boolean;

  /** The notice whole. */
  @Column({ type: 'json' })
  notice: unknown;

  @Column({ type: 'timestamptz', name: 'not_before', nullable: true })
  notBefore: Date | null;

  @Column({ type: 'timestamptz', name: 'noted_at', default: () => 'cellrelay.wall_clock()' })
  notedAt: Date;

  /** The key of the message that it is part of. */
  @Column({ type: 'text', nullable: true })
  delivery: string | null;

  /** What became of its message is known, or it counts as told to nobody from the start. */
  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column({ type: 'timestamptz', name: 'looked_at', default: () => 'cellrelay.wall_clock()' })
  lookedAt: Date;

  /** Its alert has ended or was taken on, or there was nothing to tell. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'alert_notice_of_shipment' })
  ofShipment: Relation<ShipmentRow>;

  @ManyToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'alert_notice_of_account' })
  ofAccount: Relation<AccountRow>;
}
