import type pg from 'pg';
import type { Beaten, BeatLimits, BeatStore, NoticedDowntime, OwnBeat } from '@cellrelay/use-cases';
import { instantOfRow, instantOrNull } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './downtime-sql.js';

interface SinceRow {
  readonly gap_ms: number;
  /** It was well last before this process found it so. */
  readonly older: boolean;
  readonly overdue: boolean;
}

interface NoticedRow {
  readonly id: string;
  readonly from_at: Date;
  readonly to_at: Date | null;
  readonly fell_due: number;
}

/** The beat as one row. A beat is one transaction: a worker that dies within it has noticed nothing, and the next one notices all of it. */
export class PostgresBeatStore implements BeatStore {
  constructor(private readonly pool: pg.Pool) {}

  beat(own: OwnBeat | null, limits: BeatLimits): Promise<Beaten> {
    return transaction(this.pool, async (client) => {
      await client.query(sql.begin);
      await client.query(sql.hold);
      const since = await one<SinceRow>(client, sql.sinceWell, [limits.lateMs, own?.wellAt ?? null]);
      const well = !since.overdue;
      const noticed = silentMs(since, own) > limits.gapMs ? await noticedDowntime(client, limits, well) : null;
      const { well_at } = await one<{ readonly well_at: Date }>(client, sql.noteBeat, [well]);
      return { keep: true, value: { well, wellAt: instantOfRow(well_at), noticed } };
    });
  }
}

function silentMs({ gap_ms, older }: SinceRow, own: OwnBeat | null): number {
  return own === null || older ? gap_ms : Math.min(gap_ms, own.sinceMs);
}

/** After a long silence there may be very much to note. It is noted once, and a beat that was broken off for it would be tried again in vain. */
const notedWithinMs = 120_000;

/** All of it when it is noticed and when it is over; in between what has come to be late since. */
async function noteItems(client: pg.ClientBase, lateMs: number, whole: boolean): Promise<void> {
  await client.query(`set local statement_timeout = ${notedWithinMs}`);
  const asked = { text: whole ? sql.noteItems : sql.noteLaterItems, values: [lateMs], query_timeout: notedWithinMs };
  await client.query(asked);
}

async function noticedDowntime(client: pg.ClientBase, { lateMs }: BeatLimits, over: boolean): Promise<NoticedDowntime> {
  const isNew = (await client.query(sql.noteDowntime)).rowCount === 1;
  await noteItems(client, lateMs, isNew || over);
  if (over) await client.query(sql.endDowntime);
  const row = await one<NoticedRow>(client, sql.noticed, []);
  return { id: row.id, from: instantOfRow(row.from_at), to: instantOrNull(row.to_at), fellDue: row.fell_due };
}

async function one<Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
): Promise<Row> {
  const [row] = (await client.query<Row>(text, [...values])).rows;
  if (row === undefined) throw new Error('the beat that was just written is not there');
  return row;
}
