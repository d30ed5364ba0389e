import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that exports are signed with: its public half. Stays for good, and is retired once. */
@Entity({ schema: 'cellrelay', name: 'signing_key' })
export class SigningKeyRow {
  /** SHA-256 of the public key. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signing_key_pkey' })
  id: string;

  /** As PEM (SPKI). */
  @Column({ type: 'text', name: 'public_key' })
  publicKey: string;

  @Column({ type: 'timestamptz', name: 'from_at', default: () => 'cellrelay.wall_clock()' })
  fromAt: Date;

  /** Null: the one in use. */
  @Column({ type: 'timestamptz', name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}
