import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A shipment whose readings are not worked out yet. */
@Entity({ schema: 'cellrelay', name: 'reading_mark' })
export class ReadingMarkRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'reading_mark_pkey' })
  shipment: string;

  /** Another one whenever readings come. */
  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' })
  revision: string;

  @Column({ type: 'timestamptz', name: 'marked_at' })
  markedAt: Date;

  @Column({ type: 'integer', default: 0 })
  tries: number;

  @Column({ type: 'timestamptz', name: 'try_after', nullable: true })
  tryAfter: Date | null;
}
