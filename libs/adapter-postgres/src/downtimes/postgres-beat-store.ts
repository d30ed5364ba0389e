import type pg from 'pg';
import type { Beaten, BeatLimits, BeatStore, NoticedDowntime } from '@cellrelay/use-cases';
import { instantOfRow, instantOrNull } from '../instants.js';
import { transaction } from '../pool.js';
import * as sql from './downtime-sql.js';

interface SinceRow {
  readonly gap_ms: number;
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

  beat(sinceOwnMs: number | null, limits: BeatLimits): Promise<Beaten> {
    return transaction(this.pool, async (client) => {
      await client.query(sql.begin);
      await client.query(sql.hold);
      const { gap_ms, overdue } = await one<SinceRow>(client, sql.sinceWell, [limits.lateMs]);
      const down = Math.min(gap_ms, sinceOwnMs ?? gap_ms) > limits.gapMs;
      const noticed = down ? await noticedDowntime(client, limits, !overdue) : null;
      await client.query(sql.noteBeat, [!overdue]);
      return { keep: true, value: { well: !overdue, noticed } };
    });
  }
}

async function noticedDowntime(client: pg.ClientBase, { lateMs }: BeatLimits, over: boolean): Promise<NoticedDowntime> {
  await client.query(sql.noteDowntime);
  await client.query(sql.noteItems, [lateMs]);
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
