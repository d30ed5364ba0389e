import type { BagSplit } from './collection/collection.js';
import { unitId } from './order/order.unit.js';
import type { FactCorrected, LoggedEvent, RecordedEvent, RecordedLine, Shipment } from './shipment.js';

/** A log as it reads with its corrections. */
export interface Reading {
  /** The log itself where nothing was corrected. */
  readonly lines: readonly RecordedLine[];
  readonly corrected: Shipment['corrected'];
}

/** A line that corrects another. */
export interface CorrectionLine extends LoggedEvent {
  readonly event: FactCorrected;
}

/** Whether a line corrects another. */
export function isCorrection(line: LoggedEvent): line is CorrectionLine {
  return line.event.type === 'FactCorrected';
}

/** Whether a line tells a fact by itself. */
export function isRecorded(line: LoggedEvent): line is RecordedLine {
  return !isCorrection(line);
}

/**
 * The lines of a log as they read by now: what was corrected stands in its old place, recorded when it was recorded, as its newest correction has it.
 * The log itself is not touched.
 */
export function readingOf(log: readonly LoggedEvent[]): Reading {
  if (log.every(isRecorded)) return { lines: log, corrected: {} };
  const corrections = log.filter(isCorrection);
  const newest = new Map(corrections.map((line) => [line.event.data.fact, line]));
  const gone = new Set(corrections.flatMap((line) => line.event.data.replaces));
  const lines = log.filter(isRecorded).flatMap((line): readonly RecordedLine[] => {
    const correction = newest.get(line.seq);
    if (correction !== undefined) return correction.event.data.by.map((event) => ({ ...line, event }));
    return gone.has(line.seq) ? [] : [line];
  });
  return { lines: relabelled(lines, corrections, newest), corrected: supersededBy(corrections, newest) };
}

function supersededBy(
  corrections: readonly CorrectionLine[],
  newest: ReadonlyMap<number, CorrectionLine>,
): Shipment['corrected'] {
  const pairs = corrections.flatMap(({ seq, event: { data } }) => {
    const last = newest.get(data.fact)?.seq ?? seq;
    const superseded = seq === last ? data.replaces : [...data.replaces, seq];
    return superseded.map((line) => [String(line), last] as const);
  });
  return Object.fromEntries(pairs);
}

/**
 * A bag that was labelled otherwise than first said is the same bag: whatever was recorded of it under the old label since is read as of the new one. Bags
 * that are more or fewer than before have no one to follow (correct-fact.decide.ts asks for their count).
 */
function relabelled(
  lines: readonly RecordedLine[],
  corrections: readonly CorrectionLine[],
  newest: ReadonlyMap<number, CorrectionLine>,
): readonly RecordedLine[] {
  return corrections.reduce<readonly RecordedLine[]>((read, { event: { data } }) => {
    const labels = labelsChanged(data.was, newest.get(data.fact)?.event.data.by[0]);
    return labels.length === 0 ? read : renamedAfter(data.fact, read, labels);
  }, lines);
}

/** A bag that was split under the old label has parts with the old label: they are renamed with it, from their split on. */
function renamedAfter(fact: number, lines: readonly RecordedLine[], labels: readonly Label[]): readonly RecordedLine[] {
  const known = [...labels];
  return lines.map((line) => {
    if (line.seq <= fact) return line;
    if (line.event.type === 'BagSplit') known.push(...partLabels(line.event, known));
    const read = renamed(line, known);
    return read.event.type === 'BagSplit' ? { ...read, event: relabelledParts(read.event) } : read;
  });
}

/** A part keeps its division, and has all else of its label from the bag that was split (collection.allotment.ts). */
function partLabels({ data: { bag, parts } }: BagSplit, labels: readonly Label[]): readonly Label[] {
  const whole = labels.find(([was]) => was === bag)?.[1];
  return whole === undefined ? [] : parts.map(({ id }): Label => [id, `${whole.slice(0, -2)}${id.slice(-2)}`]);
}

/** What a part's label says is beside it as well. */
function relabelledParts(event: BagSplit): BagSplit {
  const parts = event.data.parts.map((part) => {
    const [din = part.din, productCode = part.productCode] = part.id.split('/');
    return { ...part, din, productCode };
  });
  return { ...event, data: { ...event.data, parts } };
}

type Label = readonly [was: string, is: string];

function labelsChanged(was: RecordedEvent, is: RecordedEvent | undefined): readonly Label[] {
  if (is === undefined) return [];
  const [before, after] = [labelsOf(was), labelsOf(is)];
  if (before.length !== after.length) return [];
  return before.map((id, index): Label => [id, after[index] ?? id]).filter(([old, label]) => old !== label);
}

/** What an event labels: the bags of a collection, the parts of one that is split, or the banked unit that is ordered. */
function labelsOf(event: RecordedEvent): readonly string[] {
  if (event.type === 'CollectionEnded') return event.data.bags.map(({ id }) => id);
  if (event.type === 'BagSplit') return event.data.parts.map(({ id }) => id);
  return event.type === 'ShipmentOpened' && event.data.unit !== null ? [unitId(event.data.unit)] : [];
}

/** Labels stand alone and within keys: `bag-limit/<label>`. */
function renamed(line: RecordedLine, labels: readonly Label[]): RecordedLine {
  const text = JSON.stringify(line.event.data);
  if (!labels.some(([old]) => text.includes(old))) return line;
  // All at once: two labels that were exchanged are each other's.
  const now = new Map(labels);
  const read = text.replaceAll(new RegExp([...now.keys()].join('|'), 'g'), (old) => now.get(old) ?? old);
  // The same data with other labels in it: only strings have changed, and none of them is a field's name.
  return { ...line, event: { ...line.event, data: JSON.parse(read) as never } };
}
