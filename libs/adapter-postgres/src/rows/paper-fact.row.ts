import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OrganisationRow } from './organisation.row.js';
import { ShipmentRow } from './shipment.row.js';

/** One entry of what papers say that no log tells. Append-only; the newest of a record counts. */
@Entity({ schema: 'cellrelay', name: 'paper_fact' })
@Index('paper_fact_shipment', ['shipment'], { where: 'shipment is not null' })
@Index('paper_fact_organisation', ['organisation'], { where: 'organisation is not null' })
@Check('paper_fact_kind', `kind in ('site', 'postal', 'passport', 'markers', 'value', 'party')`)
@Check('paper_fact_revision', 'revision > 0')
export class PaperFactRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'paper_fact_pkey' })
  kind: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'paper_fact_pkey' })
  about: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'paper_fact_pkey' })
  revision: number;

  /** With which it goes when that is removed. */
  @Column({ type: 'uuid', nullable: true })
  shipment: string | null;

  /** The same of an organisation. */
  @Column({ type: 'uuid', nullable: true })
  organisation: string | null;

  @Column({ type: 'json' })
  body: unknown;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'paper_fact_of_shipment' })
  ofShipment: Relation<ShipmentRow>;

  @ManyToOne(() => OrganisationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'paper_fact_of_organisation' })
  ofOrganisation: Relation<OrganisationRow>;
}
