import { millisOf, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { LoggerAt, NewReadings, ReadingMark, ReadingStore } from '@cellrelay/use-cases';
import type { Reading } from '@cellrelay/viability';

/** Readings in memory, as the port promises them. */
export class MemoryReadings implements ReadingStore {
  /** Of shipments that loggers were bound to, the latest first. */
  readonly bound = new Map<string, readonly ShipmentId[]>();
  private readonly readings = new Map<string, Map<number, number>>();
  private readonly marks = new Map<ShipmentId, ReadingMark>();
  private revisions = 0;

  /** Of every organisation's: which stands in which is not known here. */
  shipmentsOf(logger: string, limit: number): Promise<readonly ShipmentId[]> {
    return Promise.resolve((this.bound.get(logger) ?? []).slice(0, limit));
  }

  keep({ shipment, logger, readings }: NewReadings): Promise<ReadonlyMap<number, number>> {
    const kept = this.loggers({ shipment, logger });
    const known = new Map(readings.flatMap(({ atMillis }) => standing(kept, atMillis)));
    for (const { atMillis, celsius } of readings) if (!known.has(atMillis)) kept.set(atMillis, celsius);
    if (known.size < readings.length) {
      this.revisions += 1;
      this.marks.set(shipment, { shipment, revision: String(this.revisions), tries: 0 });
    }
    return Promise.resolve(known);
  }

  of(
    shipment: ShipmentId,
    { from, to }: { readonly from: Instant; readonly to: Instant },
  ): Promise<ReadonlyMap<string, readonly Reading[]>> {
    const own = [...this.readings].filter(([key]) => key.startsWith(`${shipment} `));
    const within = own.map(([key, kept]) => {
      const all = inOrder(kept).filter(({ atMillis }) => atMillis >= millisOf(from) && atMillis <= millisOf(to));
      return [key.slice(shipment.length + 1), all] as const;
    });
    return Promise.resolve(new Map(within.filter(([, all]) => all.length > 0)));
  }

  last(of: LoggerAt): Promise<Reading | null> {
    return Promise.resolve(inOrder(this.loggers(of)).at(-1) ?? null);
  }

  mark(shipment: ShipmentId): Promise<ReadingMark | null> {
    return Promise.resolve(this.marks.get(shipment) ?? null);
  }

  marked(_idleMs: number, limit: number): Promise<readonly ReadingMark[]> {
    return Promise.resolve([...this.marks.values()].slice(0, limit));
  }

  clear({ shipment, revision }: ReadingMark): Promise<void> {
    if (this.marks.get(shipment)?.revision === revision) this.marks.delete(shipment);
    return Promise.resolve();
  }

  putOff(mark: ReadingMark): Promise<void> {
    this.marks.set(mark.shipment, { ...mark, tries: mark.tries + 1 });
    return Promise.resolve();
  }

  private loggers({ shipment, logger }: LoggerAt): Map<number, number> {
    const key = `${shipment} ${logger}`;
    const kept = this.readings.get(key) ?? new Map<number, number>();
    this.readings.set(key, kept);
    return kept;
  }
}

function standing(kept: ReadonlyMap<number, number>, atMillis: number): readonly (readonly [number, number])[] {
  const celsius = kept.get(atMillis);
  return celsius === undefined ? [] : [[atMillis, celsius]];
}

function inOrder(kept: ReadonlyMap<number, number>): readonly Reading[] {
  return [...kept].map(([atMillis, celsius]) => ({ atMillis, celsius })).toSorted((a, b) => a.atMillis - b.atMillis);
}
