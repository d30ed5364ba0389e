import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { Reading } from '@cellrelay/viability';
import type { KeptReadings, LoggerAt, NewReadings, ReadingStore, ReadSpan, ShipmentMark } from '@cellrelay/use-cases';
import { PostgresMarks } from '../marks/postgres-marks.js';
import { withoutNul } from '../plain-text.js';
import { monthsAround } from './months.js';
import * as sql from './reading-sql.js';

interface ReadingRead {
  readonly ms: number;
  readonly celsius: number;
}

interface ReadingsRead {
  readonly logger: string;
  readonly at: readonly number[];
  readonly celsius: readonly number[];
}

/** Readings in their months' partitions, and marks of what is to be worked out of them. */
export class PostgresReadingStore extends PostgresMarks implements ReadingStore {
  /** Months that are known to have a partition: none is ever taken away. */
  private readonly months = new Set<string>();

  constructor(pool: pg.Pool) {
    super(pool, sql.readingMarks);
  }

  async shipmentsOf(logger: string, limit: number, organisation: string | null): Promise<readonly ShipmentId[]> {
    const values = [withoutNul(logger), limit, organisation];
    const { rows } = await this.pool.query<{ id: ShipmentId }>(sql.shipmentsOfLogger, values);
    return rows.map((row) => row.id);
  }

  async keep(batch: NewReadings): Promise<KeptReadings> {
    const { shipment, logger, readings, most } = batch;
    const at = readings.map(({ atMillis }) => atMillis);
    await this.readyFor(at);
    const { rows } = await this.pool.query<{ taken: readonly number[] | null; tried: boolean }>({
      name: 'readings-keep',
      text: sql.keepReadings,
      values: [shipment, logger, at, readings.map(({ celsius }) => celsius), most],
    });
    const { taken = null, tried = true } = rows[0] ?? {};
    if (!tried) return this.keepWhatFits(batch);
    return { known: taken === null ? new Map() : await this.standingAt(batch, without(at, taken)), over: new Set() };
  }

  async foresee({ readings, most, ...of }: NewReadings): Promise<KeptReadings> {
    const known = await this.standingAt(
      of,
      readings.map(({ atMillis }) => atMillis),
    );
    const { rows } = await this.pool.query<{ room: number }>(sql.roomLeft, [of.shipment, of.logger, most]);
    const fresh = readings.map(({ atMillis }) => atMillis).filter((at) => !known.has(at));
    return { known, over: new Set(fresh.slice(Math.max(0, rows[0]?.room ?? 0))) };
  }

  async of(
    shipment: ShipmentId,
    spans: readonly ReadSpan[],
    most: number,
  ): Promise<ReadonlyMap<string, readonly Reading[]>> {
    const { rows } = await this.pool.query<ReadingsRead>({
      name: 'readings-of',
      text: sql.readingsInSpans,
      values: [
        ...[shipment, spans.map(({ logger }) => withoutNul(logger))],
        ...[spans.map(({ from }) => from), spans.map(({ to }) => to), most],
      ],
    });
    return new Map(rows.map((row) => [row.logger, readingsIn(row)]));
  }

  async last({ shipment, logger }: LoggerAt): Promise<Reading | null> {
    const { rows } = await this.pool.query<ReadingRead>(sql.lastReading, [shipment, logger]);
    return rows[0] === undefined ? null : { atMillis: rows[0].ms, celsius: rows[0].celsius };
  }

  async marked(idleMs: number, limit: number): Promise<readonly ShipmentMark[]> {
    return (await this.pool.query<ShipmentMark>(sql.idleMarks, [idleMs, limit])).rows;
  }

  /** The earliest that are new and fit. Comes back here where somebody else has taken the room meanwhile, which there is less of each time. */
  private async keepWhatFits(batch: NewReadings): Promise<KeptReadings> {
    const { known, over } = await this.foresee(batch);
    const fitting = batch.readings.filter(({ atMillis }) => !known.has(atMillis) && !over.has(atMillis));
    if (fitting.length === 0) return { known, over };
    const kept = await this.keep({ ...batch, readings: fitting });
    return { known: new Map([...known, ...kept.known]), over: new Set([...over, ...kept.over]) };
  }

  private async standingAt(
    { shipment, logger }: LoggerAt,
    at: readonly number[],
  ): Promise<ReadonlyMap<number, number>> {
    const { rows } = await this.pool.query<ReadingRead>(sql.standingAt, [shipment, logger, at]);
    return new Map(rows.map(({ ms, celsius }) => [ms, celsius]));
  }

  /** A month ahead of the last reading too, so that at midnight nobody waits for it. */
  private async readyFor(at: readonly number[]): Promise<void> {
    const missing = monthsAround(at).filter((month) => !this.months.has(month));
    if (missing.length === 0) return;
    await this.pool.query(sql.makeMonths, [missing]);
    for (const month of missing) this.months.add(month);
  }
}

function without(all: readonly number[], some: readonly number[]): readonly number[] {
  const left = new Set(all);
  for (const each of some) left.delete(each);
  return [...left];
}

function readingsIn({ at, celsius }: ReadingsRead): readonly Reading[] {
  return at.map((atMillis, index) => ({ atMillis, celsius: celsius[index] as number }));
}
