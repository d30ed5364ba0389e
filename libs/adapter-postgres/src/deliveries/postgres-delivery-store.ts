import type pg from 'pg';
import type {
  AfterAttempt,
  Carried,
  DeliveryStore,
  LeasedDelivery,
  LeaseWish,
  NewDelivery,
  Notice,
} from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './delivery-sql.js';
import { enqueueDeliveries } from './enqueue-deliveries.js';

/** Longer than the longest patience with any other side, so that whoever is being waited for is not tried by another meanwhile. */
const usualLeaseMs = 90_000;

/** It is told twice at most: once by the process that was lost, and once again. */
const mostUnknown = 2;
const lost = 'The process ended, or lost the database, before the answer was on record: it may have been told.';

interface TakenRow {
  readonly id: string;
  readonly destination: string;
  readonly body: NewDelivery;
  readonly attempts: number;
  readonly lease_token: string;
  readonly created_at: Date;
  readonly age_ms: number;
}

/** Deliveries in their table. A try is committed before it is made: what a lost process had in hand is seen. */
export class PostgresDeliveryStore implements DeliveryStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly leaseMs = usualLeaseMs,
  ) {}

  enqueue(many: readonly NewDelivery[]): Promise<number> {
    return transaction(this.pool, async (client) => ({ keep: true, value: await enqueueDeliveries(client, many) }));
  }

  async withdraw(keys: readonly string[]): Promise<number> {
    return (await this.pool.query(sql.withdraw, [keys])).rowCount ?? 0;
  }

  async noticesUnder(keys: readonly string[]): Promise<ReadonlyMap<string, Notice>> {
    const { rows } = await this.pool.query<{ key: string; notice: Notice }>(sql.noticesUnder, [keys]);
    return new Map(rows.map(({ key, notice }) => [key, notice]));
  }

  async forget(): Promise<number> {
    return (await this.pool.query(sql.forget)).rowCount ?? 0;
  }

  async lease(wish: LeaseWish): Promise<LeasedDelivery | null> {
    for (;;) {
      const leased = await transaction(this.pool, async (client) => ({
        keep: true,
        value: await leaseNext(client, wish, this.leaseMs),
      }));
      if (leased !== 'left-unknown') return leased;
    }
  }

  record(leased: LeasedDelivery, carried: Carried, after: AfterAttempt): Promise<boolean> {
    const { id, attempt, token } = leased;
    return transaction(this.pool, async (client) => {
      const { outcome, says, code } = carried;
      const noted = await client.query(sql.noteOutcome, [id, attempt, token, outcome, says, code]);
      const moved =
        after.status === 'sent'
          ? await client.query(sql.noteSent, [id, token])
          : await client.query(sql.noteRest, [id, token, after.status, after.nextAfterMs]);
      return { keep: true, value: noted.rowCount === 1 && moved.rowCount === 1 };
    });
  }
}

/** One that was tried twice without an answer is left alone instead, and another is to be looked for. */
async function leaseNext(
  client: pg.ClientBase,
  { channels, without }: LeaseWish,
  leaseMs: number,
): Promise<LeasedDelivery | null | 'left-unknown'> {
  const [due] = (await client.query<{ id: string }>(sql.next, [channels, without])).rows;
  if (due === undefined) return null;
  await client.query(sql.noteLost, [due.id, lost]);
  const [unknown] = (await client.query<{ count: number }>(sql.unknownTries, [due.id])).rows;
  if (unknown!.count >= mostUnknown) {
    await client.query(sql.leaveUnknown, [due.id]);
    return 'left-unknown';
  }
  const [row] = (await client.query<TakenRow>(sql.take, [due.id, leaseMs])).rows;
  await client.query(sql.begin, [row!.id, row!.attempts, row!.lease_token]);
  return leasedOf(row!, unknown!.count);
}

function leasedOf(row: TakenRow, unknownBefore: number): LeasedDelivery {
  return {
    ...{ id: row.id, delivery: row.body, destination: row.destination, ageMs: row.age_ms },
    ...{ attempt: row.attempts, token: row.lease_token, unknownBefore, createdAt: instantOfRow(row.created_at) },
  };
}
