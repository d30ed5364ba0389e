import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** The key of one person's data, wrapped by a key that lies outside the database. Deleting it erases them. */
@Entity({ schema: 'cellrelay', name: 'identity_key' })
@Index('identity_key_shipment', ['shipment'])
@Check('identity_key_side', `side in ('donor', 'patient')`)
export class IdentityKeyRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'identity_key_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient';

  @Column({ type: 'text' })
  subject: string;

  /** The name of the key that it is wrapped by. */
  @Column({ type: 'text', name: 'wrapped_by' })
  wrappedBy: string;

  @Column({ type: 'bytea' })
  wrapped: Buffer;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'identity_key_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
