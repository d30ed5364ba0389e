import { columnName } from './settle-times.js';
import type { FoundTable } from './find-table.js';
import { figureIn, unitNamed, unitTold, type Unit } from './number-form.js';
import type { FileAnswers } from './reading-file.js';
import { byAnswer, bySelf, type Settled } from './settled.js';

const rowsLooked = 500;
const temperature = /temp|[°º˚℃℉]|celsius|fahrenheit|\bdeg\b|[([]\s*[CF]\s*[)\]]|温/i;
/** Worked out of readings, or set beside them. */
const derived = /dew|taupunkt|\bmin\b|\bmax\b|\bavg\b|mean|alarm|limit|mkt/i;
const another =
  /hum|%|\br\.?h\b|feucht|batt|volt|lux|light|press|\bindex\b|^#|^n[or]\.?$|record|sample|count|signal|speed|shock|accel|co2|湿/i;

/** Which column holds the readings: the only one of figures, or the only one that its name calls a temperature. Asked where there are several. */
export function settleChannel(table: FoundTable, answers: FileAnswers): Settled<number> | undefined {
  const name = (at: number) => table.header?.[at] ?? '';
  const figures = table.columns.figures.filter((at) => !derived.test(name(at)));
  const named = figures.filter((at) => temperature.test(name(at)));
  const open = named.length === 0 ? figures.filter((at) => !another.test(name(at))) : named;
  const [only, more] = open;
  if (only === undefined) return undefined;
  if (more === undefined) return bySelf(only, 'readings', columnName(table, only));
  const choices = open.map((at) => ({ value: String(at + 1), words: columnName(table, at), means: at }));
  const sentence = 'Several columns may hold this logger’s readings. Which one is the probe that is bound?';
  return byAnswer({ name: 'channel', sentence, choices }, answers);
}

const unitWords: Readonly<Record<Unit, string>> = {
  celsius: 'degrees Celsius',
  fahrenheit: 'degrees Fahrenheit, converted to Celsius',
};

/** In which unit they are: by the column's name, by the cells, by a line before the table; else asked. */
export function settleUnit(table: FoundTable, channel: number, answers: FileAnswers): Settled<Unit> {
  const byName = unitNamed(table.header?.[channel] ?? '');
  if (byName !== null) return bySelf(byName, 'unit', `${unitWords[byName]}, by the name of the column`);
  const byCells = table.rows.slice(0, rowsLooked).flatMap(({ cells }) => figureIn(cells[channel] ?? '')?.unit ?? [])[0];
  if (byCells !== undefined) return bySelf(byCells, 'unit', `${unitWords[byCells]}, as the lines say`);
  const before = unitTold(table.preamble.map(({ cells }) => cells.join(' ')).join('\n'));
  if (before !== null) return bySelf(before, 'unit', `${unitWords[before]}, as it says before the table`);
  const choices = (['celsius', 'fahrenheit'] as const).map((means) => ({
    value: means,
    words: unitWords[means],
    means,
  }));
  return byAnswer(
    { name: 'unit', sentence: 'In which unit are the readings? The file does not say.', choices },
    answers,
  );
}

/** The decimal sign that most readings have, and on a tie the first; null where none has any. */
export function decimalSign({ rows }: FoundTable, channel: number): ',' | '.' | null {
  const signs = rows.flatMap(({ cells }) => figureIn(cells[channel] ?? '')?.sign ?? []);
  const commas = signs.filter((sign) => sign === ',').length;
  if (commas * 2 === signs.length) return signs[0] ?? null;
  return commas * 2 > signs.length ? ',' : '.';
}
