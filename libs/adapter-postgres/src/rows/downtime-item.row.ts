import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DowntimeRow } from './downtime.row.js';
import { ShipmentRow } from './shipment.row.js';

/** What fell due in a downtime, as it was owed then. Goes with its shipment where that is an example which is removed. */
@Entity({ schema: 'cellrelay', name: 'downtime_item' })
@Index('downtime_item_shipment', ['shipment'])
export class DowntimeItemRow {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'downtime_item_pkey' })
  downtime: string;

  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'downtime_item_pkey' })
  item: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'downtime_item_pkey' })
  revision: number;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'text' })
  owner: string;

  /** Without what it offers: that is asked of the item. */
  @Column({ type: 'json' })
  obligation: unknown;

  @ManyToOne(() => DowntimeRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'downtime', foreignKeyConstraintName: 'downtime_item_of_downtime' })
  of: Relation<DowntimeRow>;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'downtime_item_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
