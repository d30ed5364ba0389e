import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OrganisationRow } from './organisation.row.js';

/** Who is on call for an organisation. */
@Entity({ schema: 'cellrelay', name: 'on_call_roster' })
export class OnCallRosterRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'on_call_roster_pkey' })
  organisation: string;

  @Column({ type: 'json' })
  roster: unknown;

  /** How often it has been written. */
  @Column({ type: 'integer', default: 1 })
  revision: number;

  @Column({ type: 'timestamptz', name: 'changed_at', default: () => 'cellrelay.wall_clock()' })
  changedAt: Date;

  @OneToOne(() => OrganisationRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'on_call_roster_of_organisation' })
  of: Relation<OrganisationRow>;
}
