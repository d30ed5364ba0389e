import type pg from 'pg';
import type { OrganisationKind } from '@cellrelay/shipment';
import { skeletonOf, type AuditAuthor, type AuditEvent, type Changed, type Unchanged } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';
import { transaction } from '../pool.js';
import { administratorOf, administrators, courierTaken, organisationNames } from './people-sql.js';

/** Any number that nothing else in the database locks. */
const PEOPLE_LOCK = 7_203_513;

/** What was changed, and what the audit record says of it. */
export interface Change<Value> {
  readonly value: Value;
  /** By whoever asked, unless it says by whom. */
  readonly event: Omit<AuditEvent, 'by'> & Partial<Pick<AuditEvent, 'by'>>;
}

/** What is known of whoever changes something. */
export interface Administrator {
  readonly client: pg.PoolClient;
  readonly kind: OrganisationKind;
}

/** Ends a change, with nothing changed. */
export class LeftUnchanged extends Error {
  constructor(readonly why: Unchanged) {
    super(why);
  }
}

/**
 * A change of who may do what, one at a time, so that two who end each other's account at once do not both succeed; by somebody who is an administrator still
 * when their turn comes.
 */
export async function asAdministrator<Value>(
  pool: pg.Pool,
  by: AuditAuthor,
  work: (administrator: Administrator) => Promise<Change<Value>>,
): Promise<Changed<Value>> {
  return changing(pool, by, async (client) => {
    const [found] = (await client.query<{ kind: OrganisationKind }>(administratorOf, [by.account, by.organisation]))
      .rows;
    if (found === undefined) throw new LeftUnchanged('not-administrator');
    return work({ client, kind: found.kind });
  });
}

/** The same by somebody who is no administrator, or by nobody. */
export async function changing<Value>(
  pool: pg.Pool,
  by: AuditAuthor | null,
  work: (client: pg.PoolClient) => Promise<Change<Value>>,
): Promise<Changed<Value>> {
  try {
    return await transaction(pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [PEOPLE_LOCK]);
      const { value, event } = await work(client);
      await appendAudit(client, { by, ...event });
      return { keep: true, value: { kind: 'done', value } as const };
    });
  } catch (error) {
    if (error instanceof LeftUnchanged) return { kind: 'unchanged', why: error.why };
    throw error;
  }
}

/** Refuses a courier as whom somebody other than that account acts already: what one carries is theirs alone to see. */
export async function refuseTaken(
  client: Pick<pg.Pool, 'query'>,
  courier: string | null,
  account: string | null = null,
): Promise<void> {
  if (courier === null) return;
  if ((await client.query(courierTaken, [courier, account])).rowCount !== 0) throw new LeftUnchanged('courier-taken');
}

/** Refuses a name that looks like another organisation's: whoever names a party would take the one for the other. Changes come one at a time, so that of two names alike one is first. */
export async function refuseAlike(client: Pick<pg.Pool, 'query'>, name: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(organisationNames);
  if (rows.some((each) => each.name === name)) throw new LeftUnchanged('name-taken');
  const skeleton = skeletonOf(name);
  if (rows.some((each) => skeletonOf(each.name) === skeleton)) throw new LeftUnchanged('name-alike');
}

/** How many may change what others may, of an organisation. */
export async function administratorsOf(client: Pick<pg.Pool, 'query'>, organisation: string): Promise<number> {
  return (await client.query<{ count: number }>(administrators, [organisation])).rows[0]?.count ?? 0;
}
