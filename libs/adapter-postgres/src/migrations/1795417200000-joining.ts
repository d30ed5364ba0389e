import type { MigrationInterface, QueryRunner } from 'typeorm';

const account = [
  `alter table cellrelay.account add ended_at timestamptz`,
  `create unique index account_courier on cellrelay.account (courier) where ended_at is null`,
  `alter table cellrelay.session add id uuid not null default gen_random_uuid()`,
  `create unique index session_id on cellrelay.session (id)`,
];

const invitation = [
  `create table cellrelay.invitation (
    id uuid constraint invitation_pkey primary key default gen_random_uuid(),
    organisation uuid not null constraint invitation_of_organisation references cellrelay.organisation,
    person text not null,
    role text not null constraint invitation_role check (role in ('coordinator', 'physician', 'laboratory', 'courier', 'screener', 'auditor', 'administrator')),
    courier text,
    mail text,
    mailed text constraint invitation_mailed check (mailed in ('sent', 'failed')),
    token_hash text not null constraint invitation_token_hash_key unique,
    created_at timestamptz not null default cellrelay.wall_clock(),
    expires_at timestamptz not null,
    closed_at timestamptz
  )`,
  `create index invitation_open on cellrelay.invitation (organisation) where closed_at is null`,
];

const secondFactor = [
  `create table cellrelay.second_factor (
    account uuid constraint second_factor_pkey primary key constraint second_factor_of_account references cellrelay.account,
    sealed text not null,
    set_at timestamptz,
    last_step bigint
  )`,
  `create table cellrelay.recovery_code (
    account uuid constraint recovery_code_of_account references cellrelay.account,
    hash text,
    constraint recovery_code_pkey primary key (account, hash)
  )`,
];

const token = [
  `create table cellrelay.api_token (
    id uuid constraint api_token_pkey primary key default gen_random_uuid(),
    account uuid not null constraint api_token_of_account references cellrelay.account,
    name text not null,
    scope text not null constraint api_token_scope check (scope in ('read', 'command')),
    token_hash text not null constraint api_token_token_hash_key unique,
    created_at timestamptz not null default cellrelay.wall_clock(),
    expires_at timestamptz not null,
    last_used_at timestamptz,
    ended_at timestamptz
  )`,
  `create index api_token_account on cellrelay.api_token (account)`,
];

/** How people join and leave, what they prove themselves by besides a password, and tokens for their programs. */
export class Joining1795417200000 implements MigrationInterface {
  name = 'Joining1795417200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...account, ...invitation, ...secondFactor, ...token]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['api_token', 'recovery_code', 'second_factor', 'invitation'])
      await runner.query(`drop table cellrelay.${table}`);
    await runner.query('drop index cellrelay.account_courier');
    await runner.query('alter table cellrelay.session drop column id');
    await runner.query('alter table cellrelay.account drop column ended_at');
  }
}
