import type pg from 'pg';

/** What our tables take with their indexes, in MB. */
export interface TableSizes {
  readonly whole: number;
  readonly logs: number;
  readonly agenda: number;
  readonly answers: number;
  readonly shipments: number;
}

const text = `
select c.relname as name, (pg_total_relation_size(c.oid) / 1e6)::float8 as mb
from pg_class c where c.relkind = 'r' and c.relnamespace = 'cellrelay'::regnamespace`;

export async function tableSizes(admin: pg.Client): Promise<TableSizes> {
  const { rows } = await admin.query<{ name: string; mb: number }>(text);
  const of = (name: string): number => rows.find((row) => row.name === name)?.mb ?? Number.NaN;
  return {
    whole: rows.reduce((sum, { mb }) => sum + mb, 0),
    ...{ logs: of('event'), agenda: of('agenda_item'), answers: of('command_answer'), shipments: of('shipment') },
  };
}
