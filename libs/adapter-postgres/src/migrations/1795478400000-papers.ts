import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody may change a row: neither role has the right to. What goes with an example's shipment goes with it. */
const documents = [
  `create table cellrelay.paper_document (
    document text constraint paper_document_pkey primary key,
    shipment uuid not null constraint paper_document_of_shipment references cellrelay.shipment (id) on delete cascade,
    plan integer not null,
    kind text not null,
    "of" text,
    reference text not null,
    content text not null,
    sha256 text not null,
    facts json not null,
    made_at timestamptz not null,
    code text,
    command text not null,
    by text not null,
    kept_at timestamptz not null default cellrelay.wall_clock()
  )`,
  `create index paper_document_shipment on cellrelay.paper_document (shipment)`,
  `create index paper_document_command on cellrelay.paper_document (command)`,
];

/** Shipments whose papers are to be looked at again: written with what may outdate them, taken away once their log says what came of it. */
const marks = [
  `create table cellrelay.paper_mark (
    shipment uuid constraint paper_mark_pkey primary key
      constraint paper_mark_of_shipment references cellrelay.shipment (id) on delete cascade,
    revision uuid not null,
    marked_at timestamptz not null,
    tries integer not null default 0,
    try_after timestamptz
  )`,
];

/**
 * What is entered for papers, or made of rules, may concern every live shipment that has papers. One row says so, written in the same transaction whoever enters it: a worker sets the marks from
 * there, in batches, from the first shipment on. Marking all of them at once would hold up whoever commits for one of them.
 */
const spreading = [
  `create table cellrelay.paper_spread (
    what text constraint paper_spread_pkey primary key,
    after uuid
  )`,
  `create function cellrelay.spread_papers() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into cellrelay.paper_spread (what, after) values ('entered', null)
  on conflict (what) do update set after = null;
  return null;
end $$`,
  `revoke all on function cellrelay.spread_papers() from public`,
];

const tables = ['border_rule', 'rule_confirmation', 'paper_fact'];

const watched = tables.map(
  (table) =>
    `create trigger spread_papers after insert or update on cellrelay.${table} for each statement execute function cellrelay.spread_papers()`,
);

/** Papers that were made, and whose of them are to be looked at again. */
export class Papers1795478400000 implements MigrationInterface {
  name = 'Papers1795478400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...documents, ...marks, ...spreading, ...watched]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop trigger spread_papers on cellrelay.${table}`);
    await runner.query('drop function cellrelay.spread_papers()');
    for (const table of ['paper_spread', 'paper_mark', 'paper_document'])
      await runner.query(`drop table cellrelay.${table}`);
  }
}
