import { inZone, latest, earliest, millisOf, zoneOf, type Zone } from '@cellrelay/kernel';
import type { LoggerBinding, Shipment } from '@cellrelay/shipment';
import { endsOf } from '../questions/places.js';
import type { FilePreview } from './file-views.js';
import type { FileAnswers, FileLine, FileRead, FileReading, LineProblem } from './reading-file.js';

const shownAtEachEnd = 5;
const longestCell = 60;
const mostCells = 20;
const mostProblems = 100;

/** What a file was read for. */
export interface ReadFor {
  readonly shipment: Shipment;
  /** As whoever looks may know it. */
  readonly seen: Shipment;
  readonly logger: string;
  readonly answers: FileAnswers;
  readonly sha256: string;
}

/** What a file says, for somebody who is to confirm it: its ends, its extremes, and what of it is left out. */
export function previewOf(read: FileRead, of: ReadFor): FilePreview {
  const { from, to } = endsOf(of.seen);
  const zone = zoneOf(of.answers.zone ?? '') ?? (from.zone as Zone);
  return {
    ...{ logger: of.logger, sha256: of.sha256, zone, zones: [...new Set([from.zone, to.zone])] },
    understood: [...read.understood],
    questions: read.questions.map((each) => ({ ...each, allowed: [...each.allowed] })),
    header: read.header === null ? null : shortened(read.header),
    lines: { count: read.lines.length, ...ends(read.lines, cellsShown) },
    readings: readingsShown(read.readings, { zone, bindings: bindingsOf(of.shipment, of.logger) }),
    problems: problemsShown(read.problems),
  };
}

/** When that logger is in which box of the shipment. */
export function bindingsOf({ stages }: Shipment, logger: string): readonly LoggerBinding[] {
  return stages.temperature.bindings.filter((each) => each.logger === logger);
}

/** The first of them, and how many there are. */
export function problemsShown(problems: readonly LineProblem[]): FilePreview['problems'] {
  return { count: problems.length, items: problems.slice(0, mostProblems) };
}

interface Shown {
  readonly zone: Zone;
  readonly bindings: readonly LoggerBinding[];
}

function readingsShown(readings: readonly FileReading[], { zone, bindings }: Shown): FilePreview['readings'] {
  const [from, until] = [earliest(readings.map(({ at }) => at)), latest(readings.map(({ at }) => at))];
  if (from === undefined || until === undefined) return null;
  const inBox = ({ at }: FileReading) => bindings.some((binding) => covers(binding, millisOf(at)));
  const show = (reading: FileReading) => ({ ...reading, local: inZone(reading.at, zone), inBox: inBox(reading) });
  return {
    ...{ count: readings.length, inBox: readings.filter(inBox).length, from, until },
    lowest: readings.reduce((least, { celsius }) => Math.min(least, celsius), Infinity),
    highest: readings.reduce((most, { celsius }) => Math.max(most, celsius), -Infinity),
    ...ends(readings, show),
  };
}

function covers({ boundAt, unboundAt }: LoggerBinding, at: number): boolean {
  return at >= millisOf(boundAt.at) && (unboundAt === null || at <= millisOf(unboundAt.at));
}

function ends<T, S>(items: readonly T[], show: (item: T) => S): { first: S[]; last: S[] } {
  const last = items.length <= 2 * shownAtEachEnd ? [] : items.slice(-shownAtEachEnd);
  return { first: items.slice(0, last.length === 0 ? undefined : shownAtEachEnd).map(show), last: last.map(show) };
}

function cellsShown({ line, cells }: FileLine) {
  return { line, cells: shortened(cells) };
}

function shortened(cells: readonly string[]): string[] {
  return cells.slice(0, mostCells).map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell));
}
