/** A bound that a figure should keep, and in which direction. */
export interface Aim {
  readonly says: string;
  readonly bound: number;
  readonly keeps: 'at-least' | 'at-most';
}

/** One figure of a row, with what it is held against. */
export interface Line {
  readonly row: 'a' | 'b' | 'c' | 'd';
  readonly measured: string;
  readonly unit: '/s' | 'ms' | 's' | 'MB' | 'kB';
  readonly ours: number;
  /** The same work without us, from the same run; null where there is no such thing. */
  readonly yardstick: number | null;
  readonly aim: Aim | null;
}

/** Something that must hold at any size and on any machine. */
export interface Promised {
  readonly row: Line['row'];
  readonly what: string;
  readonly kept: boolean;
  /** What was seen. */
  readonly says: string;
}

/** What one row of the benchmark yields. */
export interface RowResult {
  readonly lines: readonly Line[];
  readonly promises: readonly Promised[];
  /** For the JSON file: everything that the lines were made from. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** By how much an aim is kept or missed, and whether. Null without an aim. */
export function verdictOf({ aim, ours, unit }: Line): { readonly met: boolean; readonly says: string } | null {
  if (aim === null) return null;
  const met = aim.keeps === 'at-least' ? ours >= aim.bound : ours <= aim.bound;
  if (met) return { met, says: 'met' };
  const by = Math.abs(ours - aim.bound);
  const part = aim.bound === 0 ? '' : ` (${Math.round((by / aim.bound) * 100)} %)`;
  return { met, says: `missed by ${shown(by, unit)}${part}` };
}

/** A figure with its unit, to three digits. */
export function shown(value: number, unit: Line['unit']): string {
  if (!Number.isFinite(value)) return 'none';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  return unit === '/s' ? `${text}/s` : `${text} ${unit}`;
}
