import { filled, type FoundTable } from './find-table.js';
import type { FileAnswers, FileLine, FileQuestion, LineProblem } from './reading-file.js';
import { byAnswer } from './settled.js';

/** Rows that are whole, and what is wrong with the others. */
export interface WholeRows {
  readonly rows: readonly FileLine[];
  readonly problems: readonly LineProblem[];
  /** Whether the last line counts, where nothing shows that it is whole; null where something does. */
  readonly question: FileQuestion | null;
}

/**
 * The table's rows without those of too few or too many cells, and without a last line that has no end: whoever cuts off `12.5` leaves `12`, and that looks like a
 * reading. Such a line counts only where somebody says that it is whole.
 */
export function wholeRows(table: FoundTable, text: string, answers: FileAnswers): WholeRows {
  const ended = /[\r\n]$/.test(text) || table.lost !== null;
  const last = ended ? undefined : table.rows.at(-1);
  const question = last === undefined ? null : askLast(last, answers);
  const kept = last === undefined || answers.lastLine === 'whole' ? table.rows : table.rows.slice(0, -1);
  const faulty = kept.flatMap((row) => faultOf(row, table.width) ?? []);
  const lines = new Set(faulty.map(({ line }) => line));
  const cut = last === undefined || answers.lastLine === 'whole' ? [] : [cutOff(last)];
  const lost = table.lost === null ? [] : [lostFrom(table.lost)];
  return { rows: kept.filter(({ line }) => !lines.has(line)), problems: [...faulty, ...cut, ...lost], question };
}

function askLast({ line }: FileLine, answers: FileAnswers): FileQuestion {
  const sentence = `Line ${line}, the last, has no end, as in a file that was cut off within it. Is it whole?`;
  const choices = [
    { value: 'left-out', words: 'leave it out', means: false },
    { value: 'whole', words: 'it is whole', means: true },
  ];
  const { question } = byAnswer({ name: 'lastLine', sentence, choices }, { lastLine: 'left-out', ...answers });
  return question!;
}

function faultOf({ line, cells }: FileLine, width: number): LineProblem | undefined {
  if (cells.some((cell) => /[\r\n]/.test(cell)))
    return {
      line,
      code: 'quote-not-closed',
      sentence: 'A quote that is opened before or on this line runs over its end.',
    };
  const has = filled(cells);
  if (has > width)
    return { line, code: 'cells-too-many', sentence: `This line has ${has} cells; the table has ${width}.` };
  if (has < width && cells.length < width)
    return { line, code: 'cells-missing', sentence: `This line has ${cells.length} cells; the table has ${width}.` };
  return undefined;
}

function cutOff({ line }: FileLine): LineProblem {
  return {
    line,
    code: 'line-cut-off',
    sentence: 'The last line has no end, and is left out unless you say that it is whole.',
  };
}

function lostFrom({ line, why }: NonNullable<FoundTable['lost']>): LineProblem {
  return { line, code: 'rest-unreadable', sentence: `From this line on nothing could be read: ${why}.` };
}
