import { instantFromMillis, type Instant } from '@cellrelay/kernel';
import { mayBeSerial, type TimeColumn } from './columns.js';
import { figureIn } from './number-form.js';
import type { FileLine, LineProblem } from './reading-file.js';
import { readingsOf } from './repeated-hour.js';
import type { FileZone } from './settle-times.js';
import { midnightOf, stampOf, type DayOrder, type Stamp } from './stamp.js';
import { localText, WallClock, type Wall } from './wall-clock.js';

/** How a file's times are read, all settled. */
export interface TimeReading {
  readonly column: TimeColumn;
  readonly order: DayOrder;
  readonly epoch: number;
  readonly zone: FileZone;
  /** Which of two moments a repeated time has where the file does not show it; undefined: not said yet. */
  readonly repeated: 0 | 1 | undefined;
}

/** A row with its moment. */
export interface RowMoment {
  readonly row: FileLine;
  readonly at: Instant;
}

/** Moments of rows, those that have none, and those whose moment is one of two. */
export interface Moments {
  readonly moments: readonly RowMoment[];
  readonly problems: readonly LineProblem[];
  /** Rows of a repeated time that the file does not tell apart. */
  readonly unclear: readonly FileLine[];
}

type Said =
  { readonly wall: Wall } | { readonly millis: number } | { readonly code: string; readonly sentence: string };

interface Placed {
  readonly row: FileLine;
  readonly wall: Wall;
  readonly ahead: readonly number[];
}

/** The moment of every row that has one. */
export function momentsOf(rows: readonly FileLine[], how: TimeReading): Moments {
  const clock = how.zone.kind === 'zone' ? new WallClock(how.zone.zone) : undefined;
  const placed: Placed[] = [];
  const problems: LineProblem[] = [];
  for (const row of rows) {
    const found = place(row, how, clock);
    if ('code' in found) problems.push({ line: row.line, ...found });
    else placed.push({ row, ...found });
  }
  return { ...chosen(placed, how.repeated), problems };
}

type Found = Omit<Placed, 'row'> | Extract<Said, { code: string }>;

function place(row: FileLine, how: TimeReading, clock: WallClock | undefined): Found {
  const said = saidIn(row, how);
  if ('code' in said) return said;
  if ('millis' in said) return { wall: said.millis, ahead: [0] };
  if (how.zone.kind === 'fixed') return { wall: said.wall, ahead: [how.zone.minutes * 60_000] };
  if (clock === undefined)
    return { code: 'zone-missing', sentence: 'This line does not say its zone, as the others do.' };
  const ahead = clock.ahead(said.wall);
  return ahead.length > 0 ? { wall: said.wall, ahead } : skipped(said.wall, clock);
}

function skipped(wall: Wall, { zone }: WallClock): Found {
  const sentence = `${localText(wall).replace('T', ' ')} does not exist in ${zone}: the clocks are put forward over it. The logger’s clock was in another zone, or was never put forward.`;
  return { code: 'local-time-skipped', sentence };
}

function chosen(placed: readonly Placed[], repeated: 0 | 1 | undefined): Pick<Moments, 'moments' | 'unclear'> {
  const moments: RowMoment[] = [];
  const unclear: FileLine[] = [];
  readingsOf(placed).forEach((reading, at) => {
    const { row, wall, ahead } = placed[at]!;
    if (reading === 'unclear') unclear.push(row);
    const which = reading === 'unclear' ? repeated : reading;
    if (which !== undefined) moments.push({ row, at: instantFromMillis(wall - (ahead[which] ?? 0)) });
  });
  return { moments, unclear };
}

function saidIn(row: FileLine, how: TimeReading): Said {
  const { column } = how;
  const cell = row.cells[column.at] ?? '';
  if (column.kind === 'stamp') return ofStamp(stampOf(cell), cell, how.order);
  if (column.kind !== 'day-and-clock') return ofFigure(cell, column.kind, how.epoch);
  const clockCell = row.cells[column.clockAt] ?? '';
  const [day, clock] = [stampOf(cell), stampOf(clockCell)];
  const both = day?.day == null || clock?.clock == null ? undefined : { ...clock, day: day.day };
  return ofStamp(both, `${cell} ${clockCell}`, how.order);
}

function ofStamp(stamp: Stamp | undefined, cell: string, order: DayOrder): Said {
  if (stamp?.day == null || stamp.clock === null) return unreadable(cell);
  const midnight = midnightOf(stamp.day, order);
  if (midnight === undefined) return { code: 'no-such-day', sentence: `${shown(cell)} is no day, read as ${order}.` };
  const wall = midnight + stamp.clock;
  return stamp.offset === null ? { wall } : { millis: wall - stamp.offset * 60_000 };
}

function unreadable(cell: string): Said {
  if (cell.trim() === '') return { code: 'time-missing', sentence: 'This line has no time.' };
  return { code: 'time-unreadable', sentence: `${shown(cell)} is not a time as the other lines have them.` };
}

function ofFigure(cell: string, kind: 'unix-seconds' | 'unix-millis' | 'serial', epoch: number): Said {
  const value = figureIn(cell)?.value;
  if (value === undefined) return unreadable(cell);
  if (kind === 'serial')
    return mayBeSerial(value) ? { wall: epoch + Math.round(value * 86_400) * 1000 } : unreadable(cell);
  const millis = Math.round(kind === 'unix-seconds' ? value * 1000 : value);
  return millis >= Date.UTC(2000) && millis < Date.UTC(2100) ? { millis } : unreadable(cell);
}

/** A cell in a sentence, not longer than is of use. */
export function shown(cell: string): string {
  const text = cell.trim();
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
