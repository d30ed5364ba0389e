import type pg from 'pg';
import type { BellStanding, Downtime, DowntimeItem, DowntimeStore } from '@cellrelay/use-cases';
import { instantOfRow, instantOrNull } from '../instants.js';
import * as sql from './downtime-sql.js';

interface StandingRow {
  readonly now: Date;
  readonly beat_at: Date | null;
  readonly well_at: Date | null;
  readonly overdue: boolean;
}

interface DowntimeRow {
  readonly id: string;
  readonly from_at: Date;
  readonly to_at: Date | null;
  readonly totals: Downtime['totals'];
}

type ItemRow = Omit<DowntimeItem, 'stillOwed'> & { readonly still_owed: boolean };

/** Downtimes as whoever reads of them sees them. */
export class PostgresDowntimeStore implements DowntimeStore {
  constructor(private readonly pool: pg.Pool) {}

  async standing(lateMs: number): Promise<BellStanding> {
    const [row] = (await this.pool.query<StandingRow>({ name: 'bells-stand', text: sql.standing, values: [lateMs] }))
      .rows;
    if (row === undefined) throw new Error('PostgreSQL does not say how bells stand');
    const { now, beat_at, well_at, overdue } = row;
    const beat =
      beat_at === null || well_at === null ? null : { at: instantOfRow(beat_at), wellAt: instantOfRow(well_at) };
    return { now: instantOfRow(now), beat, overdue };
  }

  async unread(
    account: string,
    most: { readonly downtimes: number; readonly itemsEach: number },
  ): Promise<readonly Downtime[]> {
    const found = await this.pool.query<DowntimeRow>(sql.unread, [account, most.downtimes]);
    const ids = found.rows.map(({ id }) => id);
    const items = await this.pool.query<ItemRow>(sql.unreadItems, [ids, most.itemsEach]);
    return found.rows.map(({ id, from_at, to_at, totals }) => ({
      id,
      from: instantOfRow(from_at),
      to: instantOrNull(to_at),
      totals,
      items: items.rows.filter((item) => item.downtime === id).map(itemOf),
    }));
  }

  async dismiss(downtime: string, account: string): Promise<boolean> {
    await this.pool.query(sql.dismiss, [downtime, account]);
    return (await this.pool.query(sql.known, [downtime])).rowCount === 1;
  }
}

function itemOf({ downtime, shipment, obligation, row, still_owed }: ItemRow): DowntimeItem {
  return { downtime, shipment, obligation, row, stillOwed: still_owed };
}
