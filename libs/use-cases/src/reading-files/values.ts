import { figureIn, inCelsius, type Figure, type Unit } from './number-form.js';
import { shown, type RowMoment } from './moments.js';
import type { FileReading, LineProblem } from './reading-file.js';

interface ValueReading {
  readonly channel: number;
  readonly unit: Unit;
  /** The decimal sign of the file. */
  readonly sign: ',' | '.' | null;
}

/** The readings of rows whose moment is known, and why the others give none. */
export function readingsIn(
  moments: readonly RowMoment[],
  how: ValueReading,
): { readonly readings: readonly FileReading[]; readonly problems: readonly LineProblem[] } {
  const readings: FileReading[] = [];
  const problems: LineProblem[] = [];
  for (const { row, at } of moments) {
    const cell = row.cells[how.channel] ?? '';
    const figure = figureIn(cell);
    const fault = faultOf(cell, figure, how);
    if (figure === undefined || fault !== undefined) problems.push({ line: row.line, ...(fault ?? noFigure(cell)) });
    else readings.push({ line: row.line, at, celsius: inCelsius(figure.value, how.unit) });
  }
  return { readings, problems };
}

type Fault = Omit<LineProblem, 'line'>;

function faultOf(cell: string, figure: Figure | undefined, { sign, unit }: ValueReading): Fault | undefined {
  if (figure === undefined) return noFigure(cell);
  if (figure.sign !== null && figure.sign !== sign)
    return {
      code: 'decimal-sign-mixed',
      sentence: `${shown(cell)} has another decimal sign than most lines of this file.`,
    };
  if (figure.unit !== null && figure.unit !== unit)
    return { code: 'unit-mixed', sentence: `${shown(cell)} is in another unit than this file’s.` };
  return undefined;
}

function noFigure(cell: string): Fault {
  if (cell.trim() === '') return { code: 'value-missing', sentence: 'This line has no reading.' };
  return {
    code: 'value-no-number',
    sentence: `${shown(cell)} is no reading: the sensor failed, or it is another kind of line.`,
  };
}
