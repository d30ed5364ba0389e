import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A courier of the pool. Not part of any log: a nomination copies what it needs. */
@Entity({ schema: 'cellrelay', name: 'courier' })
export class CourierRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'courier_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'json' })
  record: unknown;

  @Column({ type: 'text', name: 'search_text' })
  searchText: string;

  /** How often it has been written. */
  @Column({ type: 'integer', default: 1 })
  revision: number;

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'cellrelay.wall_clock()' })
  changedAt: Date;
}
