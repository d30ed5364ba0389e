import { Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MarkColumns } from './mark-columns.js';
import { ShipmentRow } from './shipment.row.js';

/** A shipment whose papers are to be looked at again. */
@Entity({ schema: 'cellrelay', name: 'paper_mark' })
export class PaperMarkRow extends MarkColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'paper_mark_pkey' })
  shipment: string;

  @OneToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'paper_mark_of_shipment' })
  of: Relation<ShipmentRow>;
}
