import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { OrganisationKind } from '@cellrelay/shipment';

/** An organisation that takes part. One is the operator. */
@Entity({ schema: 'cellrelay', name: 'organisation' })
@Unique('organisation_name_key', ['name'])
@Index('organisation_operator', ['kind'], { unique: true, where: `kind = 'operator'` })
@Check(
  'organisation_kind',
  `kind in ('operator', 'registry', 'collection-centre', 'transplant-centre', 'courier-company')`,
)
export class OrganisationRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  kind: OrganisationKind;

  @Column({ type: 'boolean', default: false })
  example: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;

  /** Of a registry: which rule of letters it keeps to. */
  @Column({ type: 'text', name: 'letter_rule', nullable: true })
  letterRule: string | null;
}
