import type pg from 'pg';
import { makeOperator } from '../accounts/account-sql.js';
import { endWaysIn } from '../accounts/ending-ways-in.js';
import { changing, LeftUnchanged, type Change } from './changing-people.js';

const found = `
select a.id, o.kind, a.role, a.ended_at is null as active from cellrelay.account a
join cellrelay.organisation o on o.id = a.organisation where a.name = $1 for update of a`;

const insert = `
insert into cellrelay.account (name, password_hash, organisation, person, role)
select $1, $2, id, $1, 'administrator' from cellrelay.organisation where kind = 'operator' returning id`;

const renew = 'update cellrelay.account set password_hash = $2 where id = $1';

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly active: boolean;
}

/** For whoever has the command line. An account of that name that is anybody else's, or has ended, is left alone. */
export async function operatorsAdministrator(
  pool: pg.Pool,
  name: string,
  passwordHash: string,
): Promise<'made' | 'renewed' | null> {
  const changed = await changing(pool, null, async (client) => {
    await client.query(makeOperator);
    const [there] = (await client.query<Found>(found, [name])).rows;
    if (there === undefined) return made(client, name, passwordHash);
    if (there.kind !== 'operator' || there.role !== 'administrator' || !there.active)
      throw new LeftUnchanged('name-taken');
    return renewed(client, there.id, passwordHash);
  });
  return changed.kind === 'done' ? changed.value : null;
}

async function made(client: pg.PoolClient, name: string, passwordHash: string): Promise<Change<'made' | 'renewed'>> {
  const [row] = (await client.query<{ id: string }>(insert, [name, passwordHash])).rows;
  return { value: 'made', event: { kind: 'account-made', about: row!.id, data: { name, role: 'administrator' } } };
}

async function renewed(client: pg.PoolClient, id: string, passwordHash: string): Promise<Change<'made' | 'renewed'>> {
  await client.query(renew, [id, passwordHash]);
  await endWaysIn(client, id);
  return { value: 'renewed', event: { kind: 'password-changed', about: id, data: { anew: true } } };
}
