import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That something was entered which papers of every live shipment may say, and up to which shipment marks are set. Gone once all are. */
@Entity({ schema: 'cellrelay', name: 'paper_spread' })
export class PaperSpreadRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'paper_spread_pkey' })
  what: string;

  @Column({ type: 'uuid', nullable: true })
  after: string | null;
}
