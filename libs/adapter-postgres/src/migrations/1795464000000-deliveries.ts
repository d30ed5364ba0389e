import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be told to somebody outside, once by its key. Goes with its shipment where that is an example which is removed, and with its account. */
const delivery = `create table cellrelay.delivery (
  id bigserial constraint delivery_pkey primary key,
  key text not null constraint delivery_key_key unique,
  channel text not null constraint delivery_channel check (channel in ('mail', 'sms', 'voice', 'webhook')),
  destination text not null,
  organisation uuid not null constraint delivery_of_organisation references cellrelay.organisation (id) on delete cascade,
  account uuid constraint delivery_of_account references cellrelay.account (id) on delete cascade,
  endpoint uuid,
  shipment uuid constraint delivery_of_shipment references cellrelay.shipment (id) on delete cascade,
  urgency integer not null,
  series text,
  body json not null,
  status text not null default 'waiting' constraint delivery_status check (status in ('waiting', 'sent', 'kept', 'failed', 'withdrawn', 'unknown')),
  created_at timestamptz not null default cellrelay.wall_clock(),
  asked_at timestamptz not null default cellrelay.wall_clock(),
  tried_before integer not null default 0,
  next_at timestamptz not null default cellrelay.wall_clock(),
  attempts integer not null default 0,
  lease_until timestamptz,
  lease_token uuid,
  ended_at timestamptz,
  constraint delivery_to check ((account is null) <> (endpoint is null))
)`;

/** A try, written before it is made, with an outcome once that is known. */
const attempt = `create table cellrelay.delivery_attempt (
  delivery bigint not null constraint delivery_attempt_of_delivery references cellrelay.delivery (id) on delete cascade,
  number integer not null,
  token uuid not null,
  at timestamptz not null default cellrelay.wall_clock(),
  ended_at timestamptz,
  outcome text constraint delivery_attempt_outcome check (outcome in ('sent', 'kept', 'refused', 'later', 'unknown', 'ended')),
  says text,
  code text,
  constraint delivery_attempt_pkey primary key (delivery, number)
)`;

const indexes = [
  `create index delivery_waiting on cellrelay.delivery (urgency, next_at, id) where status = 'waiting'`,
  `create index delivery_organisation on cellrelay.delivery (organisation, id)`,
  `create index delivery_shipment on cellrelay.delivery (shipment)`,
  `create index delivery_account on cellrelay.delivery (account)`,
  `create index delivery_series on cellrelay.delivery (series, id) where series is not null`,
  `create index delivery_ended on cellrelay.delivery (ended_at)`,
];

/** What goes out to people and programs, and what became of each try. */
export class Deliveries1795464000000 implements MigrationInterface {
  name = 'Deliveries1795464000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [delivery, attempt, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['delivery_attempt', 'delivery']) await runner.query(`drop table cellrelay.${table}`);
  }
}
