import { columnsOf, looksLikeRow, type Columns, type TimeColumn } from './columns.js';
import { csvTable, type CsvTable, type Separation } from './csv-table.js';
import type { FileLine } from './reading-file.js';
import { stampOf } from './stamp.js';
import { figureIn } from './number-form.js';

/** The table within a file. */
export interface FoundTable {
  readonly separation: Separation;
  /** Lines before the table and its header. */
  readonly preamble: readonly FileLine[];
  readonly header: readonly string[] | null;
  readonly rows: readonly FileLine[];
  /** How many cells a whole row has, empty ones at its end not counted. */
  readonly width: number;
  readonly columns: Columns;
  readonly lost: CsvTable['lost'];
}

const separators = [';', '\t', '|', ','] as const;
const separations: readonly Separation[] = ['"', "'"].flatMap((quote) =>
  separators.map((separator) => ({ separator, quote })),
);

/** How much of a text is looked at to find how its cells are told apart, in characters; and how many rows to find what its columns are. */
const looked = 100_000;
const rowsLooked = 500;

/** Finds the table in a text: the separation by which most lines have a moment and a figure beside it. Undefined where none has. */
export function findTable(text: string): FoundTable | undefined {
  const beginning = text.length <= looked ? text : text.slice(0, text.lastIndexOf('\n', looked) + 1);
  const rated = separations.map((separation) => ({ separation, ...best(csvTable(beginning, separation).lines) }));
  const [found] = rated.toSorted((a, b) => b.rows - a.rows);
  if (found === undefined || found.rows === 0) return undefined;
  return tableIn(csvTable(text, found.separation), found);
}

/** How many lines look like rows, of the number of cells that most such lines have, and that number. */
function best(lines: readonly FileLine[]): { readonly rows: number; readonly cells: number } {
  const counts = new Map<number, number>();
  for (const { cells } of lines.filter(looksLikeRow)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [[cells, rows] = [0, 0]] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return { rows, cells };
}

function tableIn(
  { lines, lost }: CsvTable,
  { separation, cells }: { readonly separation: Separation; readonly cells: number },
): FoundTable | undefined {
  const like = firstOf(lines, rowsLooked, (line) => line.cells.length === cells && looksLikeRow(line));
  const columns = columnsOf(like, cells);
  const begins = lines.findIndex((line) => columns.times.some((column) => saysMoment(line, column)));
  if (begins < 0) return undefined;
  const before = lines.slice(0, begins);
  const heads = headsOf(before);
  return {
    ...{ separation, columns, lost },
    preamble: before.slice(0, before.length - heads),
    header: heads === 0 ? null : joined(before.slice(-heads)),
    rows: lines.slice(begins),
    width: Math.max(...like.map((line) => filled(line.cells))),
  };
}

function firstOf<T>(items: readonly T[], most: number, fits: (item: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const item of items) {
    if (fits(item)) found.push(item);
    if (found.length === most) break;
  }
  return found;
}

/** How many cells a line has, without empty ones at its end. */
export function filled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** Whether a line has a moment where the table's rows have theirs: a row whose sensor failed is one, too. */
function saysMoment({ cells }: FileLine, column: TimeColumn): boolean {
  const cell = cells[column.at] ?? '';
  if (column.kind === 'stamp') return hasDay(cell) && hasClock(cell);
  if (column.kind === 'day-and-clock') return hasDay(cell) && hasClock(cells[column.clockAt] ?? '');
  return (figureIn(cell)?.value ?? 0) > leastSerial && cells.length > 1;
}

const hasDay = (cell: string): boolean => stampOf(cell)?.day != null;
const hasClock = (cell: string): boolean => stampOf(cell)?.clock != null;

/** Below every moment that is written as one figure. */
const leastSerial = 36_500;

const unitsOnly = /^\W*(?:°?\s*[CF]|%|%?\s*r\.?h\.?|\W*)\W*$/i;

/** How many lines before the table are its header: the last, where it has several cells; with one of units alone under it, two. */
function headsOf(before: readonly FileLine[]): 0 | 1 | 2 {
  const [above, last] = [before.at(-2), before.at(-1)];
  if (last === undefined || filled(last.cells) < 2) return 0;
  const units = last.cells.every((cell) => unitsOnly.test(cell));
  return units && above !== undefined && filled(above.cells) >= 2 ? 2 : 1;
}

function joined(heads: readonly FileLine[]): readonly string[] {
  const width = Math.max(...heads.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) =>
    heads
      .map(({ cells }) => (cells[at] ?? '').trim())
      .filter((cell) => cell !== '')
      .join(' '),
  );
}

/**
 * Whether a decimal comma may stand unquoted in a file whose cells are told apart by commas: its rows have more cells than its header, or, without
 * a header, two columns of whole figures stand side by side.
 */
export function commaMeansBoth({ separation, header, rows, width, columns }: FoundTable): boolean {
  if (separation.separator !== ',') return false;
  if (header !== null) return filled(header) < width;
  const whole = (at: number) =>
    rows.slice(0, rowsLooked).every(({ cells }) => /^\s*[+\-−]?\d+\s*$/.test(cells[at] ?? ''));
  return columns.figures.some((at) => columns.figures.includes(at + 1) && whole(at) && whole(at + 1));
}
