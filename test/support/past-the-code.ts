import pg from 'pg';

/** For whom the wall opens, said to the database itself. */
export interface Said {
  readonly side: string;
  readonly organisation: string;
  readonly document?: string;
}

const context = `select set_config('cellrelay.side', $1, true), set_config('cellrelay.organisation', $2, true), set_config('cellrelay.document', $3, true)`;

/** Asks within a transaction of that context, and keeps what it did unless that is to be undone; answers the last statement's rows, or how many it changed, or the code it failed with. */
export async function pastTheCode(
  connectionString: string,
  { side, organisation, document = '' }: Said,
  statements: readonly string[],
  { undo = false } = {},
): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(context, [side, organisation, document]);
    let last: pg.QueryResult | undefined;
    for (const statement of statements) last = await client.query(statement);
    await client.query(undo ? 'rollback' : 'commit');
    return last && answered(last);
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.end();
  }
}

function answered({ command, fields, rows, rowCount }: pg.QueryResult): unknown {
  return command === 'SELECT' || fields.length > 0 ? rows : rowCount;
}
