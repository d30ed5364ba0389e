import type pg from 'pg';
import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { Change, ChangeStream } from '@cellrelay/use-cases';
import type { ChangeBell } from './change-bell.js';
import { after, clusterOnly, latest } from './stream-sql.js';

interface ChangeRow {
  readonly shipment: ShipmentId;
  readonly tx: string;
  readonly position: string;
  readonly revision: number | null;
}

/** What has moved, in an order in which nothing is passed by. */
export class PostgresChangeStream implements ChangeStream {
  constructor(
    private readonly pool: pg.Pool,
    private readonly bell: ChangeBell,
  ) {}

  async latestCursor(): Promise<string> {
    const found = await this.pool.query<{ cluster: string; tx: string }>({ name: 'changes-latest', text: latest });
    const [row] = found.rows;
    if (row === undefined) throw new Error('PostgreSQL does not say which cluster it is');
    // Past every position of the last transaction that has ended for sure.
    return `${row.cluster}.${row.tx}.9223372036854775807`;
  }

  async changesAfter(cursor: string, limit: number): Promise<Result<readonly Change[], Refusal>> {
    const [, cluster, tx, position] = /^(\d{1,20})\.(\d{1,19})\.(\d{1,19})$/.exec(cursor) ?? [];
    if (cluster === undefined || tx === undefined || position === undefined || cluster !== (await this.cluster()))
      return unknownCursor();
    const found = await this.pool.query<ChangeRow>({
      name: 'changes-after',
      text: after,
      values: [tx, position, limit],
    });
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

  private async cluster(): Promise<string | undefined> {
    const found = await this.pool.query<{ cluster: string }>({ name: 'changes-cluster', text: clusterOnly });
    return found.rows[0]?.cluster;
  }
}

function unknownCursor(): Result<never, Refusal> {
  return err({
    code: 'cursor-unknown',
    sentence: 'This cursor is not of this database. Read the list anew and go on from its cursor.',
  });
}
