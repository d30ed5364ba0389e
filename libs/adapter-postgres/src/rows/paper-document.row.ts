import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** A paper as it was made. Added to alone. */
@Entity({ schema: 'cellrelay', name: 'paper_document' })
@Index('paper_document_shipment', ['shipment'])
@Index('paper_document_command', ['command'])
export class PaperDocumentRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'paper_document_pkey' })
  document: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'integer' })
  plan: number;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text', nullable: true })
  of: string | null;

  @Column({ type: 'text' })
  reference: string;

  /** Canonical JSON: what the hash is of. */
  @Column({ type: 'text' })
  content: string;

  @Column({ type: 'text' })
  sha256: string;

  /** Fingerprints of the facts that its reader may know, by name. */
  @Column({ type: 'json' })
  facts: unknown;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;

  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'text' })
  command: string;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', name: 'kept_at', default: () => 'cellrelay.wall_clock()' })
  keptAt: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'paper_document_of_shipment' })
  ofShipment: Relation<ShipmentRow>;
}
