import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OrganisationRow } from './organisation.row.js';

/** A program that an organisation has told. */
@Entity({ schema: 'cellrelay', name: 'webhook_endpoint' })
@Index('webhook_endpoint_organisation', ['organisation'])
export class WebhookEndpointRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhook_endpoint_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  organisation: string;

  @Column({ type: 'text' })
  url: string;

  /** Whether it is told of example shipments too. */
  @Column({ type: 'boolean' })
  examples: boolean;

  /** What it is signed by, encrypted with a key that is not in the database; empty once it has ended. */
  @Column({ type: 'text' })
  secret: string;

  /** The secret before, good until then. */
  @Column({ type: 'text', nullable: true })
  former: string | null;

  @Column({ type: 'timestamptz', name: 'former_until', nullable: true })
  formerUntil: Date | null;

  /** How far in the stream of changes it was brought. */
  @Column({ type: 'text' })
  cursor: string;

  @Column({ type: 'text', name: 'made_by' })
  madeBy: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', name: 'ended_why', nullable: true })
  endedWhy: string | null;

  @ManyToOne(() => OrganisationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'webhook_endpoint_of_organisation' })
  of: Relation<OrganisationRow>;
}
