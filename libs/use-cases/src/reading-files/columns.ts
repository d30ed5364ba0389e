import { figureIn } from './number-form.js';
import type { FileLine } from './reading-file.js';
import { stampOf } from './stamp.js';

/** Where a row says its moment, and how. */
export type TimeColumn =
  | { readonly kind: 'stamp' | 'unix-seconds' | 'unix-millis' | 'serial'; readonly at: number }
  | { readonly kind: 'day-and-clock'; readonly at: number; readonly clockAt: number };

type CellKind = 'stamp' | 'day' | 'clock' | 'unix-seconds' | 'unix-millis' | 'figure' | 'empty' | 'words';

/** From 2000 to 2100, in each way of counting: a temperature never comes near any of them. */
const spans = {
  seconds: [946_684_800, 4_102_444_800],
  millis: [946_684_800_000, 4_102_444_800_000],
  serial: [36_526, 73_050],
} as const;

const within = (value: number, [from, until]: readonly [number, number]) => value >= from && value < until;

/** What a cell alone may be. A serial date looks like any figure; a column of them does not. */
function cellKind(cell: string): CellKind {
  if (cell.trim() === '') return 'empty';
  const figure = figureIn(cell);
  if (figure === undefined) return stampKind(cell);
  if (figure.unit === null && within(figure.value, spans.seconds)) return 'unix-seconds';
  return figure.unit === null && within(figure.value, spans.millis) ? 'unix-millis' : 'figure';
}

function stampKind(cell: string): CellKind {
  const stamp = stampOf(cell);
  if (stamp === undefined) return 'words';
  if (stamp.day === null) return 'clock';
  return stamp.clock === null ? 'day' : 'stamp';
}

/** Whether a figure may be a serial date of Excel's: days since 1899-12-30, or since 1904-01-01. */
export function mayBeSerial(value: number): boolean {
  return within(value, spans.serial);
}

/** Whether the line has a moment and a figure beside it, as rows of the table have. */
export function looksLikeRow({ cells }: FileLine): boolean {
  const kinds = cells.map(cellKind);
  const has = (kind: CellKind) => kinds.includes(kind);
  const serials = cells.filter((cell, at) => kinds[at] === 'figure' && serialWithClock(cell)).length;
  const figures = kinds.filter((kind) => kind === 'figure').length;
  const moment = has('stamp') || (has('day') && has('clock')) || has('unix-seconds') || has('unix-millis');
  return figures > (moment ? 0 : serials) && (moment || serials > 0);
}

function serialWithClock(cell: string): boolean {
  const value = figureIn(cell)?.value ?? 0;
  return mayBeSerial(value) && !Number.isInteger(value);
}

/** What the columns of a table are. */
export interface Columns {
  readonly times: readonly TimeColumn[];
  /** Columns of figures that are no moments and do not merely count the rows. */
  readonly figures: readonly number[];
}

/** What the columns are, by what stands in most of their cells. */
export function columnsOf(rows: readonly FileLine[], width: number): Columns {
  const all = Array.from({ length: width }, (_, at) => at);
  const kinds = all.map((at) => columnKind(rows.map(({ cells }) => cells[at] ?? '')));
  const times = all.flatMap((at) => timeColumn(kinds, at));
  const figures = all.filter((at) => kinds[at] === 'figure' && !counts(rows, at));
  return { times, figures };
}

type ColumnKind = CellKind | 'serial';

function columnKind(cells: readonly string[]): ColumnKind {
  const kinds = cells.map(cellKind).filter((kind) => kind !== 'empty');
  const most = [...new Set(kinds)].find((kind) => kinds.filter((each) => each === kind).length * 2 > kinds.length);
  return most === 'figure' && areSerials(cells) ? 'serial' : (most ?? 'empty');
}

/** Nearly all within the span, and at least one with a time of day. */
function areSerials(cells: readonly string[]): boolean {
  const values = cells.flatMap((cell) => figureIn(cell)?.value ?? []);
  const fitting = values.filter(mayBeSerial);
  return fitting.length * 10 >= values.length * 9 && fitting.some((value) => !Number.isInteger(value));
}

function timeColumn(kinds: readonly ColumnKind[], at: number): readonly TimeColumn[] {
  const kind = kinds[at];
  if (kind === 'stamp' || kind === 'unix-seconds' || kind === 'unix-millis' || kind === 'serial') return [{ kind, at }];
  if (kind !== 'day') return [];
  const clockAt = nearest(kinds, at);
  return clockAt === undefined ? [] : [{ kind: 'day-and-clock', at, clockAt }];
}

/** The column of clock times that stands nearest to that of days, the one behind it before the one in front. */
function nearest(kinds: readonly ColumnKind[], at: number): number | undefined {
  const clocks = kinds.flatMap((kind, each) => (kind === 'clock' ? [each] : []));
  return clocks.sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || b - a)[0];
}

/** Whether the column counts the rows: each one more than the one before, in a table of three rows or more. */
function counts(rows: readonly FileLine[], at: number): boolean {
  const values = rows.map(({ cells }) => figureIn(cells[at] ?? '')?.value ?? NaN);
  return values.length > 2 && values.every((value, row) => row === 0 || value === (values[row - 1] ?? NaN) + 1);
}
