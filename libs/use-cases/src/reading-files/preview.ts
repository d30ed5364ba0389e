import { inZone, instantFromMillis, millisOf, zoneOf, type Zone } from '@cellrelay/kernel';
import { loggerSpans, millisOfSpan, type LoggerSpan, type Shipment } from '@cellrelay/shipment';
import { endsOf } from '../questions/places.js';
import type { ReadingVerdict } from '../readings/readings.port.js';
import { endsOfList, problemsShown, type FileDigest, type ReadingColumns } from './file-digest.js';
import type { FilePreview } from './file-views.js';
import type { FileAnswers, FileLine, FileReading, LineProblem } from './reading-file.js';

const longestCell = 60;
const mostCells = 20;

/** What a file was read for. */
export interface ReadFor {
  readonly shipment: Shipment;
  /** As whoever looks may know it. */
  readonly seen: Shipment;
  readonly logger: string;
  readonly answers: FileAnswers;
  readonly sha256: string;
  /** Its readings in its order, and what would become of each, were it taken now. */
  readonly all: readonly FileReading[];
  readonly foreseen: readonly ReadingVerdict[];
}

/** What a file says, for somebody who is to confirm it: its ends, its extremes, what of it is left out, and what of it is new. */
export function previewOf(read: FileDigest, of: ReadFor): FilePreview {
  const { from, to } = endsOf(of.seen);
  const zone = zoneOf(of.answers.zone ?? '') ?? (from.zone as Zone);
  const { count, first, last } = read.lines;
  return {
    ...{ logger: of.logger, sha256: of.sha256, zone, zones: [...new Set([from.zone, to.zone])] },
    understood: [...read.understood],
    questions: read.questions.map((each) => ({ ...each, allowed: [...each.allowed] })),
    header: read.header === null ? null : shortened(read.header),
    lines: { count, first: first.map(cellsShown), last: last.map(cellsShown) },
    readings: readingsShown(read.readings, { zone, spans: spansOfLogger(of.shipment, of.logger), ...of }),
    problems: { count: read.problems.count, items: [...read.problems.items] },
  };
}

/** When that logger is in which box of the shipment. */
export function spansOfLogger(shipment: Shipment, logger: string): readonly LoggerSpan[] {
  return loggerSpans(shipment).filter((each) => each.logger === logger);
}

interface Shown extends Pick<ReadFor, 'all' | 'foreseen'> {
  readonly zone: Zone;
  readonly spans: readonly LoggerSpan[];
}

function readingsShown(columns: ReadingColumns, { zone, spans, all, foreseen }: Shown): FilePreview['readings'] {
  const count = all.length;
  if (count === 0) return null;
  const { first, last } = endsOfList(all);
  const bounds = spans.map(millisOfSpan);
  const inBox = (atMillis: number) =>
    bounds.some(({ fromMillis, untilMillis }) => atMillis >= fromMillis && atMillis <= untilMillis);
  const show = (reading: FileReading) => {
    return { ...reading, local: inZone(reading.at, zone), inBox: inBox(millisOf(reading.at)) };
  };
  return {
    ...{ count, inBox: columns.atMillis.filter(inBox).length, ...whatBecomes(all, foreseen) },
    ...{ from: instantFromMillis(least(columns.atMillis)), until: instantFromMillis(most(columns.atMillis)) },
    ...{ lowest: least(columns.celsius), highest: most(columns.celsius) },
    ...{ first: first.map(show), last: last.map(show) },
  };
}

type Fate = Pick<NonNullable<FilePreview['readings']>, 'fresh' | 'known' | 'differ' | 'refused'>;

function whatBecomes(readings: readonly FileReading[], foreseen: readonly ReadingVerdict[]): Fate {
  const kinds = { kept: 0, known: 0, refused: 0 };
  const refused: LineProblem[] = [];
  foreseen.forEach((verdict, nth) => {
    kinds[verdict.kind] += 1;
    const { line = 0 } = readings[nth] ?? {};
    if (verdict.kind === 'refused') refused.push({ line, code: verdict.code, sentence: verdict.sentence });
  });
  const differ = refused.filter(({ code }) => code === 'reading-differs').length;
  return { fresh: kinds.kept, known: kinds.known, differ, refused: shownProblems(refused) };
}

/** As the answer has them. */
export function shownProblems(problems: readonly LineProblem[], counted?: number): FilePreview['problems'] {
  const { count, items } = problemsShown(problems, counted);
  return { count, items: [...items] };
}

const least = (figures: Float64Array) => figures.reduce((a, b) => Math.min(a, b), Infinity);
const most = (figures: Float64Array) => figures.reduce((a, b) => Math.max(a, b), -Infinity);

function cellsShown({ line, cells }: FileLine) {
  return { line, cells: shortened(cells) };
}

function shortened(cells: readonly string[]): string[] {
  return cells.slice(0, mostCells).map((cell) => (cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell));
}
