import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keptTables } from './format.js';

/** Sessions, the migrations' own record (the header names them), and what means nothing in another cluster. */
const leftOut = /^(session|migration)\.|\.tx$/;

/** Every column there is, by the committed dump of the schema. */
function columns(): readonly string[] {
  const dump = readFileSync(path.resolve('libs/adapter-postgres/schema.sql'), 'utf8');
  return [...dump.matchAll(/^create table cellrelay\.(\w+) \(\n([\s\S]*?)\n\);/gm)].flatMap(([, table, body = '']) =>
    [...body.matchAll(/^ {2}(?!constraint )"?(\w+)"? /gm)].map(([, column]) => `${table}.${column}`),
  );
}

describe('a backup', () => {
  it('keeps every column of every table but those that are left out on purpose', () => {
    const kept = keptTables.flatMap(({ name, columns: names }) => names.split(', ').map((each) => `${name}.${each}`));
    expect(columns().length).toBeGreaterThan(kept.length);
    expect(columns().filter((name) => !kept.includes(name) && !leftOut.test(name))).toEqual([]);
    expect(kept.filter((name) => !columns().includes(name))).toEqual([]);
  });
});
