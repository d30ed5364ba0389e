import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request to an office goes out as a delivery that is neither a person's nor a program's. */
const toOffices = [
  'alter table cellrelay.delivery drop constraint delivery_channel, drop constraint delivery_to',
  'alter table cellrelay.delivery add column settled_at timestamptz',
  `alter table cellrelay.delivery
    add constraint delivery_channel check (channel in ('mail', 'sms', 'voice', 'desk', 'webhook')),
    add constraint delivery_to check (num_nonnulls(account, endpoint) = case channel when 'desk' then 0 else 1 end)`,
  `create index delivery_to_follow on cellrelay.delivery (next_at, id)
    where channel = 'desk' and status = 'sent' and settled_at is null`,
];

const backAgain = [
  `delete from cellrelay.delivery where channel = 'desk'`,
  'alter table cellrelay.delivery drop constraint delivery_channel, drop constraint delivery_to, drop column settled_at',
  `alter table cellrelay.delivery
    add constraint delivery_channel check (channel in ('mail', 'sms', 'voice', 'webhook')),
    add constraint delivery_to check ((account is null) <> (endpoint is null))`,
];

/** Requests to customs and airport security by mail, and whether the log knows yet that an office has one. */
export class RequestMails1795489200000 implements MigrationInterface {
  name = 'RequestMails1795489200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of toOffices) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of backAgain) await runner.query(statement);
  }
}
