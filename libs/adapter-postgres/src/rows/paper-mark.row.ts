import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** A shipment whose papers are to be looked at again. */
@Entity({ schema: 'cellrelay', name: 'paper_mark' })
export class PaperMarkRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'paper_mark_pkey' })
  shipment: string;

  /** Another one whenever something may have outdated them. */
  @Column({ type: 'uuid' })
  revision: string;

  @Column({ type: 'timestamptz', name: 'marked_at' })
  markedAt: Date;

  @Column({ type: 'integer', default: 0 })
  tries: number;

  @Column({ type: 'timestamptz', name: 'try_after', nullable: true })
  tryAfter: Date | null;

  @OneToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'paper_mark_of_shipment' })
  of: Relation<ShipmentRow>;
}
