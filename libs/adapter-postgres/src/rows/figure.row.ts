import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** What a programme counts of one shipment that has ended; made from its state by each commit, and to be made again from it. */
@Entity({ schema: 'cellrelay', name: 'figure' })
@Index('figure_year', ['year'])
export class FigureRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'figure_pkey' })
  shipment: string;

  @Column({ type: 'boolean' })
  example: boolean;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Column({ type: 'text', nullable: true })
  region: string | null;

  @Column({ type: 'boolean', nullable: true })
  domestic: boolean | null;

  @Column({ type: 'text' })
  product: string;

  @Column({ type: 'text' })
  outcome: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'integer', array: true, name: 'ages_minutes' })
  agesMinutes: number[];

  @Column({ type: 'double precision', array: true })
  doses: number[];

  @Column({ type: 'integer', name: 'bags_ended' })
  bagsEnded: number;

  @Column({ type: 'integer', name: 'bags_in_target' })
  bagsInTarget: number;

  @Column({ type: 'integer', name: 'bags_in_limit' })
  bagsInLimit: number;

  @Column({ type: 'integer', array: true, name: 'door_minutes', default: () => `'{}'` })
  doorMinutes: number[];

  @Column({ type: 'integer', nullable: true })
  excursions: number | null;

  @Column({ type: 'text', nullable: true, name: 'slack_eater' })
  slackEater: string | null;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'figure_of_shipment' })
  of: Relation<ShipmentRow>;
}
