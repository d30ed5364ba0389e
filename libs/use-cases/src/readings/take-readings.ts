import type { ShipmentId } from '@cellrelay/kernel';
import type { Clock, ShipmentStore } from '../ports.js';
import { spansOf, type BoundSpan } from './bound-spans.js';
import { readingOf, type ReadingRefused } from './reading-row.js';
import {
  mostOfLogger,
  mostReadings,
  type IncomingReading,
  type NewReadings,
  type ReadingIntake,
  type ReadingSource,
  type ReadingStore,
  type ReadingVerdict,
} from './readings.port.js';
import { anothersReading, firstAtEach, graver, unbound, verdictIn, type Candidate } from './verdicts.js';

/** A logger that has been in more shipments than these is looked for in the latest. */
const mostShipments = 20;

/** What readings are taken with. */
export interface TakeReadingsParts {
  readonly store: Pick<ReadingStore, 'shipmentsOf' | 'keep' | 'foresee'>;
  readonly shipments: Pick<ShipmentStore, 'loadAll'>;
  readonly clock: Clock;
  /** Works out what a shipment's readings imply. */
  readonly work: (shipment: ShipmentId) => Promise<void>;
  /** Told where that failed: the mark stays, and whoever sweeps tries again. */
  readonly failed: (shipment: ShipmentId, error: unknown) => void;
  /** So many of a logger are kept for a shipment; `mostOfLogger` unless told. */
  readonly most?: number;
}

type DeviceOf = Extract<ReadingSource['by'], { kind: 'device' }>['organisation'];

type Judged =
  { readonly candidate: Candidate; readonly of: readonly ShipmentId[] } | { readonly refused: ReadingRefused };

/** A delivery whose rows were each looked at: verdicts on those that count nowhere, and for each shipment those that may count. */
interface Sorted {
  readonly verdicts: Map<number, ReadingVerdict>;
  readonly perShipment: ReadonlyMap<ShipmentId, readonly Candidate[]>;
}

/** Judges readings row by row, keeps the good ones, and has their shipments' forecasts made anew, once for each shipment. */
export class TakeReadings implements ReadingIntake {
  constructor(private readonly parts: TakeReadingsParts) {}

  async take(
    source: ReadingSource,
    readings: readonly IncomingReading[],
    more = false,
  ): Promise<readonly ReadingVerdict[]> {
    if (readings.length > mostReadings) throw new RangeError(`more than ${mostReadings} readings at once`);
    const { verdicts, perShipment } = await this.sorted(source, readings);
    const changed = changedBefore(source);
    for (const [shipment, candidates] of perShipment)
      if (await this.settled('keep', { shipment, logger: source.logger, candidates }, verdicts)) changed.add(shipment);
    if (!more) for (const shipment of changed) await this.workedOut(shipment);
    return readings.map((_, row) => judgedIn(verdicts, row));
  }

  async foresee(source: ReadingSource, readings: readonly IncomingReading[]): Promise<readonly ReadingVerdict[]> {
    const { verdicts, perShipment } = await this.sorted(source, readings);
    for (const [shipment, candidates] of perShipment)
      await this.settled('foresee', { shipment, logger: source.logger, candidates }, verdicts);
    return readings.map((_, row) => judgedIn(verdicts, row));
  }

  private async sorted(source: ReadingSource, readings: readonly IncomingReading[]): Promise<Sorted> {
    const judge = await this.judgeOf(source);
    const verdicts = new Map<number, ReadingVerdict>();
    const perShipment = new Map<ShipmentId, Candidate[]>();
    readings.forEach((incoming, row) => {
      const judged = judge(incoming, row);
      if ('refused' in judged) verdicts.set(row, judged.refused);
      else for (const shipment of judged.of) listOf(perShipment, shipment).push(judged.candidate);
    });
    return { verdicts, perShipment };
  }

  private async judgeOf(source: ReadingSource): Promise<(incoming: IncomingReading, row: number) => Judged> {
    const [now, spans] = [await this.parts.clock.now(), await this.spans(source)];
    return (incoming, row) => {
      const read = readingOf(incoming, now);
      if (!read.ok) return { refused: read.error };
      const foreign = anothersReading(source, incoming);
      if (foreign !== undefined) return { refused: foreign };
      const of = boundIn(read.value.atMillis, spans);
      return of.length === 0
        ? { refused: unbound(read.value, source.logger, spans) }
        : { candidate: { row, reading: read.value }, of };
    };
  }

  private async spans(source: ReadingSource): Promise<readonly BoundSpan[]> {
    const { logger, by } = source;
    const shipments = by.kind === 'account' ? [by.shipment] : await this.shipmentsOf(logger, by.organisation);
    return spansOf(source, await this.parts.shipments.loadAll(shipments));
  }

  /** The operator's device may be in anybody's box. */
  private shipmentsOf(logger: string, { id, kind }: DeviceOf): Promise<readonly ShipmentId[]> {
    return this.parts.store.shipmentsOf(logger, mostShipments, kind === 'operator' ? null : id);
  }

  /** Keeps them, or only looks what that would do. Answers whether any of them is new. */
  private async settled(
    how: 'keep' | 'foresee',
    { candidates, ...of }: Omit<NewReadings, 'readings' | 'most'> & { readonly candidates: readonly Candidate[] },
    verdicts: Map<number, ReadingVerdict>,
  ): Promise<boolean> {
    const most = this.parts.most ?? mostOfLogger;
    const first = firstAtEach(candidates);
    const readings = [...first.values()].map(({ reading }) => reading).toSorted((a, b) => a.atMillis - b.atMillis);
    const kept = await this.parts.store[how]({ ...of, readings, most });
    for (const candidate of candidates) {
      const among = { candidate, first: first.get(candidate.reading.atMillis) ?? candidate, logger: of.logger };
      verdicts.set(candidate.row, graver(verdicts.get(candidate.row), verdictIn(kept, among, most)));
    }
    return kept.known.size + kept.over.size < readings.length;
  }

  private async workedOut(shipment: ShipmentId): Promise<void> {
    await this.parts.work(shipment).catch((error: unknown) => this.parts.failed(shipment, error));
  }
}

/** Of a file the parts before may have brought something new, whatever is in the last. Where none has, there is no mark, and nothing is done. */
function changedBefore({ by }: ReadingSource): Set<ShipmentId> {
  return new Set(by.kind === 'account' ? [by.shipment] : []);
}

function listOf<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function judgedIn(verdicts: ReadonlyMap<number, ReadingVerdict>, row: number): ReadingVerdict {
  const verdict = verdicts.get(row);
  if (verdict === undefined) throw new Error(`row ${row} was not judged`);
  return verdict;
}

/** The shipments in a box of which the logger was then, as far as they are theirs. */
function boundIn(atMillis: number, spans: readonly BoundSpan[]): readonly ShipmentId[] {
  const covering = spans.filter(
    ({ theirs, fromMillis, untilMillis }) => theirs && atMillis >= fromMillis && atMillis <= untilMillis,
  );
  return [...new Set(covering.map(({ shipment }) => shipment))];
}
