import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { AttemptOutcome } from '@cellrelay/use-cases';
import { DeliveryRow } from './delivery.row.js';

/** One try of a delivery. Written before it is made, so that a process that dies in it leaves it on record. */
@Entity({ schema: 'cellrelay', name: 'delivery_attempt' })
@Check('delivery_attempt_outcome', `outcome in ('sent', 'kept', 'refused', 'later', 'unknown', 'ended')`)
export class DeliveryAttemptRow {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'delivery_attempt_pkey' })
  delivery: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'delivery_attempt_pkey' })
  number: number;

  /** The lease under which it was made. */
  @Column({ type: 'uuid' })
  token: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome: AttemptOutcome | null;

  /** A sentence of ours about it. */
  @Column({ type: 'text', nullable: true })
  says: string | null;

  @Column({ type: 'text', nullable: true })
  code: string | null;

  @ManyToOne(() => DeliveryRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'delivery', foreignKeyConstraintName: 'delivery_attempt_of_delivery' })
  of: Relation<DeliveryRow>;
}
