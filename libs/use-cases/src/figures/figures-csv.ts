import { csvLine, type Cell } from '../csv/csv-line.js';
import type { FiguresLineView, FiguresView } from './figures-views.js';

/** The columns, in their order. Times are in minutes and doses in millions per kg, as the names say. */
const columns: readonly (readonly [name: string, of: (line: FiguresLineView) => Cell])[] = [
  ['year', ({ year }) => year],
  ['country', ({ country }) => country],
  ['region', ({ region }) => region],
  ['product', ({ product }) => product],
  ['how', ({ how }) => how],
  ['shipments', ({ shipments }) => shipments],
  ['domestic', ({ domestic }) => domestic],
  ['infused', ({ infused }) => infused],
  ['cryopreserved', ({ cryopreserved }) => cryopreserved],
  ['cancelled', ({ cancelled }) => cancelled],
  ['stopped', ({ stopped }) => stopped],
  ['age_minutes_median', ({ ageMinutes }) => ageMinutes?.median ?? null],
  ['age_minutes_p90', ({ ageMinutes }) => ageMinutes?.p90 ?? null],
  ['age_minutes_max', ({ ageMinutes }) => ageMinutes?.max ?? null],
  ['dose_per_kg_e6_median', ({ dosePerKgE6 }) => dosePerKgE6?.median ?? null],
  ['dose_per_kg_e6_min', ({ dosePerKgE6 }) => dosePerKgE6?.min ?? null],
  ['bags_ended', ({ bagsEnded }) => bagsEnded],
  ['bags_in_target', ({ bagsInTarget }) => bagsInTarget],
  ['bags_in_limit', ({ bagsInLimit }) => bagsInLimit],
  ['reasons', ({ reasons }) => countsText(reasons)],
  ['source', ({ source }) => source],
  ['entered_by', ({ enteredBy }) => enteredBy],
  ['door_minutes_median', ({ doorMinutes }) => doorMinutes?.median ?? null],
  ['door_minutes_p90', ({ doorMinutes }) => doorMinutes?.p90 ?? null],
  ['door_minutes_max', ({ doorMinutes }) => doorMinutes?.max ?? null],
  ['with_logger', ({ withLogger }) => withLogger],
  ['with_excursion', ({ withExcursion }) => withExcursion],
  ['slack_eaten', ({ slackEaten }) => countsText(slackEaten)],
];

/** The table as CSV (RFC 4180), one line for each of its own. */
export function figuresCsv({ items }: FiguresView): string {
  const lines = [columns.map(([name]) => name), ...items.map((item) => columns.map(([, of]) => of(item)))];
  return lines.map(csvLine).join('');
}

function countsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}: ${count}`)
    .join('; ');
}
