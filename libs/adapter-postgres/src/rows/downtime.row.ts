import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A time in which no bells were answered. Append-only: it ends once. */
@Entity({ schema: 'cellrelay', name: 'downtime' })
@Index('downtime_from', ['fromAt'], { unique: true })
export class DowntimeRow {
  @PrimaryGeneratedColumn('increment', { type: 'bigint', primaryKeyConstraintName: 'downtime_pkey' })
  id: string;

  @Column({ type: 'timestamptz', name: 'from_at' })
  fromAt: Date;

  @Column({ type: 'timestamptz', name: 'noticed_at', default: () => 'cellrelay.wall_clock()' })
  noticedAt: Date;

  /** When bells were well again; null while they are catching up. */
  @Column({ type: 'timestamptz', name: 'to_at', nullable: true })
  toAt: Date | null;
}
