import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { Holder, Shipment } from '@cellrelay/shipment';
import type { CommandKey, CommitOutcome, LoadedState, ShipmentStore, StoredEntry } from '@cellrelay/use-cases';
import { again } from '../again.js';
import { transaction } from '../pool.js';
import { commitWithin, type CommitParts, type Decide } from './commit.js';
import { logOf, wholeLog } from './log.js';
import { RememberedStates } from './remembered-states.js';
import { isUnitMet, takenUnit, type Ordering } from './units.js';

/** Shipments in PostgreSQL: one transaction per command, tried again after a collision or a lost connection. */
export class PostgresShipmentStore implements ShipmentStore {
  private readonly remembered: RememberedStates;

  constructor(
    private readonly pool: pg.Pool,
    private readonly parts: Omit<CommitParts, 'remembered'> & {
      /** Called after a commit: somebody may be waiting for news. Losing the call loses nothing. */
      readonly committed: () => void;
      /** How many states are kept in memory, at some 50 kB each with what is derived from them. */
      readonly remembers: number;
    },
  ) {
    this.remembered = new RememberedStates(parts.remembers);
  }

  /**
   * Decides under the shipment's lock and writes all of it, or nothing. A connection that is lost at the commit leaves the outcome unknown; the next
   * try, with the same command id, then finds the answer or does it for the first time.
   */
  async commit(command: CommandKey, decide: Decide): Promise<CommitOutcome> {
    const outcome = await again(() => this.attempt(command, decide));
    if (outcome.kind === 'committed') this.parts.committed();
    return outcome;
  }

  /** One try. Of two orders of one unit the later is told of the other; where that one has ended meanwhile, the next try goes through. */
  private async attempt(command: CommandKey, decide: Decide): Promise<CommitOutcome> {
    const parts = { ...this.parts, remembered: this.remembered };
    let ordering: Ordering | undefined;
    const noted: Decide = (loaded) => {
      const decided = decide(loaded);
      if (decided.ok) ordering = { shipment: command.shipment, first: loaded.state === null, row: decided.commit.row };
      return decided;
    };
    try {
      return await transaction(this.pool, async (client) => {
        const value = await commitWithin(client, command, noted, parts);
        return { keep: value.kind === 'committed', value };
      });
    } catch (error) {
      const refusal = ordering !== undefined && isUnitMet(error) ? await takenUnit(this.pool, ordering) : undefined;
      if (refusal === undefined) throw error;
      return { kind: 'refused', refusal };
    }
  }

  async load(shipment: ShipmentId): Promise<Shipment | null> {
    const text = 'select fold_version, state from cellrelay.shipment where id = $1';
    const found = await this.pool.query<{ fold_version: number; state: Shipment }>({
      name: 'shipment-load',
      text,
      values: [shipment],
    });
    const [row] = found.rows;
    if (row === undefined || row.fold_version === this.parts.folding.version) return row?.state ?? null;
    return this.parts.folding.refold(await wholeLog(this.pool, shipment));
  }

  async loadAll(shipments: readonly ShipmentId[]): Promise<readonly LoadedState[]> {
    const text = 'select id as shipment, fold_version, state from cellrelay.shipment where id = any ($1::uuid[])';
    const found = await this.pool.query<LoadedState & { readonly fold_version: number }>(text, [shipments]);
    return Promise.all(
      found.rows.map(async ({ shipment, fold_version: version, state }) => ({
        shipment,
        state:
          version === this.parts.folding.version
            ? state
            : this.parts.folding.refold(await wholeLog(this.pool, shipment)),
      })),
    );
  }

  async holders(shipment: ShipmentId): Promise<readonly Holder[]> {
    const text = 'select part, holder from cellrelay.shipment_part where shipment = $1';
    return (await this.pool.query<Holder>({ name: 'shipment-holders', text, values: [shipment] })).rows;
  }

  /** The next shipments by id whose state another version of the fold left behind, or an earlier one alone. */
  async stale(
    after: ShipmentId | null,
    limit: number,
    which: 'other' | 'earlier' = 'other',
  ): Promise<readonly ShipmentId[]> {
    const found = await this.pool.query<{ id: ShipmentId }>(
      `select id from cellrelay.shipment where fold_version ${which === 'other' ? '<>' : '<'} $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [this.parts.folding.version, after, limit],
    );
    return found.rows.map((row) => row.id);
  }

  /** The next open shipments by id. */
  async open(after: ShipmentId | null, limit: number): Promise<readonly ShipmentId[]> {
    const found = await this.pool.query<{ id: ShipmentId }>(
      'select id from cellrelay.shipment where live and ($1::uuid is null or id > $1) order by id limit $2',
      [after, limit],
    );
    return found.rows.map((row) => row.id);
  }

  log(shipment: ShipmentId, afterSeq: number, limit: number): Promise<readonly StoredEntry[]> {
    return logOf(this.pool, shipment, afterSeq, limit);
  }
}
