import type { Wall } from './wall-clock.js';

/** A row whose wall clock is known, with how far that is ahead of UTC: one answer, or two where the clock shows it twice. */
export interface WallRow {
  readonly wall: Wall;
  readonly ahead: readonly number[];
}

/** Which of the two moments each row of a repeated time has: 0 the earlier, 1 the later, or that it cannot be told. */
export type Reading = 0 | 1 | 'unclear';

/** Times that are farther apart belong to different changes of the clock. */
const oneChange = 6 * 60 * 60 * 1000;

/**
 * For each row, in the file's order, which of its moments is meant. Where the clock is seen to step back once among rows of a repeated time, those before it are of the
 * first time round and those after it of the second. Where it is not seen, both are possible, for a logger may have been silent in either: that is asked, not guessed.
 */
export function readingsOf(rows: readonly WallRow[]): readonly Reading[] {
  if (!descends(rows)) return ascending(rows);
  return ascending(rows.toReversed()).toReversed();
}

function descends(rows: readonly WallRow[]): boolean {
  const steps = rows.slice(1).map(({ wall }, at) => Math.sign(wall - (rows[at]?.wall ?? wall)));
  return steps.reduce<number>((sum, step) => sum + step, 0) < 0;
}

function ascending(rows: readonly WallRow[]): readonly Reading[] {
  const readings: Reading[] = [];
  while (readings.length < rows.length) {
    const run = runFrom(rows, readings.length);
    if (run.length === 0) readings.push(0);
    else for (const reading of ofRun(run)) readings.push(reading);
  }
  return readings;
}

/** Rows of one repeated time that follow each other. */
function runFrom(rows: readonly WallRow[], from: number): readonly WallRow[] {
  const near = (row: WallRow, before: WallRow) => Math.abs(row.wall - before.wall) < oneChange;
  let until = from;
  while (rows[until]?.ahead.length === 2 && near(rows[until]!, rows[Math.max(from, until - 1)]!)) until += 1;
  return rows.slice(from, until);
}

function ofRun(run: readonly WallRow[]): readonly Reading[] {
  const back = run.flatMap(({ wall }, at) => (at > 0 && wall < (run[at - 1]?.wall ?? wall) ? [at] : []));
  const [step] = back;
  if (step === undefined || back.length > 1) return run.map(() => 'unclear');
  return run.map((_, at) => (at < step ? 0 : 1));
}
