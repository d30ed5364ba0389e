/** A stretch of a row that is taken, in px. Rows above the bars count down from -1, the bars' own is 0, rows below count up from 1. */
export interface Taken {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The room that labels may be put in, in px. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
}

/** A label that wants a place beside what it is of. */
export interface Wanted {
  readonly key: string;
  readonly width: number;
  /** What it is of: it stands inside if it fits, right of it, left of it, or in the nearest row with room. */
  readonly from: number;
  readonly to: number;
  /** Where there is no room beside it. A mark of no width has no inside. */
  readonly rows: 'above' | 'below';
  /** Inside or beside it in its own row is tried first; else it goes to a row of its own. */
  readonly beside: boolean;
  /** A line leads from the bars to it, which crosses no other label either. */
  readonly stem?: boolean;
}

/** A label in its place. */
export interface Placed extends Taken {
  readonly key: string;
  readonly inside: boolean;
}

/** What stays free between two labels, and between a label and the edge of its bar. */
const gap = 6;

/**
 * Puts every label somewhere: none over another, none over what is taken, none outside. There are as many rows as are needed. A label that is wider than all the room begins
 * at its left edge. Lines to labels go past the words of others as far as that can be had.
 */
export function placeLabels(wanted: readonly Wanted[], taken: readonly Taken[], bounds: Bounds): readonly Placed[] {
  const placed: Placed[] = [];
  const stems: Taken[] = [];
  const cuts = wanted.flatMap(({ stem, from }) => (stem === true ? [from] : []));
  wanted.forEach((label, nth) => {
    const clear = (place: Taken): boolean =>
      isWithin(place, bounds) && ![...taken, ...placed].some((other) => collide(other, place));
    const uncrossed = (place: Taken): boolean =>
      clear(place) &&
      Math.abs(place.row) > toCome(place, wanted.slice(nth + 1)) &&
      !stems.some((stem) => collide(stem, place)) &&
      !stemsOf(label, place).some((stem) => placed.some((other) => collide(other, stem)));
    const place =
      insideOf(label, cuts) ??
      besideOf(label, clear) ??
      inRow(label, startsOf(label), uncrossed) ??
      inRow(label, startsOf(label).map(within(label, bounds)), clear) ??
      atLeft(label, bounds, mostRows + nth);
    placed.push(place);
    stems.push(...stemsOf(label, place));
  });
  return placed;
}

/** How many lines of labels that are still to be placed lead through this stretch: as many rows are left to them below it. */
function toCome({ row, from, to }: Taken, wanted: readonly Wanted[]): number {
  if (row >= 0) return 0;
  return wanted.filter(({ stem, from: at }) => stem === true && from <= at && at <= to).length;
}

/** What the line to a label takes of the rows between: not of the label's own, where the two touch. */
function stemsOf({ stem = false, from, to }: Wanted, { row }: Taken): readonly Taken[] {
  if (!stem) return [];
  const step = Math.sign(row);
  return Array.from({ length: Math.max(0, Math.abs(row) - 1) }, (_, nth) => ({ row: step * (nth + 1), from, to }));
}

/** At the left end of its bar, or behind the first line through the bar that leaves it room. */
function insideOf({ key, width, from, to, beside }: Wanted, cuts: readonly number[]): Placed | undefined {
  if (!beside) return undefined;
  const starts = [from, ...cuts.filter((cut) => cut > from).toSorted((one, other) => one - other)];
  const start = starts
    .map((each) => each + gap)
    .find((left) => left + width + gap <= to && !cuts.some((cut) => left - 2 < cut && cut < left + width + 2));
  return start === undefined ? undefined : { key, row: 0, from: start, to: start + width, inside: true };
}

type Free = (place: Taken) => boolean;

function besideOf({ key, width, from, to, beside }: Wanted, free: Free): Placed | undefined {
  if (!beside) return undefined;
  const right = { key, row: 0, from: to + gap, to: to + gap + width, inside: false };
  const left = { key, row: 0, from: from - gap - width, to: from - gap, inside: false };
  return [right, left].find(free);
}

/** No chart has more labels in one lane. */
const mostRows = 40;

/** The nearest row with room, and in it the first of the places that are wanted there. */
function inRow({ key, width, rows }: Wanted, starts: readonly number[], free: Free): Placed | undefined {
  const step = rows === 'above' ? -1 : 1;
  for (let row = step; Math.abs(row) <= mostRows; row += step) {
    for (const start of starts) {
      const place = { key, row, from: start, to: start + width, inside: false };
      if (free(place)) return place;
    }
  }
  return undefined;
}

/** Above, beside the line that leads there; below, under what it is of. */
function startsOf({ rows, from, to, width }: Wanted): readonly number[] {
  return rows === 'above' ? [to + 4, from - 4 - width] : [from, to - width];
}

/** Moved in from an edge. */
function within({ width }: Wanted, { left, right }: Bounds): (start: number) => number {
  return (start) => Math.max(left, Math.min(start, right - width));
}

/** A label that is wider than all the room has a row to itself. */
function atLeft({ key, width, rows }: Wanted, { left }: Bounds, row: number): Placed {
  return { key, row: rows === 'above' ? -row : row, from: left, to: left + width, inside: false };
}

function isWithin({ from, to }: Taken, { left, right }: Bounds): boolean {
  return from >= left && to <= right;
}

function collide(one: Taken, other: Taken): boolean {
  return one.row === other.row && one.from < other.to + gap && other.from < one.to + gap;
}
