import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that whoever answers bells writes again and again. */
@Entity({ schema: 'cellrelay', name: 'bell_beat' })
export class BellBeatRow {
  @PrimaryColumn({ type: 'text', default: 'bells', primaryKeyConstraintName: 'bell_beat_pkey' })
  what: string;

  /** When a sweep came by last. */
  @Column({ type: 'timestamptz', name: 'beat_at', default: () => 'cellrelay.wall_clock()' })
  beatAt: Date;

  /** When one last found that no deadline is overdue and unanswered. */
  @Column({ type: 'timestamptz', name: 'well_at', default: () => 'cellrelay.wall_clock()' })
  wellAt: Date;
}
