import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** Which organisation or courier stands in a shipment, and as what; made from its state by each commit, and to be made again from it. */
@Entity({ schema: 'cellrelay', name: 'shipment_part' })
@Index('shipment_part_holder', ['holder', 'shipment', 'part'])
export class ShipmentPartRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'shipment_part_pkey' })
  shipment: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'shipment_part_pkey' })
  part: string;

  /** An organisation's id, or a courier's in the pool. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'shipment_part_pkey' })
  holder: string;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'part_of_shipment' })
  of: Relation<ShipmentRow>;
}
