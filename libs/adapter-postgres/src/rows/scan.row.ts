import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** The bytes of a scan that stands, as ciphertext. */
@Entity({ schema: 'cellrelay', name: 'scan' })
export class ScanRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'scan_pkey' })
  shipment: string;

  /** Its number in the log, such as S1. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'scan_pkey' })
  scan: string;

  /** In `words_key`, of the operator's side. */
  @Column({ type: 'uuid' })
  key: string;

  @Column({ type: 'bytea' })
  sealed: Buffer;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'scan_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
