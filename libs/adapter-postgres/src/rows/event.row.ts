import { Column, Entity, Generated, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** One line of a log. Append-only: the database refuses anything else. */
@Entity({ schema: 'cellrelay', name: 'event' })
@Index('event_stream', ['tx', 'position'])
export class EventRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'event_pkey' })
  shipment: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'event_pkey' })
  seq: number;

  /** Canonical JSON, exactly as hashed. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text' })
  hash: string;

  /** Order of writing; commits happen in another order, see changes/. */
  @Column({ type: 'bigint' })
  @Generated('increment')
  position: string;

  /** The writing transaction, as PostgreSQL counts them (64 bits, no wrap-around). */
  @Column({ type: 'bigint', default: () => 'cellrelay.this_transaction()' })
  tx: string;

  @ManyToOne(() => ShipmentRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'event_of_shipment' })
  of: Relation<ShipmentRow>;
}
