import pg from 'pg';
import type { NewPersonalDelivery } from '@cellrelay/use-cases';

/** Asks a database past the code, as whoever's address that is. */
export async function asked<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Somebody of an organisation, to whom something can be told. */
export async function personToTell(
  ownerUrl: string,
  name = 'EXAMPLE centre',
): Promise<Pick<NewPersonalDelivery, 'organisation' | 'account'>> {
  const made = `with o as (insert into cellrelay.organisation (name, kind) values ($1, 'transplant-centre') returning id)
    insert into cellrelay.account (name, password_hash, organisation, person, role)
    select $1, 'none', id, 'EXAMPLE Person', 'coordinator' from o returning id as account, organisation`;
  const [row] = await asked<{ account: string; organisation: string }>(ownerUrl, made, [name]);
  return row!;
}
