import type pg from 'pg';
import type { Instant } from '@cellrelay/kernel';
import type { Clock } from '@cellrelay/use-cases';
import { instantOfRow } from './instants.js';

/** The database's clock: the one that decides what is due. */
export class PostgresClock implements Clock {
  constructor(private readonly pool: pg.Pool) {}

  async now(): Promise<Instant> {
    const found = await this.pool.query<{ now: Date }>({ name: 'clock-now', text: 'select cellrelay.clock() as now' });
    const [row] = found.rows;
    if (row === undefined) throw new Error('PostgreSQL does not say what time it is');
    return instantOfRow(row.now);
  }
}
