import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { ReceivedState, ReturnReason } from '@cellrelay/use-cases';
import { ShipmentRow } from './shipment.row.js';

/** A letter as it lies on the side that it goes to, sealed for that side. */
@Entity({ schema: 'cellrelay', name: 'letter_received' })
@Index('letter_received_shipment', ['shipment'])
@Check('letter_received_side', `side in ('donor', 'patient')`)
@Check('letter_received_state', `state in ('across', 'sent-back', 'withdrawn', 'released')`)
@Check('letter_received_key_and_sealed', `(key is null) = (sealed is null)`)
@Check('letter_received_key_while_read', `state in ('across', 'released') or key is null`)
export class LetterReceivedRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'letter_received_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient';

  @Column({ type: 'text' })
  state: ReceivedState;

  @Column({ type: 'integer', default: 1 })
  revision: number;

  /** Why it was sent back. */
  @Column({ type: 'text', name: 'returned_for', nullable: true })
  returnedFor: ReturnReason | null;

  /** In `identity_key`; null once it is taken back or sent back. */
  @Column({ type: 'uuid', nullable: true })
  key: string | null;

  @Column({ type: 'bytea', nullable: true })
  sealed: Buffer | null;

  /** When it came; once it is released, when it was. */
  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt: Date | null;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'letter_received_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
