import type pg from 'pg';
import {
  isLeftUnknown,
  type AfterAttempt,
  type Carried,
  type Channel,
  type DeliveryDepth,
  type DeliveryStore,
  type LeasedDelivery,
  type LeaseWish,
  type NewDelivery,
  type Notice,
} from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './delivery-sql.js';
import { enqueueDeliveries } from './enqueue-deliveries.js';

/** Longer than the longest patience with any other side, so that whoever is being waited for is not tried by another meanwhile. */
const usualLeaseMs = 90_000;

const lost = 'The process ended, or lost the database, before the answer was on record: it may have been told.';

interface TakenRow {
  readonly id: string;
  readonly destination: string;
  readonly body: NewDelivery;
  readonly attempts: number;
  readonly tries: number;
  readonly lease_token: string;
  readonly created_at: Date;
  readonly leased_at: Date;
}

interface DueRow {
  readonly id: string;
  readonly channel: Channel;
  readonly tried_before: number;
  readonly age_ms: number;
  /** Whether whoever is to be told may still know. */
  readonly wanted: boolean;
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

  async lastOf(series: readonly string[]): Promise<ReadonlyMap<string, Notice>> {
    const { rows } = await this.pool.query<{ series: string; notice: Notice }>(sql.lastOf, [series]);
    return new Map(rows.map((row) => [row.series, row.notice]));
  }

  async depth(): Promise<DeliveryDepth> {
    return (await this.pool.query<DeliveryDepth>(sql.depth)).rows[0]!;
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
      if (leased !== 'left') return leased;
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

/** One that nobody is to be told any more, or that was tried in vain too often, is left alone instead, and another is to be looked for. */
async function leaseNext(
  client: pg.ClientBase,
  { channels, without }: LeaseWish,
  leaseMs: number,
): Promise<LeasedDelivery | null | 'left'> {
  const [due] = (await client.query<DueRow>(sql.next, [channels, without])).rows;
  if (due === undefined) return null;
  await client.query(sql.noteLost, [due.id, lost]);
  const [unknown] = (await client.query<{ count: number }>(sql.unknownTries, [due.id, due.tried_before])).rows;
  const leave = whyLeft(due, unknown!.count);
  if (leave !== null) {
    await client.query(leave, [due.id]);
    return 'left';
  }
  const [row] = (await client.query<TakenRow>(sql.take, [due.id, leaseMs])).rows;
  await client.query(sql.begin, [row!.id, row!.attempts, row!.lease_token]);
  return leasedOf(row!, { unknownBefore: unknown!.count, ageMs: due.age_ms });
}

function whyLeft({ channel, age_ms, wanted }: DueRow, unknown: number): string | null {
  if (isLeftUnknown(channel, unknown, age_ms)) return sql.leaveUnknown;
  return wanted ? null : sql.leaveOut;
}

function leasedOf(row: TakenRow, more: Pick<LeasedDelivery, 'unknownBefore' | 'ageMs'>): LeasedDelivery {
  return {
    ...{ id: row.id, delivery: row.body, destination: row.destination, ...more },
    ...{ attempt: row.attempts, tries: row.tries, token: row.lease_token },
    ...{ createdAt: instantOfRow(row.created_at), leasedAt: instantOfRow(row.leased_at) },
  };
}
