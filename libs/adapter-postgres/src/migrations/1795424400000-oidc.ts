import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who somebody is at a provider, and to which account that signs them in. An account has one identity of each provider at most. */
const link = `create table cellrelay.account_oidc (
  issuer text not null,
  subject text not null,
  account uuid not null constraint account_oidc_of_account references cellrelay.account (id) on delete cascade,
  at timestamptz not null default cellrelay.wall_clock(),
  constraint account_oidc_pkey primary key (issuer, subject),
  constraint account_oidc_once unique (account, issuer)
)`;

/** A browser on its way to a provider and back. Where its session is named, it is to link that session's account, and not without the session. */
const pending = `create table cellrelay.oidc_pending (
  token_hash text constraint oidc_pending_pkey primary key,
  session text constraint oidc_pending_of_session references cellrelay.session (token_hash) on delete cascade,
  expires_at timestamptz not null
)`;

const indexes = [
  `create index oidc_pending_session on cellrelay.oidc_pending (session)`,
  `create index oidc_pending_expires on cellrelay.oidc_pending (expires_at)`,
];

/** Sign-in by an OpenID provider. */
export class Oidc1795424400000 implements MigrationInterface {
  name = 'Oidc1795424400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [link, pending, ...indexes]) await runner.query(statement);
  }

  /** Who had linked what is known nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete links to a provider. Restore a backup instead.'),
    );
  }
}
