import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** Leave to read some fields of one person, for one kind of paper, behind row-level security. Goes with its shipment where that is an example which is removed. */
@Entity({ schema: 'cellrelay', name: 'disclosure_grant' })
@Index('disclosure_grant_subject', ['shipment', 'side', 'subject'])
@Check('disclosure_grant_side', `side in ('donor', 'patient')`)
@Check('disclosure_grant_fields', `cardinality(fields) > 0`)
@Check('disclosure_grant_basis', `basis in ('law', 'registry-rule', 'consent')`)
@Check('disclosure_grant_to_another', `reader <> granter`)
@Check('disclosure_grant_approved', `(approved_by is null) = (approved is null)`)
@Check('disclosure_grant_two_people', `approved_by <> asked_by`)
export class DisclosureGrantRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'disclosure_grant_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient';

  /** `donor`, or a recipient's label. */
  @Column({ type: 'text' })
  subject: string;

  /** Of the record that it was asked for: once that is erased there is none of that id. */
  @Column({ type: 'uuid' })
  key: string;

  @Column({ type: 'text' })
  document: string;

  @Column({ type: 'text', array: true })
  fields: string[];

  /** The organisation that gives it. */
  @Column({ type: 'uuid' })
  granter: string;

  @Column({ type: 'uuid' })
  reader: string;

  @Column({ type: 'text', name: 'reader_part' })
  readerPart: string;

  @Column({ type: 'text' })
  basis: string;

  /** Of a consent it is emptied when the person is erased. */
  @Column({ type: 'text' })
  citation: string;

  @Column({ type: 'text', nullable: true })
  rule: string | null;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @Column({ type: 'timestamptz', name: 'valid_until' })
  validUntil: Date;

  /** The account that asked. */
  @Column({ type: 'text', name: 'asked_by' })
  askedBy: string;

  /** Who that was, for whom, and when; likewise below. */
  @Column({ type: 'json' })
  asked: unknown;

  @Column({ type: 'text', name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column({ type: 'json', nullable: true })
  approved: unknown;

  @Column({ type: 'json', nullable: true })
  revoked: unknown;

  @Column({ type: 'timestamptz', name: 'last_read_at', nullable: true })
  lastReadAt: Date | null;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'disclosure_grant_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
