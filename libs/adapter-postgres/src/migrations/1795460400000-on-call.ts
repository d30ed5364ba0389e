import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table cellrelay.on_call_roster (
    organisation uuid constraint on_call_roster_pkey primary key
      constraint on_call_roster_of_organisation references cellrelay.organisation (id) on delete cascade,
    roster json not null,
    revision integer not null default 1,
    changed_at timestamptz not null default cellrelay.wall_clock()
  )`,
  `create table cellrelay.telling_wish (
    account uuid constraint telling_wish_pkey primary key
      constraint telling_wish_of_account references cellrelay.account (id) on delete cascade,
    wish json not null,
    changed_at timestamptz not null default cellrelay.wall_clock()
  )`,
  `create table cellrelay.alert_notice (
    id bigserial constraint alert_notice_pkey primary key,
    key text not null constraint alert_notice_key_key unique,
    shipment uuid not null constraint alert_notice_of_shipment references cellrelay.shipment (id) on delete cascade,
    alert text not null,
    account uuid not null constraint alert_notice_of_account references cellrelay.account (id) on delete cascade,
    channel text not null constraint alert_notice_channel check (channel in ('mail', 'sms', 'voice')),
    severity text not null,
    ends boolean not null,
    notice json not null,
    not_before timestamptz,
    noted_at timestamptz not null default cellrelay.wall_clock(),
    delivery text,
    settled_at timestamptz,
    looked_at timestamptz not null default cellrelay.wall_clock(),
    ended_at timestamptz
  )`,
  `create index alert_notice_waiting on cellrelay.alert_notice (id) where delivery is null and ended_at is null`,
  `create index alert_notice_standing on cellrelay.alert_notice (looked_at) where ended_at is null and not ends`,
  `create index alert_notice_unsettled on cellrelay.alert_notice (delivery)
    where settled_at is null and ended_at is null and not ends`,
  `create index alert_notice_shipment on cellrelay.alert_notice (shipment, alert)`,
  `create index alert_notice_account on cellrelay.alert_notice (account)`,
  `create index alert_notice_delivery on cellrelay.alert_notice (delivery)`,
];

/** Who is on call, how each wants to be told, and of which alerts they are to be told. Grants stand in setup/on-call-grants.ts. */
export class OnCall1795460400000 implements MigrationInterface {
  name = 'OnCall1795460400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['alert_notice', 'telling_wish', 'on_call_roster'])
      await runner.query(`drop table cellrelay.${table}`);
  }
}
