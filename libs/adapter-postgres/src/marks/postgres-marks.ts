import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { ShipmentMark, ShipmentMarks } from '@cellrelay/use-cases';
import type { MarkSql } from './mark-sql.js';

/** Marks of shipments in one table; whoever sets them says so in a statement of their own. */
export class PostgresMarks implements ShipmentMarks {
  constructor(
    protected readonly pool: pg.Pool,
    private readonly marks: MarkSql,
  ) {}

  async mark(shipment: ShipmentId): Promise<ShipmentMark | null> {
    return (await this.pool.query<ShipmentMark>(this.marks.of, [shipment])).rows[0] ?? null;
  }

  async clear({ shipment, revision }: ShipmentMark): Promise<void> {
    await this.pool.query(this.marks.clear, [shipment, revision]);
  }

  async putOff({ shipment, revision }: ShipmentMark, afterMs: number): Promise<void> {
    await this.pool.query(this.marks.putOff, [shipment, revision, afterMs]);
  }
}
