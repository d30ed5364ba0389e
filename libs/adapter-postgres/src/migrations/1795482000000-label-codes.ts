import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table cellrelay.label_code (
    list text not null,
    key text not null,
    version integer not null,
    body json,
    source text,
    as_of date,
    reason text,
    person text not null,
    by text not null,
    at timestamptz not null default cellrelay.wall_clock(),
    constraint label_code_pkey primary key (list, key, version),
    constraint label_code_list check (list in ('products', 'blood-groups')),
    constraint label_code_ended check (num_nulls(body, source, as_of) = case when reason is null then 0 else 3 end)
  )`,
  `create trigger append_only before update or delete on cellrelay.label_code for each row execute function cellrelay.refuse_entry_change()`,
  `create trigger append_only_whole before truncate on cellrelay.label_code for each statement execute function cellrelay.refuse_entry_change()`,
  `alter table cellrelay.label_code enable always trigger append_only`,
  `alter table cellrelay.label_code enable always trigger append_only_whole`,
];

/** The site's own list of codes on labels: what a product description code stands for, and the code of a blood group. */
export class LabelCodes1795482000000 implements MigrationInterface {
  name = 'LabelCodes1795482000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cellrelay.label_code');
  }
}
