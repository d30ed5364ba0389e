import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { PaperMark, PaperMarks } from '@cellrelay/use-cases';
import * as sql from './paper-sql.js';

/** Marks of shipments whose papers are to be looked at again; commits set them (commit-sql.ts), and a trigger says that all may be concerned. */
export class PostgresPaperMarks implements PaperMarks {
  constructor(private readonly pool: pg.Pool) {}

  async spread(limit: number): Promise<boolean> {
    const { rows } = await this.pool.query<{ more: boolean }>(sql.spreadMarks, [limit]);
    return rows[0]?.more ?? false;
  }

  async mark(shipment: ShipmentId): Promise<PaperMark | null> {
    return (await this.pool.query<PaperMark>(sql.markOf, [shipment])).rows[0] ?? null;
  }

  async marked(limit: number): Promise<readonly PaperMark[]> {
    return (await this.pool.query<PaperMark>(sql.dueMarks, [limit])).rows;
  }

  async clear({ shipment, revision }: PaperMark): Promise<void> {
    await this.pool.query(sql.clearMark, [shipment, revision]);
  }

  async putOff({ shipment, revision }: PaperMark, afterMs: number): Promise<void> {
    await this.pool.query(sql.putOffMark, [shipment, revision, afterMs]);
  }
}
