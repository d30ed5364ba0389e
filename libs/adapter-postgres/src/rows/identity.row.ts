import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique, type Relation } from 'typeorm';
import { OrganisationRow } from './organisation.row.js';
import { ShipmentRow } from './shipment.row.js';

/** Who a donor or a recipient is, as ciphertext, behind row-level security. Goes with its shipment where that is an example which is removed. */
@Entity({ schema: 'cellrelay', name: 'identity' })
@Unique('identity_subject', ['shipment', 'side', 'subject'])
@Check('identity_side', `side in ('donor', 'patient')`)
@Check('identity_key_and_sealed', `(key is null) = (sealed is null)`)
export class IdentityRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'identity_pkey' })
  id: string;

  @Column({ type: 'uuid' })
  shipment: string;

  @Column({ type: 'text' })
  side: 'donor' | 'patient';

  /** `donor`, or a recipient's label. */
  @Column({ type: 'text' })
  subject: string;

  /** The organisation that recorded it first, or that wrote it when that one stood there no more. */
  @Column({ type: 'uuid' })
  holder: string;

  /** In `identity_key`; null once it is erased. */
  @Column({ type: 'uuid', nullable: true })
  key: string | null;

  @Column({ type: 'bytea', nullable: true })
  sealed: Buffer | null;

  @Column({ type: 'integer', default: 1 })
  revision: number;

  /** When it was recorded or changed last. */
  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** Who asks a second person to erase it, and why. */
  @Column({ type: 'json', name: 'erasure_asked', nullable: true })
  erasureAsked: unknown;

  /** Who looked at it last, and when. */
  @Column({ type: 'json', name: 'last_look', nullable: true })
  lastLook: unknown;

  /** Who wrote or erased it last, and when; null where that was before it was noted. */
  @Column({ type: 'json', name: 'last_change', nullable: true })
  lastChange: unknown;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'identity_of_shipment' })
  ofShipment: Relation<ShipmentRow>;

  @ManyToOne(() => OrganisationRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'holder', foreignKeyConstraintName: 'identity_of_holder' })
  ofHolder: Relation<OrganisationRow>;
}
