import { Entity, PrimaryColumn } from 'typeorm';
import { MarkColumns } from './mark-columns.js';

/** A shipment whose readings are not worked out yet. */
@Entity({ schema: 'cellrelay', name: 'reading_mark' })
export class ReadingMarkRow extends MarkColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'reading_mark_pkey' })
  shipment: string;
}
