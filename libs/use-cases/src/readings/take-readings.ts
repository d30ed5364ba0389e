import type { ShipmentId } from '@cellrelay/kernel';
import type { Reading } from '@cellrelay/viability';
import type { Clock, ShipmentStore } from '../ports.js';
import { spansOf, type BoundSpan } from './bound-spans.js';
import { readingOf, shown, type ReadingRefused } from './reading-row.js';
import {
  mostReadings,
  type IncomingReading,
  type ReadingIntake,
  type ReadingSource,
  type ReadingStore,
  type ReadingVerdict,
} from './readings.port.js';

/** A logger that has been in more shipments than these is looked for in the latest. */
const mostShipments = 20;

/** What readings are taken with. */
export interface TakeReadingsParts {
  readonly store: Pick<ReadingStore, 'shipmentsOf' | 'keep'>;
  readonly shipments: Pick<ShipmentStore, 'loadAll'>;
  readonly clock: Clock;
  /** Works out what a shipment's readings imply. */
  readonly work: (shipment: ShipmentId) => Promise<void>;
  /** Told where that failed: the mark stays, and whoever sweeps tries again. */
  readonly failed: (shipment: ShipmentId, error: unknown) => void;
}

/** One row that may count: for which shipments. */
interface Candidate {
  readonly row: number;
  readonly reading: Reading;
}

type DeviceOf = Extract<ReadingSource['by'], { kind: 'device' }>['organisation'];

type Judged =
  { readonly candidate: Candidate; readonly of: readonly ShipmentId[] } | { readonly refused: ReadingRefused };

/** Judges readings row by row, keeps the good ones, and has their shipments' forecasts made anew, once for each shipment. */
export class TakeReadings implements ReadingIntake {
  constructor(private readonly parts: TakeReadingsParts) {}

  async take(
    source: ReadingSource,
    readings: readonly IncomingReading[],
    more = false,
  ): Promise<readonly ReadingVerdict[]> {
    if (readings.length > mostReadings) throw new RangeError(`more than ${mostReadings} readings at once`);
    const judge = await this.judgeOf(source);
    const verdicts = new Map<number, ReadingVerdict>();
    const perShipment = new Map<ShipmentId, Candidate[]>();
    readings.forEach((incoming, row) => {
      const judged = judge(incoming, row);
      if ('refused' in judged) verdicts.set(row, judged.refused);
      else for (const shipment of judged.of) listOf(perShipment, shipment).push(judged.candidate);
    });
    const changed = changedBefore(source);
    for (const [shipment, candidates] of perShipment)
      if (await this.keep({ shipment, logger: source.logger }, candidates, verdicts)) changed.add(shipment);
    if (!more) for (const shipment of changed) await this.workedOut(shipment);
    return readings.map((_, row) => verdictIn(verdicts, row));
  }

  private async judgeOf(source: ReadingSource): Promise<(incoming: IncomingReading, row: number) => Judged> {
    const [now, spans] = [await this.parts.clock.now(), await this.spans(source)];
    return (incoming, row) => {
      const read = readingOf(incoming, now);
      if (!read.ok) return { refused: read.error };
      const foreign = anothersReading(source, incoming);
      if (foreign !== undefined) return { refused: foreign };
      const of = boundIn(read.value, spans);
      return of.length === 0
        ? { refused: unbound(read.value, source.logger) }
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

  /** Whether any of them was new. */
  private async keep(
    of: { readonly shipment: ShipmentId; readonly logger: string },
    candidates: readonly Candidate[],
    verdicts: Map<number, ReadingVerdict>,
  ): Promise<boolean> {
    const first = firstAtEach(candidates);
    const readings = [...first.values()].map(({ reading }) => reading).toSorted((a, b) => a.atMillis - b.atMillis);
    const known = await this.parts.store.keep({ ...of, readings });
    for (const candidate of candidates) {
      const { atMillis } = candidate.reading;
      const repeats = first.get(atMillis) !== candidate;
      const standing = known.get(atMillis) ?? (repeats ? first.get(atMillis)?.reading.celsius : undefined);
      verdicts.set(candidate.row, graver(verdicts.get(candidate.row), verdictOn(candidate.reading, standing)));
    }
    return known.size < readings.length;
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

/** Of readings that one delivery brings for the same instant the first. */
function firstAtEach(candidates: readonly Candidate[]): ReadonlyMap<number, Candidate> {
  const first = new Map<number, Candidate>();
  for (const candidate of candidates)
    if (!first.has(candidate.reading.atMillis)) first.set(candidate.reading.atMillis, candidate);
  return first;
}

function verdictOn({ atMillis, celsius }: Reading, standing: number | undefined): ReadingVerdict {
  if (standing === undefined) return { kind: 'kept' };
  if (standing === celsius) return { kind: 'known' };
  const sentence = `For ${new Date(atMillis).toISOString()} this logger has shown ${standing} °C already; ${celsius} °C is not taken: the first stands.`;
  return { kind: 'refused', code: 'reading-differs', sentence, allowed: [String(standing)] };
}

const gravity: Readonly<Record<ReadingVerdict['kind'], number>> = { known: 0, kept: 1, refused: 2 };

/** Of a logger in boxes of two shipments at once, what is worse, or new, in either. */
function graver(one: ReadingVerdict | undefined, other: ReadingVerdict): ReadingVerdict {
  return one !== undefined && gravity[one.kind] > gravity[other.kind] ? one : other;
}

function verdictIn(verdicts: ReadonlyMap<number, ReadingVerdict>, row: number): ReadingVerdict {
  const verdict = verdicts.get(row);
  if (verdict === undefined) throw new Error(`row ${row} was not judged`);
  return verdict;
}

function anothersReading({ logger }: ReadingSource, { logger: said }: IncomingReading): ReadingRefused | undefined {
  if (said === undefined || said === logger) return undefined;
  const sentence = `This delivery is logger ${logger}'s; the row says that it is of ${shown(said)}.`;
  return { kind: 'refused', code: 'logger-foreign', sentence, allowed: [logger] };
}

/** The shipments in a box of which the logger was then, as far as they are theirs. */
function boundIn({ atMillis }: Reading, spans: readonly BoundSpan[]): readonly ShipmentId[] {
  const covering = spans.filter(
    ({ theirs, fromMillis, untilMillis }) => theirs && atMillis >= fromMillis && atMillis <= untilMillis,
  );
  return [...new Set(covering.map(({ shipment }) => shipment))];
}

/** The same, whether it was in no box or in one of a shipment that is none of theirs: whose box it is in, nobody else is told. */
function unbound({ atMillis }: Reading, logger: string): ReadingRefused {
  const sentence = `At ${new Date(atMillis).toISOString()} logger ${logger} was in no box of a shipment of yours. Bind it to its box first (BindLogger), or look at its clock.`;
  return { kind: 'refused', code: 'logger-not-bound', sentence };
}
