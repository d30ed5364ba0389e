/** The rows of the benchmark, in the order of the table. */
export const rowNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'] as const;
export type RowName = (typeof rowNames)[number];

/** A bound that a figure should keep, and in which direction. */
export interface Aim {
  readonly says: string;
  readonly bound: number;
  readonly keeps: 'at-least' | 'at-most';
}

export type Unit = '/s' | 'ms' | 's' | 'MB' | 'kB' | '×';

/** What was measured; null where there is no such thing, or what it is measured on is not installed here (a promise says so). */
export interface Figure {
  readonly value: number | null;
  readonly aim: Aim | null;
  /** Where it is another than its line's. */
  readonly unit?: Unit;
}

/** Figures of one kind beside each other, one for each column of their grid. */
export interface Line {
  readonly measured: string;
  readonly unit: Unit;
  readonly figures: readonly Figure[];
}

/** Lines under the same columns. */
export interface Grid {
  readonly row: RowName;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

/** Something that must hold at any size and on any machine. */
export interface Promised {
  readonly row: RowName;
  readonly what: string;
  readonly kept: boolean;
  /** What was seen. */
  readonly says: string;
}

/** What one row of the benchmark yields. */
export interface RowResult {
  readonly grids: readonly Grid[];
  readonly promises: readonly Promised[];
  /** For the JSON file: everything that the lines were made from. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** A figure that is shown and not judged. */
export function figure(value: number | null): Figure {
  return { value, aim: null };
}

/** Ours beside the same work without us, from the same run. */
export const besideYardstick = ['CellRelay', 'yardstick'] as const;

/** A line of such a grid; ours is judged. */
export function beside(
  measured: string,
  unit: Unit,
  [ours, yardstick]: readonly [number, number | null],
  aim: Aim | null = null,
): Line {
  return { measured, unit, figures: [{ value: ours, aim }, figure(yardstick)] };
}

/** By how much an aim is kept or missed, and whether. Null without an aim or a figure. */
export function verdictOf({ value, aim }: Figure, unit: Unit): { readonly met: boolean; readonly says: string } | null {
  if (aim === null || value === null) return null;
  const met = aim.keeps === 'at-least' ? value >= aim.bound : value <= aim.bound;
  if (met) return { met, says: 'met' };
  const by = Math.abs(value - aim.bound);
  const part = aim.bound === 0 ? '' : ` (${Math.round((by / aim.bound) * 100)} %)`;
  return { met, says: `missed by ${shown(by, unit)}${part}` };
}

/** A figure with its unit, to three digits. */
export function shown(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return 'none';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  return unit === '/s' || unit === '×' ? `${text}${unit}` : `${text} ${unit}`;
}
