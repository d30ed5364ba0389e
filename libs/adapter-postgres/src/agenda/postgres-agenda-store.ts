import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { Obligation } from '@cellrelay/shipment';
import type { AgendaDepth, AgendaStore, BellRequest, LeaseOutcome } from '@cellrelay/use-cases';
import { instantOfRow } from '../instants.js';
import { withoutNul } from '../plain-text.js';
import { agendaDepth, openItems } from './agenda-depth.js';
import * as sql from './agenda-sql.js';
import { bellOf, type BellRow } from './bell-row.js';

interface TakenRow {
  readonly shipment: ShipmentId;
  readonly obligation: Obligation;
  readonly revision: number;
  readonly tries_before: number;
  readonly token: string;
  readonly now: Date;
  readonly late_ms: number;
}

/** Agenda rows as bells and sweeps see them. Due is decided by the clock that shipments live by, leases run by the wall's. */
export class PostgresAgendaStore implements AgendaStore {
  constructor(
    private readonly pool: pg.Pool,
    /** How long a lease lasts. A handler that takes longer may find its item taken by another; its outcome is accepted all the same. */
    private readonly leaseMs: number,
  ) {}

  /** Takes the item when it stands at that revision, is due, and nobody has it. `attempts` are the leases taken before this one, those of crashed handlers too. */
  async lease(id: string, revision: number): Promise<LeaseOutcome> {
    const values = [id, revision, this.leaseMs];
    const taken = await this.pool.query<TakenRow>({ name: 'agenda-lease', text: sql.lease, values });
    const [row] = taken.rows;
    if (row === undefined) return this.whyNot(id, revision);
    const item = {
      id,
      shipment: row.shipment,
      revision: row.revision,
      obligation: row.obligation,
      attempts: row.tries_before,
    };
    return { kind: 'leased', item, token: row.token, now: instantOfRow(row.now), lateMs: Math.max(0, row.late_ms) };
  }

  private async whyNot(id: string, revision: number): Promise<LeaseOutcome> {
    const seen = await this.pool.query<BellRow>({ name: 'agenda-early', text: sql.early, values: [id, revision] });
    const [row] = seen.rows;
    // Due by now, had by nobody: it came due between our two looks, or its lease just ended. Again at once.
    return row === undefined
      ? { kind: 'not-mine' }
      : { kind: 'early', dueAt: instantOfRow(row.ring_at), waitMs: row.wait_ms };
  }

  async handBack(
    id: string,
    token: string,
    failure: { readonly error: string; readonly afterMs: number },
  ): Promise<boolean> {
    const done = await this.pool.query({
      name: 'agenda-hand-back',
      text: sql.handBack,
      values: [id, token, withoutNul(failure.error), failure.afterMs],
    });
    return done.rowCount === 1;
  }

  async release(id: string, token: string): Promise<void> {
    await this.pool.query({ name: 'agenda-release', text: sql.release, values: [id, token] });
  }

  async park(id: string, token: string, error: string): Promise<boolean> {
    const done = await this.pool.query({ name: 'agenda-park', text: sql.park, values: [id, token, withoutNul(error)] });
    return done.rowCount === 1;
  }

  async unpark(id: string | null): Promise<readonly BellRequest[]> {
    const freed = await this.pool.query<BellRow>({ name: 'agenda-unpark', text: sql.unpark, values: [id] });
    return freed.rows.map(bellOf);
  }

  /** How much of the agenda is due, for whoever watches. */
  depth(): Promise<AgendaDepth> {
    return agendaDepth(this.pool);
  }

  /** How many items are owed, whenever they are due. Not to be asked every second. */
  open(): Promise<number> {
    return openItems(this.pool);
  }

  async due(
    window: { readonly fromMs: number | null; readonly toMs: number },
    limit: number,
  ): Promise<readonly BellRequest[]> {
    const values = [window.fromMs, window.toMs, limit];
    const due = await this.pool.query<BellRow>({ name: 'agenda-due', text: sql.due, values });
    return due.rows.map(bellOf);
  }
}
