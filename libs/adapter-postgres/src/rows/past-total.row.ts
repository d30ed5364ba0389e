import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The number of a past year as somebody entered it; the last of its year, destination and product counts. Append-only. */
@Entity({ schema: 'cellrelay', name: 'past_total' })
@Index('past_total_year', ['year'])
export class PastTotalRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', primaryKeyConstraintName: 'past_total_pkey' })
  id: string;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Column({ type: 'text', nullable: true })
  region: string | null;

  @Column({ type: 'text' })
  product: string;

  /** Null: the entry before is taken back. */
  @Column({ type: 'integer', nullable: true })
  count: number | null;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;
}
