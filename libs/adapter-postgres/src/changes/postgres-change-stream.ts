import type pg from 'pg';
import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { Change, ChangeStream } from '@cellrelay/use-cases';
import type { ChangeBell } from './change-bell.js';
import { after, ended } from './stream-sql.js';

interface ChangeRow {
  readonly shipment: ShipmentId;
  readonly tx: string;
  readonly position: string;
  readonly revision: number | null;
}

/** How far the database has come: below `floor` every transaction has ended; `waiting` when one above may still write. */
interface Ended {
  readonly cluster: string;
  readonly floor: string;
  readonly waiting: boolean;
}

/** What has moved, in an order in which nothing is passed by. */
export class PostgresChangeStream implements ChangeStream {
  constructor(
    private readonly pool: pg.Pool,
    private readonly bell: ChangeBell,
  ) {}

  async latestCursor(): Promise<string> {
    const { cluster, floor } = await this.ended();
    // Past every position of the last transaction that has ended for sure.
    return `${cluster}.${BigInt(floor) - 1n}.9223372036854775807`;
  }

  async changesAfter(cursor: string, limit: number): Promise<Result<readonly Change[], Refusal>> {
    const [, of, tx, position] = /^(\d{1,20})\.(\d{1,19})\.(\d{1,19})$/.exec(cursor) ?? [];
    const { cluster, floor, waiting } = await this.ended();
    if (of !== cluster || tx === undefined || position === undefined) return unknownCursor();
    const values = [tx, position, limit, floor];
    const found = await this.pool.query<ChangeRow>({ name: 'changes-after', text: after, values });
    if (waiting) this.bell.lookAgain();
    return ok(
      found.rows.map((row) => ({
        cursor: `${cluster}.${row.tx}.${row.position}`,
        shipment: row.shipment,
        revision: row.revision,
      })),
    );
  }

  watch(wake: () => void): () => void {
    return this.bell.watch(wake);
  }

  private async ended(): Promise<Ended> {
    const [row] = (await this.pool.query<Ended>({ name: 'changes-ended', text: ended })).rows;
    if (row === undefined) throw new Error('PostgreSQL does not say which cluster it is');
    return row;
  }
}

function unknownCursor(): Result<never, Refusal> {
  return err({
    code: 'cursor-unknown',
    sentence: 'This cursor is not of this database. Read the list anew and go on from its cursor.',
  });
}
