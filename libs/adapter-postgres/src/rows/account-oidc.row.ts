import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { AccountRow } from './account.row.js';

/** An identity at an OpenID provider, and the account that it signs in to. */
@Entity({ schema: 'cellrelay', name: 'account_oidc' })
@Unique('account_oidc_once', ['account', 'issuer'])
export class AccountOidcRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'account_oidc_pkey' })
  issuer: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'account_oidc_pkey' })
  subject: string;

  @Column({ type: 'uuid' })
  account: string;

  @Column({ type: 'timestamptz', default: () => 'cellrelay.wall_clock()' })
  at: Date;

  @ManyToOne(() => AccountRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account', foreignKeyConstraintName: 'account_oidc_of_account' })
  of: Relation<AccountRow>;
}
