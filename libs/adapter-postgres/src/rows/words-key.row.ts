import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** The key that one side's words of a shipment are sealed by, wrapped by a key that lies outside the database. Deleting it erases them. */
@Entity({ schema: 'cellrelay', name: 'words_key' })
@Index('words_key_of_side', ['shipment', 'side'])
@Check('words_key_side', `side in ('donor', 'patient', 'operator')`)
export class WordsKeyRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'words_key_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient' | 'operator';

  /** The name of the key that it is wrapped by. */
  @Column({ type: 'text', name: 'wrapped_by' })
  wrappedBy: string;

  @Column({ type: 'bytea' })
  wrapped: Buffer;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'words_key_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
