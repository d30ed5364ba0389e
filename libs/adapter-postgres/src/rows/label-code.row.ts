import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of an entry of the site's list of codes on labels; one without a body has ended. Append-only. */
@Entity({ schema: 'cellrelay', name: 'label_code' })
@Check('label_code_list', `list in ('products', 'blood-groups')`)
@Check('label_code_ended', `num_nulls(body, source, as_of) = case when reason is null then 0 else 3 end`)
export class LabelCodeRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'label_code_pkey' })
  list: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'label_code_pkey' })
  key: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'label_code_pkey' })
  version: number;

  @Column({ type: 'json', nullable: true })
  body: unknown;

  @Column({ type: 'text', nullable: true })
  source: string | null;

  @Column({ type: 'date', nullable: true, name: 'as_of' })
  asOf: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text' })
  person: string;

  @Column({ type: 'text' })
  by: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;
}
