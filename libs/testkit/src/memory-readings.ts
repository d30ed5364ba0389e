import { millisOf, type ShipmentId } from '@cellrelay/kernel';
import type { KeptReadings, LoggerAt, NewReadings, ReadingStore, ReadSpan, ShipmentMark } from '@cellrelay/use-cases';
import type { Reading } from '@cellrelay/viability';

/** Readings in memory, as the port promises them. */
export class MemoryReadings implements ReadingStore {
  /** Of shipments that loggers were bound to, the latest first. */
  readonly bound = new Map<string, readonly ShipmentId[]>();
  private readonly readings = new Map<string, Map<number, number>>();
  private readonly marks = new Map<ShipmentId, ShipmentMark>();
  private revisions = 0;

  /** Of every organisation's: which stands in which is not known here. */
  shipmentsOf(logger: string, limit: number): Promise<readonly ShipmentId[]> {
    return Promise.resolve((this.bound.get(logger) ?? []).slice(0, limit));
  }

  async keep(batch: NewReadings): Promise<KeptReadings> {
    const answer = await this.foresee(batch);
    const { shipment, readings } = batch;
    const fresh = readings.filter(({ atMillis }) => !answer.known.has(atMillis) && !answer.over.has(atMillis));
    for (const { atMillis, celsius } of fresh) this.loggers(batch).set(atMillis, celsius);
    if (fresh.length > 0) {
      this.revisions += 1;
      this.marks.set(shipment, { shipment, revision: String(this.revisions), tries: 0 });
    }
    return answer;
  }

  foresee({ readings, most, ...of }: NewReadings): Promise<KeptReadings> {
    const kept = this.loggers(of);
    const known = new Map(readings.flatMap(({ atMillis }) => standing(kept, atMillis)));
    const fresh = readings.map(({ atMillis }) => atMillis).filter((at) => !known.has(at));
    return Promise.resolve({ known, over: new Set(fresh.slice(Math.max(0, most - kept.size))) });
  }

  of(shipment: ShipmentId, spans: readonly ReadSpan[], most: number): Promise<ReadonlyMap<string, readonly Reading[]>> {
    const loggers = [...new Set(spans.map(({ logger }) => logger))].toSorted();
    const within = loggers.map((logger) => {
      const own = spans.filter((span) => span.logger === logger);
      const all = inOrder(this.loggers({ shipment, logger })).filter(({ atMillis }) => isWithin(atMillis, own));
      return [logger, all.slice(0, most)] as const;
    });
    return Promise.resolve(new Map(within.filter(([, all]) => all.length > 0)));
  }

  last(of: LoggerAt): Promise<Reading | null> {
    return Promise.resolve(inOrder(this.loggers(of)).at(-1) ?? null);
  }

  mark(shipment: ShipmentId): Promise<ShipmentMark | null> {
    return Promise.resolve(this.marks.get(shipment) ?? null);
  }

  marked(_idleMs: number, limit: number): Promise<readonly ShipmentMark[]> {
    return Promise.resolve([...this.marks.values()].slice(0, limit));
  }

  clear({ shipment, revision }: ShipmentMark): Promise<void> {
    if (this.marks.get(shipment)?.revision === revision) this.marks.delete(shipment);
    return Promise.resolve();
  }

  putOff(mark: ShipmentMark): Promise<void> {
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

function isWithin(atMillis: number, spans: readonly ReadSpan[]): boolean {
  return spans.some(({ from, to }) => atMillis >= millisOf(from) && atMillis <= millisOf(to));
}

function inOrder(kept: ReadonlyMap<number, number>): readonly Reading[] {
  return [...kept].map(([atMillis, celsius]) => ({ atMillis, celsius })).toSorted((a, b) => a.atMillis - b.atMillis);
}
