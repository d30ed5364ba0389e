import type { MigrationInterface, QueryRunner } from 'typeorm';

const organisation = `create table cellrelay.organisation (
  id uuid constraint organisation_pkey primary key default gen_random_uuid(),
  name text not null constraint organisation_name_key unique,
  kind text not null constraint organisation_kind check (kind in ('operator', 'registry', 'collection-centre', 'transplant-centre', 'courier-company')),
  example boolean not null default false,
  created_at timestamptz not null default cellrelay.wall_clock()
)`;

/** The name under which every account's word was recorded before there were organisations. With no account yet, the first one brings its organisation along. */
const operator = `insert into cellrelay.organisation (name, kind) select 'Coordination office', 'operator' where exists (select from cellrelay.account)`;

/** Whoever had an account was a coordinator of the operator, known by the account's name. */
const accounts = [
  `alter table cellrelay.account add organisation uuid constraint account_of_organisation references cellrelay.organisation, add person text, add role text, add courier text`,
  `update cellrelay.account set organisation = (select id from cellrelay.organisation where kind = 'operator'), person = name, role = 'coordinator'`,
  `alter table cellrelay.account alter organisation set not null, alter person set not null, alter role set not null,
   add constraint account_role check (role in ('coordinator', 'physician', 'laboratory', 'courier', 'screener', 'auditor', 'administrator'))`,
  `create index account_organisation on cellrelay.account (organisation)`,
];

const audit = [
  `create table cellrelay.audit_entry (
    seq bigint constraint audit_entry_pkey primary key,
    at timestamptz not null,
    text text not null,
    hash text not null
  )`,
  `create trigger append_only before update or delete on cellrelay.audit_entry for each row execute function cellrelay.refuse_change()`,
  `create trigger append_only_whole before truncate on cellrelay.audit_entry for each statement execute function cellrelay.refuse_change()`,
  `alter table cellrelay.audit_entry enable always trigger append_only`,
  `alter table cellrelay.audit_entry enable always trigger append_only_whole`,
];

/** Organisations, as whom each account acts, and the record of who changed that. */
export class People1795410000000 implements MigrationInterface {
  name = 'People1795410000000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      organisation,
      `create unique index organisation_operator on cellrelay.organisation (kind) where kind = 'operator'`,
      operator,
      ...accounts,
      ...audit,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  /** The audit record is nowhere else. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete the audit record. Restore a backup instead.'),
    );
  }
}
