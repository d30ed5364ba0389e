import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ShipmentRow } from './shipment.row.js';

/** What the author of a command was told, so that the same command sent again is told the same and does nothing. */
@Entity({ schema: 'cellrelay', name: 'command_answer' })
@Index('command_answer_shipment', ['shipment'])
export class CommandAnswerRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'command_answer_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text', name: 'body_hash' })
  bodyHash: string;

  @Column({ type: 'json' })
  answer: unknown;

  @Column({ type: 'timestamptz' })
  at: Date;

  @ManyToOne(() => ShipmentRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'command_answer_of_shipment' })
  of: Relation<ShipmentRow>;
}
