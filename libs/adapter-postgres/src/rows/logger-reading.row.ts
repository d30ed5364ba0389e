import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a logger showed for a shipment, at a moment. Partitioned by months of UTC. */
@Entity({ schema: 'cellrelay', name: 'logger_reading' })
export class LoggerReadingRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'logger_reading_pkey' })
  shipment: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'logger_reading_pkey' })
  logger: string;

  @PrimaryColumn({ type: 'timestamptz', primaryKeyConstraintName: 'logger_reading_pkey' })
  at: Date;

  @Column({ type: 'double precision' })
  celsius: number;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: Date;
}
