import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table cellrelay.paper_fact (
    kind text not null,
    about text not null,
    revision integer not null,
    shipment uuid constraint paper_fact_of_shipment references cellrelay.shipment (id) on delete cascade,
    organisation uuid constraint paper_fact_of_organisation references cellrelay.organisation (id) on delete cascade,
    body json not null,
    by text not null,
    at timestamptz not null default cellrelay.wall_clock(),
    constraint paper_fact_pkey primary key (kind, about, revision),
    constraint paper_fact_kind check (kind in ('site', 'postal', 'passport', 'markers', 'value', 'party')),
    constraint paper_fact_revision check (revision > 0)
  )`,
  // What a removed example is looked for by.
  `create index paper_fact_shipment on cellrelay.paper_fact (shipment) where shipment is not null`,
  `create index paper_fact_organisation on cellrelay.paper_fact (organisation) where organisation is not null`,
  // An entry goes with the shipment or organisation that is removed, which a trigger of the reference does, and in no other way.
  `create function cellrelay.refuse_paper_fact_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  end if;
  raise exception 'cellrelay.% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', hint = 'What was entered stays: enter another.';
end $$`,
  `create trigger append_only before update or delete on cellrelay.paper_fact for each row execute function cellrelay.refuse_paper_fact_change()`,
  `create trigger append_only_whole before truncate on cellrelay.paper_fact for each statement execute function cellrelay.refuse_paper_fact_change()`,
  `alter table cellrelay.paper_fact enable always trigger append_only`,
  `alter table cellrelay.paper_fact enable always trigger append_only_whole`,
];

/** What papers say that no log tells: each entry of each record, as it was entered. Grants stand in setup/paper-fact-grants.ts. */
export class PaperFacts1795474800000 implements MigrationInterface {
  name = 'PaperFacts1795474800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.paper_fact');
    await runner.query('drop function cellrelay.refuse_paper_fact_change()');
  }
}
