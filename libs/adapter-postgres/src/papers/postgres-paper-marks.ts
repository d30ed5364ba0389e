import type pg from 'pg';
import type { MarkDepth, PaperMarks, ShipmentMark } from '@cellrelay/use-cases';
import { PostgresMarks } from '../marks/postgres-marks.js';
import * as sql from './paper-sql.js';

/** Marks of shipments whose papers are to be looked at again; commits set them (commit-sql.ts), and a trigger says that all may be concerned. */
export class PostgresPaperMarks extends PostgresMarks implements PaperMarks {
  constructor(pool: pg.Pool) {
    super(pool, sql.paperMarks);
  }

  async spread(limit: number): Promise<boolean> {
    const { rows } = await this.pool.query<{ more: boolean }>(sql.spreadMarks, [limit]);
    return rows[0]?.more ?? false;
  }

  async depth(): Promise<MarkDepth> {
    return (await this.pool.query<MarkDepth>(sql.paperMarks.depth)).rows[0]!;
  }

  async marked(limit: number): Promise<readonly ShipmentMark[]> {
    return (await this.pool.query<ShipmentMark>(sql.dueMarks, [limit])).rows;
  }
}
