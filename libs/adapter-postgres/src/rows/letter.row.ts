import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { LetterState, ReturnReason } from '@cellrelay/use-cases';
import { ShipmentRow } from './shipment.row.js';

/** A letter as the side that writes it has it, without its words. Goes with its shipment where that is an example which is removed. */
@Entity({ schema: 'cellrelay', name: 'letter' })
@Index('letter_shipment', ['shipment'])
@Index('letter_waiting', ['movedAt'], { where: `state in ('screening', 'across')` })
@Check('letter_side', `side in ('donor', 'patient')`)
@Check('letter_state', `state in ('written', 'screening', 'across', 'returned', 'withdrawn')`)
export class LetterRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'letter_pkey', default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient';

  /** On whose behalf: `donor`, or a recipient's label. */
  @Column({ type: 'text' })
  subject: string;

  /** The one that wrote it, by its id. */
  @Column({ type: 'uuid' })
  organisation: string;

  /** Of one that went over, what became of it stands with the other side's row. */
  @Column({ type: 'text' })
  state: Exclude<LetterState, 'released'>;

  @Column({ type: 'integer', default: 1 })
  revision: number;

  @Column({ type: 'text', name: 'returned_for', nullable: true })
  returnedFor: ReturnReason | null;

  /** What lies on the other side, once it went over; its default draws that id, and a letter is written without. */
  @Column({ type: 'uuid', nullable: true, default: () => 'gen_random_uuid()' })
  received: string | null;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @Column({ type: 'timestamptz', name: 'moved_at', default: () => 'cellrelay.wall_clock()' })
  movedAt: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'letter_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
