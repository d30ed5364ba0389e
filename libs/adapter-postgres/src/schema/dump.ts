import type pg from 'pg';
import { withClient } from '../client.js';
import { grouped } from '../grouped.js';
import {
  columnLines,
  constraintLines,
  functionLines,
  grantLines,
  indexLines,
  rowSecurityLines,
  sequenceLines,
  triggerLines,
  type NamedLine,
} from './catalogue.js';

/**
 * The schema `cellrelay` as text, read from PostgreSQL's catalogue: the same text for the same schema, on any server of any supported version. For people to read and for
 * the drift check; the database itself is made by the migrations.
 */
export async function dumpSchema(ownerUrl: string): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    // Names are printed with their schema only when it is not on the path.
    await client.query(`set search_path = pg_catalog`);
    const tables = await tablesText(client);
    const sections = [
      tables,
      section('Indexes', await linesOf(client, indexLines)),
      section('Sequences', await linesOf(client, sequenceLines)),
      section('Functions', await linesOf(client, functionLines)),
      section('Triggers', await linesOf(client, triggerLines)),
      // Schemas of before the wall were kept without this.
      ...optional('Row security', await linesOf(client, rowSecurityLines)),
      section('Grants', await linesOf(client, grantLines)),
    ];
    return `-- The schema as the migrations leave it. Generated from the catalogue of a migrated database: do not edit.\n\n${sections.join('\n')}`;
  });
}

async function tablesText(client: pg.Client): Promise<string> {
  const columns = grouped(await linesOf(client, columnLines), (line) => line.of);
  const constraints = grouped(await linesOf(client, constraintLines), (line) => line.of);
  return [...columns]
    .map(([table, lines]) => {
      const parts = [...lines, ...(constraints.get(table) ?? [])].map((line) => `  ${line.line}`);
      return `create table ${table} (\n${parts.join(',\n')}\n);\n`;
    })
    .join('\n');
}

function optional(title: string, lines: readonly NamedLine[]): readonly string[] {
  return lines.length === 0 ? [] : [section(title, lines)];
}

function section(title: string, lines: readonly NamedLine[]): string {
  return `-- ${title}\n${lines.map((line) => `${line.line};\n`).join('')}`;
}

async function linesOf(client: pg.Client, sql: string): Promise<readonly NamedLine[]> {
  return (await client.query<NamedLine>(sql)).rows;
}
