import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** What somebody wrote in prose, as ciphertext, behind row-level security; the log names it by its commitment. */
@Entity({ schema: 'cellrelay', name: 'words' })
@Index('words_commitment', ['commitment'])
@Index('words_sealed_by', ['key'])
@Check('words_side', `side in ('donor', 'patient', 'operator')`)
@Check('words_key_and_sealed', `(key is null) = (sealed is null)`)
export class WordsRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'words_pkey' })
  shipment: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'words_pkey' })
  commitment: string;

  /** Whose people wrote it; without a reference, so that examples are removed as they are. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'words_pkey' })
  organisation: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient' | 'operator';

  /** In `words_key`; null once it is erased. */
  @Column({ type: 'uuid', nullable: true })
  key: string | null;

  @Column({ type: 'bytea', nullable: true })
  sealed: Buffer | null;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'words_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
