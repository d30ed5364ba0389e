import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the record is asked by, beside the text that the hash covers; `verify` compares the two. */
const askedBy = [
  `alter table cellrelay.audit_entry add kind text, add about text`,
  // The guard would refuse what the new columns need; it is off within this transaction alone.
  `alter table cellrelay.audit_entry disable trigger append_only`,
  `update cellrelay.audit_entry set kind = text::json ->> 'kind', about = text::json ->> 'about'`,
  `alter table cellrelay.audit_entry enable always trigger append_only`,
  `alter table cellrelay.audit_entry alter kind set not null, alter about set not null`,
  `create index audit_entry_kind on cellrelay.audit_entry (kind, seq)`,
  `create index audit_entry_about on cellrelay.audit_entry (about, seq)`,
  `create index audit_entry_at on cellrelay.audit_entry (at, seq)`,
];

/**
 * The guard of what is append-only, by the same rule as before. What it asked of an example's line stood in one expression, which PostgreSQL cannot even read for
 * a table whose rows belong to no shipment: a deletion there was refused with words that told nothing.
 */
const guard = `create or replace function cellrelay.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'event' and current_setting('cellrelay.removing_examples', true) = 'yes' then
    if exists (select from cellrelay.shipment s where s.id = old.shipment and s.example) then
      return old;
    end if;
  end if;
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'A recorded fact is corrected by a command, which is one more event.';
end $$`;

const signingKey = [
  `create table cellrelay.signing_key (
    id text constraint signing_key_pkey primary key,
    public_key text not null,
    from_at timestamptz not null default cellrelay.wall_clock(),
    retired_at timestamptz
  )`,
  // A key is retired once; what it has signed is checked with it for good.
  `create trigger append_only before delete or update of id, public_key, from_at on cellrelay.signing_key for each row execute function cellrelay.refuse_change()`,
  `create trigger append_only_whole before truncate on cellrelay.signing_key for each statement execute function cellrelay.refuse_change()`,
  `alter table cellrelay.signing_key enable always trigger append_only`,
  `alter table cellrelay.signing_key enable always trigger append_only_whole`,
];

/** The audit record can be asked for a kind, an occasion and a time; the keys that exports are signed with have a register. */
export class Record1795420800000 implements MigrationInterface {
  name = 'Record1795420800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [guard, ...askedBy, ...signingKey]) await runner.query(statement);
  }

  /** Public keys are nowhere else, and what they have signed would not be checked any more. */
  async down(): Promise<void> {
    await Promise.reject(
      new Error('This migration is not taken back: it would delete the register of keys. Restore a backup instead.'),
    );
  }
}
