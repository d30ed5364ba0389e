import type pg from 'pg';
import type {
  AlertNotice,
  NewPersonalDelivery,
  NoticeStore,
  StandingNotice,
  UnreachedNotice,
} from '@cellrelay/use-cases';
import { enqueueDeliveries } from '../deliveries/enqueue-deliveries.js';
import { withdraw } from '../deliveries/delivery-sql.js';
import { transaction } from '../pool.js';
import * as sql from './on-call-sql.js';

type Compose = (notices: readonly AlertNotice[]) => Promise<NewPersonalDelivery | null>;

interface WaitingRow {
  readonly id: string;
  readonly notice: AlertNotice;
}

/** Notices in their table. A message is kept in the transaction that notes which notices it tells of. */
export class PostgresNoticeStore implements NoticeStore {
  constructor(private readonly pool: pg.Pool) {}

  async keep(notices: readonly AlertNotice[]): Promise<void> {
    await transaction(this.pool, async (client) => {
      for (const each of notices) await client.query(sql.keepNotice, valuesOf(each));
      return { keep: true, value: undefined };
    });
  }

  async catchingUp(): Promise<boolean> {
    return (await this.pool.query<{ hold: boolean }>(sql.catchingUp)).rows[0]?.hold ?? false;
  }

  async flush(compose: Compose): Promise<number> {
    const told: Told[] = [];
    for (;;) {
      const done = told.map(({ account }) => account);
      const taken = await transaction(this.pool, async (client) => {
        const value = await tellOne(client, compose, done);
        return { keep: value?.failed === undefined, value };
      });
      if (taken === null) break;
      told.push(taken);
    }
    const failed = told.find((each) => each.failed !== undefined);
    if (failed !== undefined) throw failed.failed;
    return told.reduce((sum, { made }) => sum + made, 0);
  }

  async standing(most: number): Promise<readonly StandingNotice[]> {
    return (await this.pool.query<StandingNotice>(sql.standing, [most])).rows;
  }

  async unreached(most: number): Promise<readonly UnreachedNotice[]> {
    await this.pool.query(sql.settleSent);
    return (await this.pool.query<UnreachedNotice>(sql.unreached, [most])).rows;
  }

  async settle(id: string): Promise<void> {
    await this.pool.query(sql.settle, [id]);
  }

  async forget(): Promise<number> {
    return (await this.pool.query(sql.forget)).rowCount ?? 0;
  }

  async end(notices: readonly StandingNotice[]): Promise<void> {
    await transaction(this.pool, async (client) => {
      const ids = notices.map(({ id }) => id);
      const ended = await client.query<{ delivery: string | null }>(sql.endNotices, [ids]);
      const told = ended.rows.flatMap(({ delivery }) => delivery ?? []);
      const { rows } = await client.query<{ key: string }>(sql.idle, [[...new Set(told)]]);
      await client.query(withdraw, [rows.map(({ key }) => key)]);
      return { keep: true, value: undefined };
    });
  }
}

/** What became of one person's notices. */
interface Told {
  readonly account: string;
  readonly made: number;
  /** What stood in the way; nothing of theirs is kept then. */
  readonly failed?: unknown;
}

/** All messages of one person; null where nobody's are left but theirs whose turn it was. */
async function tellOne(client: pg.PoolClient, compose: Compose, done: readonly string[]): Promise<Told | null> {
  await client.query(sql.dropEndsOfUntold);
  const { rows } = await client.query<WaitingRow>(sql.takeWaiting, [done]);
  const [first] = rows;
  if (first === undefined) return null;
  const { account } = first.notice;
  try {
    let made = 0;
    for (const group of byChannel(rows)) made += await tellGroup(client, compose, group);
    return { account, made };
  } catch (failed) {
    return { account, made: 0, failed: failed ?? new Error('it failed without a word') };
  }
}

async function tellGroup(client: pg.PoolClient, compose: Compose, group: readonly WaitingRow[]): Promise<number> {
  const ids = group.map(({ id }) => id);
  const delivery = await compose(group.map(({ notice }) => notice));
  if (delivery === null) {
    await client.query(sql.dropped, [ids]);
    return 0;
  }
  await enqueueDeliveries(client, [delivery]);
  await client.query(sql.told, [ids, delivery.key]);
  return 1;
}

function byChannel(rows: readonly WaitingRow[]): readonly (readonly WaitingRow[])[] {
  const addressOf = ({ notice: { channel, to } }: WaitingRow): string => `${channel} ${to}`;
  return [...new Set(rows.map(addressOf))].map((address) => rows.filter((row) => addressOf(row) === address));
}

function valuesOf(notice: AlertNotice): unknown[] {
  const { key, shipment, alert, account, channel, severity, ends, notBefore, kept } = notice;
  return [key, shipment, alert, account, channel, severity, ends, JSON.stringify(notice), notBefore, kept];
}
