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

/** Somebody who may sign in. */
@Entity({ schema: 'cellrelay', name: 'account' })
@Unique('account_name_key', ['name'])
@Index('account_organisation', ['organisation'])
@Index('account_courier', ['courier'], { unique: true, where: 'ended_at is null' })
@Check(
  'account_role',
  `role in ('coordinator', 'physician', 'laboratory', 'courier', 'screener', 'auditor', 'administrator')`,
)
export class AccountRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  @Column({ type: 'uuid' })
  organisation: string;

  /** Their own name; `name` is what they sign in with. */
  @Column({ type: 'text' })
  person: string;

  @Column({ type: 'text' })
  role: Role;

  /** A courier's id in the pool. */
  @Column({ type: 'text', nullable: true })
  courier: string | null;

  /** From then on nobody signs in with it; its name stays taken, since logs name it. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Invented: goes with the examples. */
  @Column({ type: 'boolean', default: false })
  example: boolean;

  @ManyToOne(() => OrganisationRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'account_of_organisation' })
  of: Relation<OrganisationRow>;
}
