import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was done past the rules, and by whom: one line for each example shipment that was removed. Append-only as the log is. */
@Entity({ schema: 'cellrelay', name: 'maintenance' })
@Index('maintenance_stream', ['tx', 'position'])
export class MaintenanceRow {
  /** From the same sequence as the events', so that the live stream tells both in one order. */
  @PrimaryColumn({
    type: 'bigint',
    default: () => `nextval('cellrelay.event_position_seq')`,
    primaryKeyConstraintName: 'maintenance_pkey',
  })
  position: string;

  @Column({ type: 'bigint', default: () => 'cellrelay.this_transaction()' })
  tx: string;

  @Column({ type: 'text' })
  what: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;
}
