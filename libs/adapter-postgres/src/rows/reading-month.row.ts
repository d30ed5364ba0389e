import { Check, Entity, PrimaryColumn } from 'typeorm';

/** A month that readings have a partition for, as 2026-11. Writing the row makes it. */
@Entity({ schema: 'cellrelay', name: 'reading_month' })
@Check('reading_month_form', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class ReadingMonthRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'reading_month_pkey' })
  month: string;
}
