import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A shipment's folded state beside what the list shows of it; both are made from its events and can be made again. */
@Entity({ schema: 'cellrelay', name: 'shipment' })
@Index('shipment_list', { synchronize: false })
@Index('shipment_unit', ['unit', 'example'], { unique: true, where: 'live' })
@Index('shipment_unit_used', ['unit'], { where: 'NOT live AND (unit IS NOT NULL)' })
export class ShipmentRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'shipment_pkey' })
  id: string;

  @Column({ type: 'integer' })
  revision: number;

  @Column({ type: 'text', name: 'last_hash' })
  lastHash: string;

  @Column({ type: 'integer', name: 'fold_version' })
  foldVersion: number;

  @Column({ type: 'json' })
  state: unknown;

  @Column({ type: 'boolean' })
  live: boolean;

  @Column({ type: 'boolean' })
  example: boolean;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'smallint' })
  severity: number;

  @Column({ type: 'timestamptz', name: 'next_due_at', nullable: true })
  nextDueAt: Date | null;

  @Column({ type: 'text', name: 'search_text' })
  searchText: string;

  @Column({ type: 'json' })
  view: unknown;

  /** What is shown of it to whoever is not of the operator; null where nobody else stands in it. */
  @Column({ type: 'json', name: 'shared_view', nullable: true })
  sharedView: unknown;

  @Column({ type: 'text', name: 'shared_search', nullable: true })
  sharedSearch: string | null;

  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
