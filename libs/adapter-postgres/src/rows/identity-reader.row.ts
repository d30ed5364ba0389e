import { Check, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OrganisationRow } from './organisation.row.js';
import { ShipmentRow } from './shipment.row.js';

/** An organisation that stands on a side of a shipment. */
@Entity({ schema: 'cellrelay', name: 'identity_reader' })
@Check('identity_reader_side', `side in ('donor', 'patient')`)
export class IdentityReaderRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'identity_reader_pkey' })
  shipment: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'identity_reader_pkey' })
  side: 'donor' | 'patient';

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'identity_reader_pkey' })
  organisation: string;

  @ManyToOne(() => ShipmentRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'shipment', foreignKeyConstraintName: 'identity_reader_of_shipment' })
  ofShipment: Relation<ShipmentRow>;

  @ManyToOne(() => OrganisationRow, { onDelete: 'NO ACTION' })
  @JoinColumn({ name: 'organisation', foreignKeyConstraintName: 'identity_reader_of_organisation' })
  of: Relation<OrganisationRow>;
}
