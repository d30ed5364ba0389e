import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { LetterRow } from './letter.row.js';

/** A version of a letter, or a note to its return, as ciphertext for the side that writes it. */
@Entity({ schema: 'cellrelay', name: 'letter_text' })
@Check('letter_text_kind', `kind in ('text', 'note')`)
@Check('letter_text_key_and_sealed', `(key is null) = (sealed is null)`)
export class LetterTextRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'letter_text_pkey' })
  letter: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'letter_text_pkey' })
  version: number;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient';

  @Column({ type: 'text' })
  kind: 'text' | 'note';

  /** Who wrote it, by their own name. */
  @Column({ type: 'text' })
  person: string;

  /** In `identity_key`; null once it is erased. */
  @Column({ type: 'uuid', nullable: true })
  key: string | null;

  @Column({ type: 'bytea', nullable: true })
  sealed: Buffer | null;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => LetterRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'letter', foreignKeyConstraintName: 'letter_text_of_letter' })
  ofLetter: Relation<LetterRow>;
}
