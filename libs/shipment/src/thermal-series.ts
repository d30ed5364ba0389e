import { millisOf } from '@cellrelay/kernel';
import type { Reading } from '@cellrelay/viability';
import type { LoggerId } from './temperature/temperature.js';
import type { LoggerWindow } from './thermal-windows.js';

/** All readings of a shipment's loggers, by logger, each in the order of time. */
export type ReadingsByLogger = ReadonlyMap<LoggerId, readonly Reading[]>;

/** What a logger read while it told of the cells, and not after that moment. */
export function readingsIn(readings: ReadingsByLogger, window: LoggerWindow, asOfMillis: number): readonly Reading[] {
  const from = millisOf(window.from);
  const until = window.until === null ? asOfMillis : Math.min(asOfMillis, millisOf(window.until));
  return (readings.get(window.logger) ?? []).filter(({ atMillis }) => atMillis >= from && atMillis <= until);
}

/**
 * One history of several loggers in a box: at every moment that one of them read, the warmest (or coldest) of what they show then. Between its readings a logger
 * shows what lies on the straight line between them; across a gap, whichever end is picked (viability.md R4).
 */
export function combined(
  histories: readonly (readonly Reading[])[],
  gapMinutes: number,
  pick: (...celsius: readonly number[]) => number,
): readonly Reading[] {
  const told = histories.filter(({ length }) => length > 0);
  const [only] = told;
  if (told.length <= 1) return only ?? [];
  const moments = [...new Set(told.flatMap((history) => history.map(({ atMillis }) => atMillis)))].sort(
    (a, b) => a - b,
  );
  const shown = told.map((history) => shownAt(history, gapMinutes * 60_000, pick));
  return moments.map((atMillis) => ({ atMillis, celsius: pick(...shown.flatMap((at) => at(atMillis) ?? [])) }));
}

/** What one logger shows, asked in the order of time; nothing before its first reading and after its last. */
function shownAt(
  history: readonly Reading[],
  gapMillis: number,
  pick: (...celsius: readonly number[]) => number,
): (atMillis: number) => number | undefined {
  let next = 0;
  return (atMillis) => {
    while (next < history.length && (history[next] as Reading).atMillis < atMillis) next += 1;
    const after = history[next];
    if (after === undefined || after.atMillis === atMillis) return after?.celsius;
    const before = history[next - 1];
    return before === undefined ? undefined : between(before, after, { atMillis, gapMillis, pick });
  };
}

function between(
  before: Reading,
  after: Reading,
  {
    atMillis,
    gapMillis,
    pick,
  }: {
    readonly atMillis: number;
    readonly gapMillis: number;
    readonly pick: (...celsius: readonly number[]) => number;
  },
): number {
  const apart = after.atMillis - before.atMillis;
  if (apart > gapMillis) return pick(before.celsius, after.celsius);
  return before.celsius + ((after.celsius - before.celsius) * (atMillis - before.atMillis)) / apart;
}

/** A stretch of time outside a bound. */
export interface Outside {
  readonly fromMillis: number;
  /** Null where the last reading is outside still, or has been back for too short a time. */
  readonly untilMillis: number | null;
  /** Time outside in it, short returns left out. */
  readonly minutes: number;
  /** How far outside it was at most, in °C. */
  readonly most: number;
}

/** How far a reading lies outside; below zero and zero it is inside. */
export interface Excess {
  readonly atMillis: number;
  readonly excess: number;
}

/** How stretches are read from excesses. */
export interface OutsideRules {
  readonly gapMillis: number;
  readonly debounceMillis: number;
  /** Nothing before it counts. */
  readonly fromMillis: number;
}

interface Piece {
  readonly from: number;
  readonly until: number;
  readonly most: number;
}

/** When a history was outside, by the straight line between readings, and throughout a gap that has an end outside. A shorter stretch than the debounce is none, a shorter return ends none. */
export function stretchesOutside(history: readonly Excess[], rules: OutsideRules): readonly Outside[] {
  const last = history.at(-1);
  if (last === undefined) return [];
  const pieces = history.slice(1).flatMap((to, at) => pieceOf(history[at] as Excess, to, rules.gapMillis));
  const counted = pieces
    .filter(({ until }) => until > rules.fromMillis)
    .map((piece) => clipped(piece, rules.fromMillis));
  return joined(counted, rules.debounceMillis)
    .map((stretch) => stretchOf(stretch, last, rules.debounceMillis))
    .filter(({ fromMillis, untilMillis }) => (untilMillis ?? last.atMillis) - fromMillis >= rules.debounceMillis);
}

function pieceOf(from: Excess, to: Excess, gapMillis: number): readonly Piece[] {
  const most = Math.max(from.excess, to.excess);
  if (most <= 0 || to.atMillis === from.atMillis) return [];
  const least = Math.min(from.excess, to.excess);
  if (least > 0 || to.atMillis - from.atMillis > gapMillis) return [{ from: from.atMillis, until: to.atMillis, most }];
  const crossing = from.atMillis + ((to.atMillis - from.atMillis) * -from.excess) / (to.excess - from.excess);
  const at = Math.round(crossing);
  return [from.excess > 0 ? { from: from.atMillis, until: at, most } : { from: at, until: to.atMillis, most }];
}

function clipped(piece: Piece, fromMillis: number): Piece {
  return { ...piece, from: Math.max(piece.from, fromMillis) };
}

function joined(pieces: readonly Piece[], debounceMillis: number): readonly (readonly Piece[])[] {
  const stretches: Piece[][] = [];
  for (const piece of pieces) {
    const open = stretches.at(-1);
    const before = open?.at(-1);
    if (open !== undefined && before !== undefined && piece.from - before.until < debounceMillis) open.push(piece);
    else if (open !== undefined && before?.until === piece.from) open.push(piece);
    else stretches.push([piece]);
  }
  return stretches;
}

function stretchOf(pieces: readonly Piece[], last: Excess, debounceMillis: number): Outside {
  const until = (pieces.at(-1) as Piece).until;
  const goesOn = last.excess > 0 ? until === last.atMillis : last.atMillis - until < debounceMillis;
  return {
    fromMillis: (pieces[0] as Piece).from,
    untilMillis: goesOn ? null : until,
    minutes: pieces.reduce((sum, piece) => sum + (piece.until - piece.from), 0) / 60_000,
    most: pieces.reduce((most, piece) => Math.max(most, piece.most), 0),
  };
}
