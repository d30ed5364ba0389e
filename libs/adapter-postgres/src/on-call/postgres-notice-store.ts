import type pg from 'pg';
import type { AlertName, AlertNotice, NewPersonalDelivery, NoticeStore } from '@cellrelay/use-cases';
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
    let made = 0;
    const done: string[] = [];
    for (;;) {
      const taken = await transaction(this.pool, async (client) => ({
        keep: true,
        value: await tellOne(client, compose, done),
      }));
      if (taken === null) return made;
      made += taken.made;
      done.push(taken.account);
    }
  }

  async standing(most: number): Promise<readonly AlertName[]> {
    const { rows } = await this.pool.query<AlertName>(sql.standing, [most]);
    return rows.filter((row, index) => index === rows.findIndex((each) => sameAlert(each, row)));
  }

  async end(alerts: readonly AlertName[]): Promise<void> {
    await transaction(this.pool, async (client) => {
      const told: string[] = [];
      for (const { shipment, alert } of alerts) {
        const { rows } = await client.query<{ delivery: string | null }>(sql.endNotices, [shipment, alert]);
        told.push(...rows.flatMap(({ delivery }) => delivery ?? []));
      }
      const { rows } = await client.query<{ key: string }>(sql.idle, [[...new Set(told)]]);
      await client.query(withdraw, [rows.map(({ key }) => key)]);
      return { keep: true, value: undefined };
    });
  }
}

/** All messages of one person; null where nobody's are left but theirs whose turn it was. */
async function tellOne(client: pg.PoolClient, compose: Compose, done: readonly string[]) {
  const { rows } = await client.query<WaitingRow>(sql.takeWaiting, [done]);
  const [first] = rows;
  if (first === undefined) return null;
  let made = 0;
  for (const group of byChannel(rows)) made += await tellGroup(client, compose, group);
  return { made, account: first.notice.account };
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
  const { key, shipment, alert, account, channel, severity, ends, notBefore } = notice;
  return [key, shipment, alert, account, channel, severity, ends, JSON.stringify(notice), notBefore];
}

function sameAlert(a: AlertName, b: AlertName): boolean {
  return a.shipment === b.shipment && a.alert === b.alert;
}
