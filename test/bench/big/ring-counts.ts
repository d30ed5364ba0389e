import { startOurBells, type OurBells, type Watched } from '../bells/our-bells.js';
import type { ToRing } from '../bells/logged-bells.js';
import type { Backend } from '../ground/backends.js';
import type { BenchServer } from '../ground/bench-server.js';
import { inChunks } from '../ground/in-chunks.js';
import { until } from '../ground/until.js';
import { copyMsEach, copyTrips } from '../shipments/copy-trips.js';
import { countDueKey, countsDueAt } from '../shipments/trips-under-way.js';

/** What came of counts that fell due: how late their handlers were entered and their alerts committed, in milliseconds, in no order. */
export interface Rung {
  readonly due: readonly ToRing[];
  readonly entryMs: readonly number[];
  readonly committedMs: readonly number[];
}

/** Arms at most so many in one look; more than any part of the benchmark has. */
const all = 1_000_000;
const waitAtMostMs = 240_000;
/** From so many on the server looks anew at what its tables hold. */
const many = 1_000;

/** How long before they fall due so many have to be planted. */
function leadMs(count: number): number {
  return 1_000 + count * (1.6 * copyMsEach() + 0.7);
}

/** Our bells on a backend, rung by shipments whose cell count is owed at a moment of their own. */
export class CountsDue {
  private constructor(
    private readonly server: BenchServer,
    readonly ours: OurBells,
    private readonly watched: Watched,
  ) {}

  static async on(server: BenchServer, backend: Backend, watched: Watched): Promise<CountsDue> {
    return new CountsDue(server, await startOurBells(server, backend, watched), watched);
  }

  /** Plants shipments that fall due then (milliseconds since the epoch) and hangs their bells, as the sweep does when their time comes near. */
  async plant(dueAtMs: readonly number[]): Promise<readonly ToRing[]> {
    const copies = await countsDueAt(dueAtMs);
    await copyTrips(this.server, copies);
    if (copies.length >= many) await this.server.admin.query('analyze cellrelay.agenda_item, cellrelay.shipment');
    const bells = await this.ours.agenda.due({ fromMs: null, toMs: 600_000 }, all);
    await inChunks(bells, (some) => this.ours.bell.arm(some));
    if (Date.now() > Math.min(...dueAtMs)) console.error('  (planting took too long: the first bells ring late)');
    return copies.map(({ id, trip }) => ({ shipment: id, key: countDueKey, lines: trip.lines.length }));
  }

  /** Rings at these distances. `lost`: every bell is forgotten before the first falls due, and only the sweep is left. */
  async ring(afterMs: readonly number[], { lost = false } = {}): Promise<Rung> {
    const from = Date.now() + leadMs(afterMs.length);
    const dueAtMs = afterMs.map((after) => Math.round(from + after));
    const due = await this.plant(dueAtMs);
    if (lost) await this.ours.bell.forgetAll();
    await until(() => due.every(({ shipment }) => this.watched.isDone(shipment)), Math.max(...dueAtMs) + waitAtMostMs);
    const heard = due.map(({ shipment }) => this.watched.heard.get(shipment));
    await this.quieten(due);
    return {
      due,
      entryMs: heard.flatMap((each, at) => (each === undefined ? [] : [each.enteredAtMs - (dueAtMs[at] ?? 0)])),
      committedMs: heard.flatMap((each, at) =>
        each?.committedAtMs == null ? [] : [each.committedAtMs - (dueAtMs[at] ?? 0)],
      ),
    };
  }

  /**
   * What the rung shipments owe from here on, such as telling somebody else after a quarter of an hour, would ring into what is measured next. Their rows are locked first, as each
   * commit does: some are just being told of.
   */
  private async quieten(due: readonly ToRing[]): Promise<void> {
    const text = `with held as (select id from cellrelay.shipment where id = any ($1::uuid[]) order by id for update)
      update cellrelay.agenda_item set closed_at = cellrelay.clock() where shipment in (select id from held) and closed_at is null`;
    await this.server.admin.query(text, [due.map(({ shipment }) => shipment)]);
  }

  close(): Promise<void> {
    return this.ours.close({ forget: true });
  }
}
