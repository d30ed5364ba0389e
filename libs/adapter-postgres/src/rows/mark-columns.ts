import { Column } from 'typeorm';

/** What every table of marks has beside the shipment (marks/mark-sql.ts). */
export abstract class MarkColumns {
  /** Another one whenever the mark is set. */
  @Column({ type: 'uuid' })
  revision: string;

  @Column({ type: 'timestamptz', name: 'marked_at' })
  markedAt: Date;

  @Column({ type: 'integer', default: 0 })
  tries: number;

  @Column({ type: 'timestamptz', name: 'try_after', nullable: true })
  tryAfter: Date | null;
}
