import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { OrganisationRow } from './organisation.row.js';

/** A device that sends readings. Its token is nowhere: only its SHA-256. */
@Entity({ schema: 'cellrelay', name: 'logger' })
@Unique('logger_token_hash_key', ['tokenHash'])
@Index('logger_organisation', ['organisation', 'id'])
export class LoggerRow {
  /** What is printed on it. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'logger_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  organisation: string;

  @Column({ type: 'text', name: 'token_hash', nullable: true })
  tokenHash: string | null;

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'cellrelay.wall_clock()' })
  madeAt: Date;

  @Column({ type: 'timestamptz', name: 'last_heard_at', nullable: true })
  lastHeardAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @ManyToOne(() => OrganisationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'logger_of_organisation' })
  of: Relation<OrganisationRow>;
}
