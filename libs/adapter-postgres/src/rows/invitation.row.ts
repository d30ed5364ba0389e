import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import type { Role } from '@cellrelay/shipment';
import { OrganisationRow } from './organisation.row.js';

/** That somebody may join an organisation. The link's token is nowhere: only its SHA-256. */
@Entity({ schema: 'cellrelay', name: 'invitation' })
@Unique('invitation_token_hash_key', ['tokenHash'])
@Index('invitation_open', ['organisation'], { where: 'closed_at is null' })
@Check(
  'invitation_role',
  `role in ('coordinator', 'physician', 'laboratory', 'courier', 'screener', 'auditor', 'administrator')`,
)
@Check('invitation_mailed', `mailed in ('sent', 'failed')`)
export class InvitationRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'invitation_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  organisation: string;

  @Column({ type: 'text' })
  person: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'text', nullable: true })
  courier: string | null;

  @Column({ type: 'text', nullable: true })
  mail: string | null;

  /** What became of the last mail; null: none was sent. */
  @Column({ type: 'text', nullable: true })
  mailed: 'sent' | 'failed' | null;

  @Column({ type: 'text', name: 'token_hash' })
  tokenHash: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  /** When it was taken up or withdrawn. */
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** By somebody of another organisation: then the link is good once it is released. */
  @Column({ type: 'boolean', default: false })
  outside: boolean;

  @Column({ type: 'timestamptz', name: 'released_at', nullable: true })
  releasedAt: Date | null;

  @ManyToOne(() => OrganisationRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'invitation_of_organisation' })
  of: Relation<OrganisationRow>;
}
