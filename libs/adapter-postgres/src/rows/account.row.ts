import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Somebody who may sign in. */
@Entity({ schema: 'cellrelay', name: 'account' })
@Unique('account_name_key', ['name'])
export class AccountRow {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'cellrelay.wall_clock()' })
  createdAt: Date;
}
